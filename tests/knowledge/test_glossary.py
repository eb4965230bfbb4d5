"""The glossary as knowledge (is it sound?), as an index (are its words found as people write them?), and as a part of search."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import fold
from knowledge import IngestReport, Library, Stems, look_up, question_language
from knowledge.glossary import Concept, Entry, concepts_of, load_entries
from knowledge.glossary import index as indexing
from knowledge.glossary.inflection import changed_forms
from knowledge.lexical import STOPWORDS, tokens

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]


def english(text: str) -> set[str]:
    """The usual English terms of what a text's words stand for."""
    words = indexing.words_of(text)
    return {load_entries()[n].en[0] for reading in indexing.readings(words, "pl") for n in reading.entries}


def test_there_are_enough_entries_in_every_field() -> None:
    fields = Counter(entry.field for entry in load_entries())
    assert sum(fields.values()) >= 1_500
    assert set(fields) == {"containers", "delivery", "everyday", "infrastructure", "learning", "operations"}
    assert min(fields.values()) >= 200


@pytest.mark.parametrize("language", ["en", "pl"])
def test_forms_are_words_or_short_phrases_and_none_is_written_twice(language: str) -> None:
    for entry in load_entries():
        forms = entry.forms(language)
        assert forms and all(form == form.strip() and 0 < len(form.split()) <= indexing.LONGEST for form in forms), entry
        assert len({form.lower() for form in forms}) == len(forms), entry


def test_no_meaning_is_written_twice() -> None:
    first = Counter((entry.en[0].lower(), entry.pl[0].lower()) for entry in load_entries())
    assert [pair for pair, count in first.items() if count > 1] == []


def test_no_form_is_made_of_function_words_alone_but_names() -> None:
    found = [
        form
        for entry in load_entries()
        for form in (*entry.en, *entry.pl)
        if form == form.lower() and all(token in STOPWORDS for token in tokens(form))
    ]
    assert found == []


def test_polish_is_written_with_its_letters() -> None:
    polish = [form for entry in load_entries() for form in entry.pl]
    assert sum(form != fold(form) for form in polish) > len(polish) / 3
    # Endings that no Polish word has without its marks.
    wrong = [form for form in polish if re.search(r"\b\w{3,}(?:owac|ywac|enie sie|osc)\b", form)]
    assert wrong == []


def test_what_ships_is_made_of_these_entries() -> None:
    assert indexing.load_index() == indexing.make_index(load_entries()), "run: make glossary"
    ready = (Path(indexing.__file__).parent / indexing.READY).read_text(encoding="utf-8")
    assert indexing.edition() in ready, "run: make glossary"


def test_entries_changed_since_are_indexed_on_the_spot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "edition", lambda: "another")
    monkeypatch.setattr(indexing, "load_entries", lambda: (Entry(("quokka",), ("kuoka",), "everyday"),))
    indexing.load_index.cache_clear()
    try:
        assert indexing.load_index().en == {"quokka": [0]}
    finally:
        indexing.load_index.cache_clear()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Jak wycofać wdrożenie?", "roll back"),
        ("jak wycofac wdrozenie", "roll back"),
        ("wdrozenia", "deploy"),
        ("zdeployować na klastrze", "cluster"),
        ("na klastrze", "cluster"),
        ("kilka węzłów", "node"),
        ("brakuje karty graficznej", "GPU"),
        ("karta graficzna", "GPU"),
        ("hasło do bazy danych", "database"),
        ("na gałęzi", "branch"),
        ("w kubełku", "bucket"),
        ("wywala mi się kontener", "crash"),
        ("wywala sie", "crash"),
        ("nieużywane obrazy", "image"),
        ("przeuczony model", "overfitting"),
    ],
)
def test_words_are_found_as_people_write_them(text: str, term: str) -> None:
    assert term.lower() in {found.lower() for found in english(text)}, english(text)


def test_marks_tell_words_apart_where_they_are_typed() -> None:
    assert "request" not in english("Jak zaplanować zadań kilka?")
    assert {"request", "task"} <= english("jak zaplanowac zadan kilka") | english("kilka zadan")


def test_a_phrase_goes_before_its_words() -> None:
    words = indexing.words_of("karta graficzna")
    assert [(reading.start, reading.end) for reading in indexing.readings(words, "pl")] == [(0, 2)]


def test_an_ambiguous_word_has_all_its_readings() -> None:
    assert len(look_up("wyłączyć")) >= 2
    assert {entry.en[0] for entry in look_up("wolny")} >= {"slow"}


@pytest.mark.parametrize("text", ["", "?!", "do", "xyzzy", "\x00", "a" * 5000, "się " * 300])
def test_what_stands_for_nothing_gives_nothing(text: str) -> None:
    assert look_up(text) == []
    assert isinstance(concepts_of(text, "pl", Stems()), list)


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("klaster", "klastrze"),
        ("paczka", "paczce"),
        ("wtyczka", "wtyczek"),
        ("błąd", "błędzie"),
        ("test", "teście"),
        ("węzeł", "węźle"),
    ],
)
def test_endings_that_change_the_stem_are_known(noun: str, form: str) -> None:
    stems = Stems()
    assert stems.of_word(noun, "pl").isdisjoint(stems.of_word(form, "pl")), "the stemmer knows by itself"
    made = frozenset().union(*(stems.of_word(changed, "pl") for changed in changed_forms(noun)))
    assert made & stems.of_word(form, "pl")


def test_a_word_and_its_partners_are_one_concept() -> None:
    concepts = concepts_of("hasło", "pl", Stems())
    assert [concept.own for concept in concepts] == [Stems().of_query("hasło")[0]]
    assert (frozenset(["password"]),) in concepts[0].partners and concepts[0].language == "en"
    assert "password" in concepts[0].stems


def test_a_phrase_adds_a_concept_and_its_words_stay() -> None:
    concepts = concepts_of("karta graficzna", "pl", Stems())
    assert len(concepts) == 3
    assert concepts[2] == Concept(frozenset(), concepts[2].partners, "en")
    assert (frozenset(["gpu"]),) in concepts[2].partners


PAGES = {f"filler{n}.md": f"# Filler {n}\n\nSomething else about topic number {n}." for n in range(12)}


def test_a_polish_question_finds_an_english_page_by_its_words(fast: Library, write: Write, ingest: Ingest) -> None:
    ingest(fast, write({**PAGES, "gpu.md": "# Schedule GPUs\n\nA GPU is requested in the limits of a container."}))
    assert [hit.path for hit in fast.search("Brakuje kart graficznych", language="pl").hits if hit.lexical] == ["gpu.md"]


def test_an_english_question_finds_a_polish_page_by_its_words(fast: Library, write: Write, ingest: Ingest) -> None:
    ingest(fast, write({**PAGES, "pl.md": "# Hasła\n\nHasło do rejestru zmienia się co kwartał, żeby było bezpiecznie."}))
    assert [hit.path for hit in fast.search("password", language="en").hits if hit.lexical] == ["pl.md"]


def test_partners_count_only_in_pages_of_their_language(fast: Library, write: Write, ingest: Ingest) -> None:
    # "hasło" is a password; the Polish page that happens to hold the English word is not about one.
    pages = {"pl.md": "# Spis\n\nTo jest zwykła strona, która ma w sobie słowo password i nic więcej o tym nie mówi."}
    ingest(fast, write({**PAGES, **pages}))
    assert [hit.path for hit in fast.search("hasło", language="pl").hits if hit.lexical] == []


def test_what_a_page_says_in_the_other_language_is_no_unknown_word(fast: Library, write: Write, ingest: Ingest) -> None:
    ingest(fast, write({**PAGES, "pw.md": "# Password\n\nThe password is kept in a vault."}))
    assert fast.search("hasło", language="pl").coverage.unknown == ()
    assert fast.search("ziemniak", language="pl").coverage.unknown != ()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("logi poda", "pl"),
        ("lista podow", "pl"),
        ("restart poda", "pl"),
        ("usunac obraz", "pl"),
        ("brak pamieci", "pl"),
        ("konfiguracja prometheusa", "pl"),
        ("dockerfile flask", "en"),
        ("pod logs", "en"),
        ("list pods", "en"),
        ("docker image prune", "en"),
        ("rollback deployment", "en"),
        ("`obraz` docker", "en"),
    ],
)
def test_the_language_of_a_few_words_is_told(question: str, language: str) -> None:
    assert question_language(question) == language


def test_what_tells_no_language_gets_the_fallback() -> None:
    assert (question_language("42"), question_language("42", "pl")) == ("en", "pl")
