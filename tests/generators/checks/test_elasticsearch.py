"""Bodies that the API of Elasticsearch would refuse."""

import re
from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import elasticsearch

GOOD = """{
  "index_patterns": ["ml-*"],
  "data_stream": {},
  "priority": 500,
  "template": {
    "settings": {"number_of_shards": 1},
    "mappings": {"dynamic": false, "properties": {"@timestamp": {"type": "date"}, "user": {"properties": {"id": {"type": "keyword"}}}}}
  }
}
"""

BROKEN = [
    ("index_patterns", "index_pattern", "index_pattern"),
    ('"keyword"', '"keywrd"', "keywrd"),
    ('"priority": 500', '"priority": "high"', "priority"),
    ('"settings"', '"setings"', "setings"),
    ('"dynamic": false', '"dynamic": "no"', "dynamic"),
    ('"data_stream": {},', '"data_stream": {}', "is not JSON"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert elasticsearch.wants(path, text), f"elasticsearch does not want {path}"
    return [problem.message for problem in elasticsearch.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "template.json", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "template.json", GOOD.replace(old, new, 1))))


UNSEEN: set[str] = set()
POLICY = """{"policy": {"phases": {
  "hot": {"actions": {"rollover": {"max_age": "7d", "max_primary_shard_size": "50gb"}}},
  "warm": {"min_age": "14d", "actions": {"forcemerge": {"max_num_segments": 1}}},
  "delete": {"min_age": "90d", "actions": {"delete": {}}}
}}}
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("7d", "7d", None),
        ('"90d"', '"10d"', "phase delete begins before warm"),
        ("max_age", "maxage", "maxage"),
        ("50gb", "50 GB", "max_primary_shard_size"),
        ('"delete": {"min', '"deleted": {"min', "deleted"),
        ('{"max_num_segments": 1}', "{}", "max_num_segments"),
    ],
)
def test_a_lifecycle_is_judged_too(tmp_path: Path, old: str, new: str, said: str | None) -> None:
    found = faults(tmp_path, "policy.json", POLICY.replace(old, new, 1))
    assert bool(found) == bool(said) and (said is None or said in "".join(found))


@pytest.mark.parametrize("sample", shared_samples("elasticsearch", "*.json"))
def test_the_shared_samples_are_judged_right(tmp_path: Path, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    if not elasticsearch.wants(sample.name, text) or sample.stem in UNSEEN:
        return
    assert (faults(tmp_path, sample.name, text) == []) == ("broken" not in sample.stem)
