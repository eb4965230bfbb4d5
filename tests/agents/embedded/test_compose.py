"""An answer is made of quoted pieces in the shape that fits the question."""

import re

import pytest

from agents.embedded.compose import compose, refuse
from agents.embedded.passage import Evidence
from knowledge import Embedder
from tests.agents.embedded.conftest import MakeEvidence, Write, passage

HOWTO = """To cache packages, do it in three steps:

1. Pin the versions.
2. Add the step below.
3. Push twice.

```yaml
- uses: actions/setup-python@v5
  with:
    cache: pip

    indented: deeper
```

The cache is kept for a week."""


def test_a_howto_keeps_its_steps_numbered_and_its_code_as_it_is(write: Write) -> None:
    answer = write("How do I cache packages?", HOWTO)
    assert "1. Pin the versions. [1]\n2. Add the step below. [1]\n3. Push twice. [1]\n" in answer
    assert HOWTO[HOWTO.index("```") : HOWTO.rindex("```") + 3] in answer


def test_a_list_shows_its_items(write: Write) -> None:
    answer = write(
        "Which things are recorded with every training?",
        "Record these things with every training:\n\n- the commit\n- the data\n- the versions",
    )
    assert answer == "Record these things with every training: [1]\n\n- the commit [1]\n- the data [1]\n- the versions [1]"


def test_a_definition_opens_with_the_sentence_that_defines(write: Write) -> None:
    text = "Many people ask about it. A feature store is a database of the values that models read. Teams share it."
    answer = write("What is a feature store?", text)
    assert answer.startswith("A feature store is a database of the values that models read. [1]")


def test_an_error_shows_cause_and_fix(write: Write) -> None:
    text = "The Pod starts and fails.\n\n**Cause**: the probe fails before the model is loaded.\n\n**Fix**: add a startup probe.\n\n```yaml\nstartupProbe: {}\n```"
    answer = write("My pod crashes, the probe fails", text)
    assert answer.index("**Cause**") < answer.index("**Fix**") < answer.index("```yaml\nstartupProbe: {}\n```")


def test_a_table_stays_whole(write: Write) -> None:
    table = "| probe | what it does |\n|---|---|\n| liveness | restarts |\n| readiness | gives traffic |"
    assert table in write("What do probes do?", f"Probes do two things.\n\n{table}")


def test_every_sentence_is_cited(write: Write) -> None:
    answer = write("How do I cache packages?", HOWTO, "Another page says that packages are cached on the agent. It is a volume.")
    prose = re.sub(r"```.*?```", "", answer, flags=re.S)
    for line in filter(str.strip, prose.split("\n")):
        assert re.search(r"\[\d+\]$", line), line


def test_words_beside_code_stay_under_150(write: Write) -> None:
    long = " ".join(f"Packages are cached in place number {n}, which is one of many places." for n in range(60))
    answer = write("How do I cache packages?", long, *[f"Packages in the case {n} are cached well. {long[:600]}" for n in range(5)])
    assert 20 < len(re.sub(r"\[\d+\]", "", answer).split()) <= 150


def test_a_pages_own_numbers_do_not_pass_for_citations(write: Write) -> None:
    answer = write(
        "How do I cache packages?", "Packages are cached by default [2]. The first is packages[0] of the `list[1]` that is cached."
    )
    assert answer == "Packages are cached by default. [1] The first is packages\\[0] of the `list[1]` that is cached. [1]"


def test_foreign_words_are_quoted_as_such(write: Write) -> None:
    answer = write(
        "How do I cache packages?", "Pakiety trzyma się w pamięci podręcznej.\n\n```bash\npip cache dir\n```", language="pl"
    )
    first, *rest = answer.split("\n")
    assert first == "The library describes this in Polish, so I quote it word for word:"
    assert all(line.startswith(">") for line in rest if line)
    assert "> ```bash\n> pip cache dir\n> ```" in answer


def test_a_definition_shows_no_table_and_what_is_added_stands_alone(write: Write) -> None:
    lead = "A pod is a wrapper around containers.\n\n| Object | What |\n|---|---|\n| Pod | a wrapper |"
    answer = write("What is a pod?", lead, "**Fix:** delete the pod and its wrapper. It is a pod in those cases.")
    assert answer == "A pod is a wrapper around containers. [1]"


def test_next_questions_ask_for_what_was_found_and_not_used(make_evidence: MakeEvidence, embedder: Embedder) -> None:
    used = passage(1, "Packages are cached.", section="Cache")
    other = passage(2, "Zupełnie co innego.", section="Secrets > Where to keep them?", language="pl")
    more = passage(3, "Something else entirely.", section="`Runners`", title="CI")
    evidence = Evidence("How are packages cached?", (used, other, more), 1.0, 0.0, (), 1.0)
    _, suggestions = compose(evidence, "en", embedder.embed_query, embedder.embed_passages)
    assert len(suggestions) <= 2 and all("Cache" not in suggestion for suggestion in suggestions)


@pytest.mark.parametrize(("language", "words"), [("en", "I searched: sternik."), ("pl", "Przeszukałem zbiory: sternik.")])
def test_a_refusal_says_what_was_searched_and_the_nearest_topics(language: str, words: str) -> None:
    passages = (
        passage(1, "a", title="Docker", section="Images", language=language),
        passage(2, "b", title="Helm", section="Charts", language=language),
    )
    text, suggestions = refuse(Evidence("pierogi?", passages, 0.0, 1.0, (), 0.0), language)
    assert words in text and "**Docker**; **Helm**" in text and len(suggestions) == 2


def test_a_refusal_names_the_words_that_no_page_has() -> None:
    def refusal(question: str, *unknown: str) -> str:
        return refuse(Evidence(question, (passage(1, "a"),), 0.0, 1.0, unknown, 0.0), "en")[0]

    assert "None of the pages searched mentions: Spinnaker." in refusal("Spinnaker: how do I add a stage?", "spinnak")
    assert "mentions" not in refusal("w co się ubrać na ślub przyjaciółki", "ubrac", "slub", "przyjaciolk", "sie")
    assert "mentions" not in refusal("anything")


@pytest.mark.parametrize(("language", "words"), [("en", "The library is empty."), ("pl", "Biblioteka jest pusta.")])
def test_an_empty_library_says_how_to_fill_it(language: str, words: str) -> None:
    text, suggestions = refuse(Evidence("pierogi?", (), 0.0, 1.0, (), 0.0), language)
    assert text.startswith(words) and "sternik ingest" in text and not suggestions


@pytest.mark.parametrize("text", ["```\nonly code\n```", "| only | a |\n|---|---|\n| table | b |", "?", "- ", "Short:"])
def test_odd_passages_are_quoted_without_a_crash(write: Write, text: str) -> None:
    write("How do I cache packages?", text)
