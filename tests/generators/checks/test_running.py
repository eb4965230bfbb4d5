"""A validator that is missing, crashes or hangs has not passed anything."""

import time
from pathlib import Path
from types import ModuleType

import pytest

from generators.checks import Missing, Problem, check_files, running


def validator(check: object, *, tool: str = "trial", version: object = lambda: "1.0", heavy: bool = False) -> ModuleType:
    module = ModuleType(tool)
    module.TOOL, module.HEAVY, module.version, module.check = tool, heavy, version, check
    module.wants = lambda path, text: path.endswith(".txt")
    return module


@pytest.fixture
def with_validators(monkeypatch: pytest.MonkeyPatch) -> object:
    def use(*modules: ModuleType) -> None:
        monkeypatch.setattr(running, "validators", lambda: modules)

    return use


def test_a_clean_file_passes_and_a_fault_names_its_line(with_validators) -> None:
    with_validators(validator(lambda folder, paths: [Problem("b.txt", "no", 3)]))
    verdicts = check_files({"a.txt": "x\n", "b.txt": "y\n", "c.md": "z\n"})
    assert verdicts["a.txt"][0].passed is True
    assert (verdicts["b.txt"][0].passed, verdicts["b.txt"][0].detail, verdicts["b.txt"][0].line) == (False, "3: no", 3)
    assert verdicts["c.md"] == ()


def test_the_validator_sees_the_bytes_that_are_handed_out(with_validators) -> None:
    seen = {}

    def look(folder: Path, paths: list[str]) -> list[Problem]:
        seen.update({path: (folder / path).read_bytes() for path in paths})
        return []

    with_validators(validator(look))
    check_files({"deep/a.txt": "zażółć\n\ttab\n"})
    assert seen == {"deep/a.txt": "zażółć\n\ttab\n".encode()}


def test_a_missing_validator_is_no_pass(with_validators) -> None:
    def missing() -> str:
        raise Missing("trial is not installed")

    with_validators(validator(lambda folder, paths: [], version=missing))
    verdict = check_files({"a.txt": ""})["a.txt"][0]
    assert verdict.passed is None
    assert verdict.detail == "not checked: trial is not installed"


def test_a_validator_that_crashes_is_no_pass_and_the_others_go_on(with_validators) -> None:
    def crash(folder: Path, paths: list[str]) -> list[Problem]:
        raise ZeroDivisionError("oops")

    with_validators(validator(crash), validator(lambda folder, paths: [], tool="other"))
    crashed, other = check_files({"a.txt": ""})["a.txt"]
    assert crashed.passed is None and "ZeroDivisionError: oops" in crashed.detail
    assert other.passed is True


def test_a_validator_that_hangs_is_no_pass_and_nobody_waits_for_it(with_validators, monkeypatch) -> None:
    monkeypatch.setattr(running, "_LIMIT", 0.2)
    with_validators(validator(lambda folder, paths: time.sleep(5) or []))
    start = time.monotonic()
    verdict = check_files({"a.txt": ""})["a.txt"][0]
    assert time.monotonic() - start < 2
    assert verdict.passed is None and verdict.detail == "not checked: took longer than 0.2 s"


def test_slow_validators_run_only_when_asked_for(with_validators) -> None:
    with_validators(validator(lambda folder, paths: [], heavy=True))
    assert check_files({"a.txt": ""})["a.txt"] == ()
    assert check_files({"a.txt": ""}, heavy=True)["a.txt"][0].passed is True
