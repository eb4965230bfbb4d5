"""Workflows pass actionlint, GitLab pipelines GitLab's schema and what it cannot see, and Jenkinsfiles are Groovy."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tree_sitter_groovy
import yaml
from judging import Findings, guides_with, run, write_each
from pages import Example, examples
from tree_sitter import Language, Node, Parser

WORKFLOWS = [example for example in examples("yaml") if example.title.startswith(".github/workflows/")]
GITLAB = [example for example in examples("yaml") if example.title == ".gitlab-ci.yml" and "fragment" not in example.marks]
GROOVY = examples("groovy")
GITLAB_STAGES = [".pre", "build", "test", "deploy", ".post"]
GITLAB_ALWAYS_KNOWN = {"stages", "variables", "default", "include", "workflow", "spec", "image", "services", "cache"}


@pytest.fixture(scope="module")
def actionlint(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return judge_workflows(WORKFLOWS, tmp_path_factory.mktemp("workflows"))


@pytest.mark.parametrize("guide", guides_with(WORKFLOWS))
def test_workflows_pass_actionlint(guide: str, actionlint: Findings) -> None:
    assert actionlint.of(guide) == []


@pytest.mark.parametrize("guide", guides_with(GITLAB))
def test_gitlab_pipelines_fit_the_schema(guide: str) -> None:
    chosen = [example for example in GITLAB if example.guide == guide]
    assert [(example.place, wrong) for example in chosen for wrong in gitlab_complaints(example.text)] == []


@pytest.mark.parametrize("guide", guides_with(GROOVY))
def test_groovy_parses(guide: str) -> None:
    chosen = [example for example in GROOVY if example.guide == guide]
    assert [(example.place, line) for example in chosen for line in groovy_errors(example.text)] == []


def test_mistakes_in_pipelines_are_seen(tmp_path: Path) -> None:
    workflow = "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    needs: b\n    steps:\n      - run: ls\n"
    wrong = Example("g", "page.md", 7, "yaml", frozenset(), ".github/workflows/ci.yml", workflow)
    assert judge_workflows([wrong], tmp_path).of("g")
    assert list(gitlab_complaints("a:\n  script: ls\n  needs: [b]\n")) == ["a needs b, which is not there"]
    assert list(gitlab_complaints("a:\n  scripts: ls\n"))
    assert list(groovy_errors("pipeline { agent any\n stages { stage('a') {\n"))


def judge_workflows(chosen: list[Example], folder: Path) -> Findings:
    written = write_each(chosen, folder, ".yml")
    findings = Findings()
    output = run("actionlint", "-no-color", "-format", "{{json .}}", *written, folder=folder).stdout
    for found in json.loads(output):
        findings.add(written[found["filepath"]], f"line {found['line']}: {found['message']}")
    return findings


def gitlab_complaints(text: str) -> Iterator[str]:
    pipeline = yaml.load(text, Loader=_GitLabLoader)
    yield from (f"{list(error.path)}: {error.message[:200]}" for error in _gitlab_schema().iter_errors(pipeline))
    jobs = {name: job for name, job in pipeline.items() if name not in GITLAB_ALWAYS_KNOWN and isinstance(job, dict)}
    stages = [*GITLAB_STAGES, *pipeline.get("stages", [])]
    for name, job in jobs.items():
        if not isinstance(job.get("stage", "test"), str) or job.get("stage", "test") not in stages:
            yield f"{name} is in a stage that is not there"
        known = set(jobs) if "include" not in pipeline else {*jobs, *_named(job, "extends"), *_named(job, "needs")}
        yield from (f"{name} needs {other}, which is not there" for other in _named(job, "needs") - known)
        yield from (f"{name} extends {other}, which is not there" for other in _named(job, "extends") - known)


def _named(job: dict[str, Any], key: str) -> set[str]:
    value = job.get(key, [])
    entries = value if isinstance(value, list) else [value]
    return {entry if isinstance(entry, str) else entry["job"] for entry in entries if isinstance(entry, str) or "job" in entry}


class _GitLabLoader(yaml.SafeLoader):
    """Reads GitLab's own tag."""


_GitLabLoader.add_constructor("!reference", lambda loader, node: loader.construct_sequence(node))


@cache
def _gitlab_schema() -> jsonschema.Draft7Validator:
    schema = files("check_jsonschema").joinpath("builtin_schemas/vendor/gitlab-ci.json").read_text(encoding="utf-8")
    return jsonschema.Draft7Validator(json.loads(schema))


def groovy_errors(text: str) -> Iterator[int]:
    """The lines where Groovy's grammar is at a loss."""
    parser = Parser(Language(tree_sitter_groovy.language()))
    yield from _errors(parser.parse(text.encode()).root_node)


def _errors(node: Node) -> Iterator[int]:
    if node.type == "ERROR" or node.is_missing:
        yield node.start_point[0] + 1
    for child in node.children:
        yield from _errors(child)
