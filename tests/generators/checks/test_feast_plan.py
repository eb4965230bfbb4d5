"""Feature repositories by Feast itself, where its environment is made."""

from pathlib import Path

import pytest

from generators import generate
from generators.checks import Missing, feast_plan

pytestmark = pytest.mark.extras


def written(folder: Path, **options: object) -> list[str]:
    files = generate("feast", options).files
    for file in files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_text(file.content)
    return [file.path for file in files if feast_plan.wants(file.path, file.content)]


def test_only_the_configuration_and_the_definitions_are_judged(tmp_path: Path) -> None:
    assert written(tmp_path) == ["feature_repo/feature_store.yaml", "feature_repo/features.py"]


def test_a_good_repository_passes(tmp_path: Path) -> None:
    assert feast_plan.check(tmp_path, written(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("feature_store.yaml", "type: sqlite", "type: sqlit"),
        ("feature_store.yaml", "registry:", "registri:"),
        ("features.py", "entities=[customer]", 'entities=["customer"]'),
        ("features.py", "dtype=Int64", 'dtype="int"'),
    ],
)
def test_a_broken_repository_is_told_what_is_wrong(tmp_path: Path, file: str, old: str, new: str) -> None:
    paths = written(tmp_path)
    place = tmp_path / "feature_repo" / file
    place.write_text(place.read_text().replace(old, new))
    assert feast_plan.check(tmp_path, paths)


def test_a_store_whose_extra_is_missing_is_not_called_wrong(tmp_path: Path) -> None:
    paths = written(tmp_path, online="redis")
    try:
        assert feast_plan.check(tmp_path, paths) == []
    except Missing as reason:
        assert "extra" in str(reason)
