"""Every block has a language and marks that we know, is short, and parses: JSON, TOML, INI and the diagrams."""

import configparser
import json
import tomllib

import pytest
from judging import guides_with
from pages import Example, examples, guides, pages_of

LANGUAGES = set(
    "bash console text dockerfile yaml json toml ini hcl groovy promql python sql makefile mermaid logstash diff".split()
)
MARKS = {"fragment", "wrong", "run"}
MOST_LINES = 40
DIAGRAMS = ("flowchart ", "sequenceDiagram", "stateDiagram-v2", "gitGraph", "timeline", "classDiagram")


@pytest.mark.parametrize("guide", guides())
def test_every_block_has_a_language_and_marks_that_we_know(guide: str) -> None:
    blocks = [example for page in pages_of(guide) for example in page.examples]
    assert [block.place for block in blocks if block.language not in LANGUAGES or not block.marks <= MARKS] == []
    assert [page.path for page in pages_of(guide) if any(token.type == "code_block" for token in page.tokens)] == []


@pytest.mark.parametrize("guide", guides())
def test_a_block_is_short_enough_to_be_quoted(guide: str) -> None:
    blocks = [example for page in pages_of(guide) for example in page.examples]
    assert [block.place for block in blocks if block.text.count("\n") > MOST_LINES or not block.text.strip()] == []


@pytest.mark.parametrize("guide", guides_with(examples("json")))
def test_json_parses(guide: str) -> None:
    for example in _complete("json", guide):
        assert json.loads(example.text), example.place


@pytest.mark.parametrize("guide", guides_with(examples("toml")))
def test_toml_parses(guide: str) -> None:
    for example in _complete("toml", guide):
        assert tomllib.loads(example.text), example.place


@pytest.mark.parametrize("guide", guides_with(examples("ini")))
def test_ini_parses(guide: str) -> None:
    for example in _complete("ini", guide):
        # An env file is settings without a section.
        text = example.text if example.text.lstrip("#; ").startswith("[") or "\n[" in example.text else f"[all]\n{example.text}"
        parser = configparser.ConfigParser(allow_no_value=True, strict=False, interpolation=None)
        parser.read_string(text, example.place)
        assert parser.sections(), example.place


@pytest.mark.parametrize("guide", guides_with(examples("mermaid")))
def test_a_diagram_begins_with_its_type(guide: str) -> None:
    assert [block.place for block in _complete("mermaid", guide) if not block.text.startswith(DIAGRAMS)] == []


def _complete(language: str, guide: str) -> list[Example]:
    return [example for example in examples(language) if example.guide == guide and "fragment" not in example.marks]
