"""A page is written to be quoted: in one language, in plain Markdown, neither thin nor endless, each section understood by itself."""

import re
import unicodedata
from pathlib import Path

import pytest
from pages import KNOWLEDGE, Page, guides, pages_of

FEWEST_WORDS, MOST_WORDS = 500, 2500
POLISH_LETTERS = set("ąćęłńóśżźĄĆĘŁŃÓŚŻŹ")
SIGNS = set("„”“’‘–—…→×≤≥≈·°€§−±µ├└─│")
# What only one of the languages says; a sentence full of these on a page of the other was not translated.
ENGLISH = set(
    "the an and or of in is are was that which with for from this it its as not you your at when than after before because".split()
)
POLISH = set(
    "się nie jest są że jak który która które przez dla od po tylko albo lub oraz gdy przy bez czy tak każdy w z na".split()
)
# Quoted alone, a sentence that begins so says nothing.
DANGLING = {
    "en": re.compile(r"(It|Its|This|That|These|Those|They|Their|Then|Such|Otherwise|Here)\b"),
    "pl": re.compile(r"(To|Ten|Ta|Te|Ci|Tych|Tym|Ono|On|Ona|Oni|One|Wtedy|Tutaj|Tu|Tam|Jego|Jej|Ich|Inaczej|Potem)\b"),
}
# The folder a page was written in, and packages taken from an address instead of by their name.
NOT_FOR_PAGES = re.compile(re.escape(str(KNOWLEDGE.parent)) + r"|(index-url|registry)[= ]https?://(?!\S*example\.com)")
MESSAGES = 10
PARTS = {"en": ("**What you see:**", "**Cause:**", "**Fix:**"), "pl": ("**Co widzisz:**", "**Przyczyna:**", "**Rozwiązanie:**")}


@pytest.mark.parametrize("guide", guides())
def test_a_page_is_neither_thin_nor_endless(guide: str) -> None:
    words = {page.path: sum(len(token.content.split()) for token in page.inline) for page in pages_of(guide)}
    assert {path: count for path, count in words.items() if not FEWEST_WORDS <= count <= MOST_WORDS} == {}


@pytest.mark.parametrize("guide", guides())
def test_pages_are_plain_markdown(guide: str) -> None:
    for page in pages_of(guide):
        kinds = {token.type for token in page.tokens} | {child.type for token in page.inline for child in token.children or []}
        assert not kinds & {"html_block", "html_inline", "image"}, page.path


@pytest.mark.parametrize("guide", guides())
def test_a_list_does_not_swallow_the_paragraph_below(guide: str) -> None:
    assert [(page.path, line) for page in pages_of(guide) for line in _swallowed(page)] == []


@pytest.mark.parametrize("guide", guides())
def test_there_is_one_title_and_no_level_is_skipped(guide: str) -> None:
    for page in pages_of(guide):
        levels = [level for level, _ in page.headings]
        assert levels.count(1) == 1, page.path
        assert all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False)), page.path


@pytest.mark.parametrize("guide", guides())
def test_letters_are_those_of_the_two_languages(guide: str) -> None:
    """No emoji, no broken encoding, no letters of another alphabet, no letters put together from two signs."""
    for page in pages_of(guide):
        assert unicodedata.is_normalized("NFC", page.text), page.path
        strange = {letter for letter in page.text if letter > "~"} - POLISH_LETTERS - SIGNS
        assert not strange, f"{page.path}: {strange}"


@pytest.mark.parametrize("guide", guides())
def test_pages_are_in_their_language(guide: str) -> None:
    sentences = [(page, text) for page in pages_of(guide) for run in page.prose for text in re.split(r"(?<=[.!?:;])\s", run)]
    assert [(page.path, text) for page, text in sentences if _is_foreign(page.language, text)] == []


@pytest.mark.parametrize("guide", guides())
def test_polish_is_written_with_its_letters(guide: str) -> None:
    for page in pages_of(guide):
        words = re.findall(r"[^\W\d_]+", " ".join(page.prose))
        share = sum(not POLISH_LETTERS.isdisjoint(word) for word in words) / len(words)
        # English pages have a glossary.
        assert share > 0.12 if page.language == "pl" else share < 0.03, f"{page.path}: {share:.1%}"


@pytest.mark.parametrize("guide", guides())
def test_a_section_is_understood_by_itself(guide: str) -> None:
    sections = [(page, heading, text) for page in pages_of(guide) for heading, text in page.sections()]
    assert [(page.path, heading) for page, heading, text in sections if DANGLING[page.language].match(text)] == []


@pytest.mark.parametrize("guide", guides())
def test_pages_tell_nothing_of_the_workshop(guide: str) -> None:
    assert [(page.path, found[0]) for page in pages_of(guide) if (found := NOT_FOR_PAGES.search(page.text))] == []


@pytest.mark.parametrize("guide", [guide for guide in guides() if guide != "course"])
def test_errors_have_the_message_what_is_seen_the_cause_and_the_fix(guide: str) -> None:
    for page in pages_of(guide):
        if Path(page.path).stem == "errors":
            messages = [text for level, text in page.headings if level == 2 and "`" in text]
            assert len(messages) >= MESSAGES, page.path
            triples, rest = divmod(len(_labels(page)), len(PARTS[page.language]))
            assert not rest and triples >= len(messages), page.path
            assert _labels(page) == list(PARTS[page.language]) * triples, page.path


@pytest.mark.parametrize("guide", [guide for guide in guides() if guide != "course"])
def test_an_overview_has_a_diagram_and_a_cheat_sheet_has_tables(guide: str) -> None:
    for page in pages_of(guide):
        if Path(page.path).stem == "overview":
            assert "mermaid" in {example.language for example in page.examples}, page.path
        if Path(page.path).stem == "cheatsheet":
            assert len(page.tables) >= 2, page.path


def _swallowed(page: Page) -> list[str]:
    """The lines without an indent that Markdown takes for the rest of a list item, because no blank line is above."""
    lines = page.text.splitlines()
    spans = [token.map for token in page.inline if token.level > 1 and token.map]
    return [lines[number] for first, end in spans for number in range(first + 1, end) if not lines[number].startswith(" ")]


def _labels(page: Page) -> list[str]:
    """The bold labels that paragraphs begin with."""
    return [label for token in page.inline for label in PARTS[page.language] if token.content.startswith(label)]


def _is_foreign(language: str, sentence: str) -> bool:
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", sentence)]
    english = sum(word in ENGLISH for word in words)
    polish = sum(word in POLISH or not POLISH_LETTERS.isdisjoint(word) for word in words)
    own, other = (english, polish) if language == "en" else (polish, english)
    return len(words) >= 6 and other >= 3 and other > own
