"""YAML in the pages is well formed (yamllint), and a complete document tells what kind it is."""

from pathlib import Path

import pytest
import yaml
from judging import Findings, guides_with, run, write_each
from pages import Example, examples

YAML = examples("yaml")


@pytest.fixture(scope="module")
def yamllint(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return judge(YAML, tmp_path_factory.mktemp("yaml"))


@pytest.mark.parametrize("guide", guides_with(YAML))
def test_yaml_passes_yamllint(guide: str, yamllint: Findings) -> None:
    assert yamllint.of(guide) == []


@pytest.mark.parametrize("guide", guides_with(YAML))
def test_a_complete_document_tells_its_kind(guide: str) -> None:
    complete = [example for example in YAML if example.guide == guide and "fragment" not in example.marks]
    assert [example.place for example in complete if not example.title and not _has_api_version(example)] == []


def test_a_doubled_key_is_seen(tmp_path: Path) -> None:
    wrong = Example("g", "page.md", 7, "yaml", frozenset(), "", "name: a\nname: b\n")
    assert "duplication of key" in judge([wrong], tmp_path).of("g")[0]


def judge(chosen: list[Example], folder: Path) -> Findings:
    files = write_each(chosen, folder, ".yaml")
    findings = Findings()
    output = run("yamllint", "--no-warnings", "--format=parsable", "--config-data=extends: relaxed", *files, folder=folder).stdout
    for line in output.splitlines():
        name, complaint = line.split(":", 1)
        findings.add(files[name], f"line {complaint}")
    return findings


def _has_api_version(example: Example) -> bool:
    # A tag such as !vault is for the tool that reads the file.
    documents = [document for document in yaml.compose_all(example.text) if document]
    return all(any(key.value == "apiVersion" for key, _ in document.value) for document in documents)
