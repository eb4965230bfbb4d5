"""What is particular to the collection of logs: where lines come from, where they go, and how long they stay."""

import json
import re
from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, str]:
    files = generate("elastic", options).files
    assert all(file.passed for file in files), [(file.path, file.checks) for file in files]
    return {file.path: file.content for file in files}


def filebeat(**options: Any) -> dict[str, Any]:
    config: dict[str, Any] = yaml.safe_load(made(parts=["filebeat"], **options)["filebeat/filebeat.yml"])
    return config


def joins(line: str) -> bool:
    parsers = filebeat(format="text")["filebeat.inputs"][0]["parsers"]
    pattern = next(parser["multiline"]["pattern"] for parser in parsers if "multiline" in parser)
    return bool(re.match(pattern, line))


@pytest.mark.parametrize(
    "line",
    [
        "Traceback (most recent call last):",
        '  File "a.py", line 3, in <module>',
        "    return x / 0",
        "ZeroDivisionError: division by zero",
        "requests.exceptions.ReadTimeout: x",
        "",
        "During handling of the above exception, another exception occurred:",
        "KeyboardInterrupt",
    ],
)
def test_a_line_of_a_traceback_belongs_to_the_event_before(line: str) -> None:
    assert joins(line)


@pytest.mark.parametrize(
    "line", ["2026-11-23 10:00:05 ERROR no column age", "INFO: started", '{"level": "INFO"}', "Errors were found"]
)
def test_other_lines_begin_an_event(line: str) -> None:
    assert not joins(line)


def test_only_the_wanted_namespaces_are_opened() -> None:
    config = filebeat(source="kubernetes", namespaces=["ml", "batch"], hosts=["https://es:9200"])
    assert config["filebeat.inputs"][0]["paths"] == ["/var/log/containers/*_ml_*.log", "/var/log/containers/*_batch_*.log"]
    assert "add_kubernetes_metadata" in config["processors"][0]


def test_credentials_are_names_of_variables() -> None:
    config = filebeat(user_variable="FB_USER", password_variable="FB_PASS")["output.elasticsearch"]
    assert (config["username"], config["password"]) == ("${FB_USER}", "${FB_PASS}")
    assert filebeat(api_key=True)["output.elasticsearch"]["api_key"] == "${ES_API_KEY}"


def test_a_name_of_ones_own_brings_its_template_and_lifecycle() -> None:
    files = made(parts=["filebeat"], index="ml-logi", delete="14d")
    config = yaml.safe_load(files["filebeat/filebeat.yml"])
    assert config["output.elasticsearch"]["index"] == config["setup.template.name"] == config["setup.ilm.policy_name"] == "ml-logi"
    assert json.loads(files["filebeat/ilm-policy.json"])["policy"]["phases"]["delete"]["min_age"] == "14d"


def test_filebeat_goes_through_logstash_where_there_is_one() -> None:
    assert "output.logstash" in yaml.safe_load(made()["filebeat/filebeat.yml"])
    assert "output.elasticsearch" in filebeat()


def test_the_services_of_the_compose_file_have_what_their_files_ask_for() -> None:
    files = made()
    services = yaml.safe_load(files["compose.yaml"])["services"]
    assert "logstash:5044" in files["filebeat/filebeat.yml"] and "port => 5044" in files["logstash/pipeline/ml-logs.conf"]
    assert {"ES_USERNAME", "ES_PASSWORD"} <= set(services["logstash"]["environment"])
    names = {line.split("=")[0] for line in files[".env.example"].splitlines() if not line.startswith("#")}
    used = set(re.findall(r"\$\{(\w+)\}", files["compose.yaml"]))
    assert used == names
    assert all(port.startswith("127.0.0.1:") for service in services.values() for port in service.get("ports", []))


def test_a_single_node_keeps_no_copies() -> None:
    def copies(**options: Any) -> int:
        return json.loads(made(**options)["elasticsearch/index-template.json"])["template"]["settings"]["number_of_replicas"]

    assert (copies(), copies(parts=["template"]), copies(replicas=2)) == (0, 1, 2)


def test_dots_in_a_field_are_levels() -> None:
    fields = [{"name": "user.id", "type": "keyword"}, {"name": "user.age", "type": "integer"}]
    found = json.loads(made(parts=["template"], fields=fields)["elasticsearch/index-template.json"])
    assert found["template"]["mappings"]["properties"]["user"] == {
        "properties": {"id": {"type": "keyword"}, "age": {"type": "integer"}}
    }


def test_an_index_a_day_has_neither_rollover_nor_data_stream() -> None:
    files = made(parts=["template"], daily=True)
    assert (
        "rollover" not in files["elasticsearch/ilm-policy.json"] and "data_stream" not in files["elasticsearch/index-template.json"]
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"warm": "60d", "delete": "30d"}, "must come later"),
        ({"cold": "30d", "delete": "30d"}, "must come later"),
        ({"index": "ML-Logs"}, "index name"),
        ({"grok": '%{WORD:a}" } } input { exec { command => "id'}, "grok pattern"),
        ({"grok": "${HOME}"}, "grok pattern"),
        ({"hosts": ['http://es:9200", "http://evil:9200']}, "host and a port"),
        ({"password_variable": "x}y"}, "environment variable"),
        ({"paths": ["/var/../etc/shadow"]}, "path of log files"),
        ({"topic": 'a"] codec => x'}, "topic"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(BadOption, match=said):
        validated(load("elastic"), options)
