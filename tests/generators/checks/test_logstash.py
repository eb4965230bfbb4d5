"""Logstash pipelines that would not start."""

import re
from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import logstash

GOOD = """input {
  beats { port => 5044 }
}
filter {
  if [message] =~ /^\\s*\\{/ {
    json { source => "message" }
  } else if [level] == "DEBUG" {
    drop { }
  } else {
    mutate { add_field => { "json" => "no" } }
  }
}
output {
  elasticsearch { hosts => ["http://es:9200"] password => "${ES_PASSWORD}" }
}
"""

BROKEN = [
    ("port => 5044", "port = 5044", "does not parse"),
    ("  elasticsearch {", "  elasticsarch {", "no output plugin 'elasticsarch'"),
    ("drop { }", "dorp { }", "no filter plugin 'dorp'"),
    ("  beats {", "  beat {", "no input plugin 'beat'"),
    ("  } else {", "  else {", "does not parse"),
    ('== "DEBUG"', '= "DEBUG"', "does not parse"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert logstash.wants(path, text), f"logstash does not want {path}"
    return [problem.message for problem in logstash.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "pipeline/logs.conf", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "pipeline/logs.conf", GOOD.replace(old, new, 1))))


UNSEEN: set[str] = set()


@pytest.mark.parametrize("sample", shared_samples("logstash", "*.conf"))
def test_the_shared_samples_are_judged_right(tmp_path: Path, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    if not logstash.wants(sample.name, text) or sample.stem in UNSEEN:
        return
    assert (faults(tmp_path, sample.name, text) == []) == ("broken" not in sample.stem)
