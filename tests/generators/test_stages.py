"""Stages as people list them."""

import pytest

from generators.frame.pipeline import slug, stages_in
from generators.frame.pipeline.stages import does, stages_added_in

LISTED = [
    ("stages: install, lint, test. declarative", ["install", "lint", "test"]),
    ("etapy: instalacja, lint, testy i wdrożenie", ["instalacja", "lint", "testy", "wdrożenie"]),
    ("checkout -> build -> test -> deploy", ["checkout", "build", "test", "deploy"]),
    ("lint, test and build stages", ["lint", "test", "build"]),
    ("stages lint, test, deploy with manual approval", ["lint", "test", "deploy"]),
    ("z etapami lint, testy, poświadczenia x", ["lint", "testy"]),
    ("stages: lint, push to registry.acme.io/ml/api", ["lint", "push"]),
    ("stages: lint, deploy to staging", ["lint", "deploy to staging"]),
    ("run the tests and build the image", None),
    ("pytest on python 3.11, 3.12", None),
]


@pytest.mark.parametrize(("text", "stages"), LISTED)
def test_a_list_becomes_stages_in_its_order(text: str, stages: list[str] | None) -> None:
    assert stages_in(text) == stages


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Testy jednostkowe", "test"), ("Build docker image", "build"), ("dvc repro", "train"), ("wdrożenie", "deploy"),
     ("type-check", "types"), ("Walidacja danych", None), ("ocena modelu", "evaluate")],
)  # fmt: skip
def test_a_stage_is_known_by_its_name_in_both_languages(name: str, kind: str | None) -> None:
    assert does(name) == kind


@pytest.mark.parametrize(("name", "expected"), [("Ocena modelu", "ocena-modelu"), ("2. etap", "stage-2-etap"), ("żółw", "zolw")])
def test_a_name_becomes_an_identifier(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("add a security stage", ["security"]),
        ("dodaj jeszcze etap ewaluacja modelu", ["ewaluacja modelu"]),
        ("dodaj etap z bandit po testach", ["bandit"]),
        ("add mypy and python 3.12", None),
        ("stages: lint, test", None),
    ],
)
def test_a_stage_is_added_to_those_there_are(text: str, stages: list[str] | None) -> None:
    assert stages_added_in(text) == stages
