"""`sternik ask`: the contract of its JSON, its conversations, and what it says to a person."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.cli_running import Sternik

CACHE_PL = "Jak przechować pakiety pip w pamięci podręcznej GitHub Actions?"
KEYS = {"answer", "language", "refused", "model", "sources", "files"}


def lines(*rows: Any) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def answers(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_person_gets_the_answer_and_its_sources(sternik: Sternik) -> None:
    ran = sternik("ask", "What is data versioning?")
    assert (ran.status, ran.err) == (0, "")
    text, sources = ran.out.split("\nSources:\n")
    assert text.startswith("Data versioning is the practice") and "You could also ask: *" in text
    assert sources.startswith("  [1] Data versioning  course/en/data-versioning.md\n") and "\x1b" not in ran.out


def test_the_question_may_come_on_standard_input(sternik: Sternik) -> None:
    ran = sternik("ask", stdin="What is data versioning?\n")
    assert ran.status == 0 and ran.out.startswith("Data versioning is the practice")
    assert sternik("ask", stdin=b"Czym jest wersjonowanie danych\xff?").status == 0


def test_json_has_the_shape_of_the_contract(sternik: Sternik) -> None:
    ran = sternik("ask", CACHE_PL, "--json")
    row = json.loads(ran.out)
    assert (ran.status, ran.err) == (0, "") and set(row) == KEYS
    assert (row["language"], row["refused"], row["model"], row["files"]) == ("pl", False, "embedded", [])
    source = row["sources"][0]
    assert set(source) == {"id", "title", "section", "path", "url", "quote"}
    assert source | {"quote": ""} == {
        "id": 1, "title": "GitHub Actions", "section": "Pamięć podręczna pakietów pip", "path": "tools/pl/github-actions.md", "url": None, "quote": "",
    }  # fmt: skip
    assert "przechować" in ran.out, "Polish letters are written as they are"


def test_jsonl_answers_every_line_in_its_order(sternik: Sternik) -> None:
    rows = [
        {"id": "a", "question": "What is data versioning?"},
        {"id": 7, "turns": [CACHE_PL, "a jak to zrobić w Jenkinsie?"], "collection": "nowhere", "gold": [], "unknown": {"key": 1}},
        {"question": "cześć"},
        {"id": "off", "question": "What is the best recipe for pierogi with mushrooms?"},
    ]
    ran = sternik("ask", "--jsonl", stdin="\n" + lines(*rows) + "\n")
    got = answers(ran.out)
    assert (ran.status, ran.err) == (0, "") and [row["id"] for row in got] == ["a", 7, None, "off"]
    assert all(set(row) == KEYS | {"id"} for row in got)
    assert [row["language"] for row in got] == ["en", "pl", "pl", "en"]
    assert got[1]["sources"][0]["path"] == "tools/pl/jenkins.md"
    assert [row["refused"] for row in got] == [False, False, False, True]


def test_a_question_that_cannot_be_asked_does_not_take_the_others_with_it(sternik: Sternik) -> None:
    rows = [
        {"id": 1, "question": " "},
        {"id": 2, "question": "x" * 1_000_000},
        {"id": 3, "question": "🙂"},
        {"id": 4, "question": "What is data versioning?"},
    ]
    ran = sternik("ask", "--jsonl", stdin=lines(*rows))
    got = answers(ran.out)
    assert ran.status == 0 and [row["id"] for row in got] == [1, 2, 3, 4] and all(set(row) == KEYS | {"id"} for row in got)
    assert "empty" in got[0]["answer"] and "1,000,000 characters" in got[1]["answer"]
    assert [row["refused"] for row in got][:2] == [True, True] and not got[3]["refused"]


def test_half_a_surrogate_pair_is_no_crash(sternik: Sternik) -> None:
    ran = sternik("ask", "--jsonl", stdin='{"id": "s", "question": "What is data versioning? \\ud83d"}\n')
    assert ran.status == 0 and answers(ran.out)[0]["sources"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{broken", "Line 2 of standard input is not JSON ("),
        (b'["a list"]', "Line 2 of standard input is not a JSON object"),
        (b'{"id": "x"}', "Line 2 (x): 'question' must be text"),
        (b'{"question": 5}', "Line 2 (no id): 'question' must be text"),
        (b'{"id": "x", "turns": []}', "Line 2 (x): 'turns' must be a list of texts"),
        (b'{"id": "x", "turns": ["a", 1]}', "Line 2 (x): 'turns' must be a list of texts"),
        (b'{"question": "\xff"}', "Line 2 of standard input is not JSON in UTF-8"),
        (b"[" * 100_000, "Line 2 of standard input is not JSON in UTF-8"),
    ],
)
def test_a_bad_line_is_named_after_the_lines_before_it_were_answered(sternik: Sternik, line: bytes, message: str) -> None:
    ran = sternik("ask", "--jsonl", stdin=lines({"id": 1, "question": "hej"}).encode() + line + b"\n")
    assert ran.status == 1 and message in ran.err and [row["id"] for row in answers(ran.out)] == [1]


def test_no_lines_are_no_answers(sternik: Sternik) -> None:
    ran = sternik("ask", "--jsonl", stdin="\n\n")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_conversation_goes_on_in_the_next_command(sternik: Sternik) -> None:
    sternik("ask", CACHE_PL, "--conversation", "ci")
    row = json.loads(sternik("ask", "a jak to zrobić w Jenkinsie?", "--conversation", "ci", "--json").out)
    assert row["sources"][0]["path"] == "tools/pl/jenkins.md"
    alone = json.loads(sternik("ask", "a jak to zrobić w Jenkinsie?", "--conversation", "another", "--json").out)
    assert alone["answer"] != row["answer"]


def test_another_users_conversation_of_the_same_name_is_another(sternik: Sternik, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STERNIK_USER", "ala")
    sternik("ask", CACHE_PL, "--conversation", "ci")
    mine = sternik("ask", "a w Jenkinsie?", "--conversation", "ci").out
    monkeypatch.setenv("STERNIK_USER", "ola")
    assert sternik("ask", "a w Jenkinsie?", "--conversation", "ci").out != mine


def test_a_question_that_cannot_be_asked_begins_no_conversation(sternik: Sternik, home: Path) -> None:
    assert sternik("ask", "x" * 10_001, "--conversation", "long").status == 1
    from knowledge.conversations import Conversations
    from knowledge.database import Database

    database = Database(home / "sternik.db")
    assert all(not Conversations(database).recent(user) for user in ("local", "root"))
    database.close()


def test_the_set_language_is_kept(sternik: Sternik, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STERNIK_LANGUAGE", "pl")
    assert json.loads(sternik("ask", "thanks", "--json").out)["answer"].startswith("Nie ma za co")
