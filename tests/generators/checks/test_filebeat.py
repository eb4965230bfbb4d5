"""Settings that Filebeat would silently ignore."""

import re
from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import filebeat

GOOD = """filebeat.inputs:
  - type: filestream
    id: a
    paths: ["/var/log/*.log"]
    parsers:
      - container: ~
      - ndjson: {target: ""}
processors:
  - add_host_metadata: ~
output.elasticsearch:
  hosts: ["https://es:9200"]
  password: ${ES_PASSWORD}
setup.template.enabled: false
"""

BROKEN = [
    ("type: filestream", "type: filestreem", "filestreem"),
    ("    id: a\n", "", "id"),
    ("type: filestream", "type: log", "allow_deprecated_use"),
    ("- ndjson", "- njson", "njson"),
    ("add_host_metadata", "add_hosts_metadata", "add_hosts_metadata"),
    ("setup.template", "stup.template", "stup"),
    ("setup.template.enabled: false", "output.logstash: {hosts: [x]}", "only one output"),
    ("output.elasticsearch:", "output.elastic:", "no output called 'elastic'"),
    ('  hosts: ["https', '  host: ["https', "hosts"),
    ("  password:", "  api_key: x\n  password:", "output.elasticsearch"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert filebeat.wants(path, text), f"filebeat does not want {path}"
    return [problem.message for problem in filebeat.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "filebeat.yml", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "filebeat.yml", GOOD.replace(old, new, 1))))


UNSEEN: set[str] = set()


@pytest.mark.parametrize("sample", shared_samples("filebeat", "*.yml"))
def test_the_shared_samples_are_judged_right(tmp_path: Path, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    if not filebeat.wants(sample.name, text) or sample.stem in UNSEEN:
        return
    assert (faults(tmp_path, sample.name, text) == []) == ("broken" not in sample.stem)
