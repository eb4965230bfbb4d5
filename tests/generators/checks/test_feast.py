"""Configurations that Feast would not read."""

import re
from pathlib import Path

import pytest

from generators.checks import feast

GOOD = """project: churn
provider: local
registry: {registry_type: sql, path: "${URL}", cache_ttl_seconds: 60}
offline_store: {type: file}
online_store: {type: redis, connection_string: x}
entity_key_serialization_version: 3
"""

BROKEN = [
    ("provider: local", "provider: azur", "azur"),
    ("type: redis", "type: rediss", "rediss"),
    ("registry:", "registri:", "registri"),
    ("project: churn\n", "", "project"),
    ("version: 3", "version: 2", "entity_key_serialization_version"),
    ('path: "${URL}", ', "", "registry"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert feast.wants(path, text), f"feast does not want {path}"
    return [problem.message for problem in feast.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "feature_repo/feature_store.yaml", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "feature_repo/feature_store.yaml", GOOD.replace(old, new, 1))))
