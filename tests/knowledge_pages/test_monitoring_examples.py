"""PromQL parses wherever it stands, Prometheus' files fit their schemas, and Logstash reads its pipelines."""

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import promql_parser
import pytest
import yaml
from judging import SCHEMAS, guides_with
from logstash_pipeline_parser import Pipeline
from pages import examples

PROMQL = examples("promql")
LOGSTASH = examples("logstash")
RULES = [example for example in examples("yaml") if re.search(r"^groups:", example.text, re.MULTILINE)]
KINDS = {
    "prometheus.yml": "prometheus.json",
    "alerts.yml": "prometheus.rules.json",
    "rules.yml": "prometheus.rules.json",
    "alertmanager.yml": "prometheus-alertmanager.json",
}
CONFIGURED = [example for example in examples("yaml") if example.title.split("/")[-1] in KINDS and "fragment" not in example.marks]


@pytest.mark.parametrize("guide", guides_with(PROMQL))
def test_queries_parse(guide: str) -> None:
    queries = [(example.place, query) for example in PROMQL if example.guide == guide for query in queries_in(example.text)]
    assert [(place, wrong) for place, query in queries if (wrong := promql_complaint(query))] == []


@pytest.mark.parametrize("guide", guides_with(RULES))
def test_the_expressions_of_rules_parse(guide: str) -> None:
    rules = [(example.place, rule) for example in RULES if example.guide == guide for rule in rules_in(example.text)]
    assert [(place, wrong) for place, rule in rules if (wrong := promql_complaint(rule["expr"]))] == []


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the schemas of Prometheus' files are not beside this copy of the project")
@pytest.mark.parametrize("guide", guides_with(CONFIGURED))
def test_the_files_of_prometheus_fit_their_schemas(guide: str) -> None:
    for example in CONFIGURED:
        if example.guide == guide:
            schema = json.loads((SCHEMAS / "schemastore" / KINDS[example.title.split("/")[-1]]).read_text(encoding="utf-8"))
            errors = jsonschema.validators.validator_for(schema)(schema).iter_errors(yaml.safe_load(example.text))
            assert [error.message[:200] for error in errors] == [], example.place


@pytest.mark.parametrize("guide", guides_with(LOGSTASH))
def test_logstash_reads_its_pipelines(guide: str) -> None:
    for example in LOGSTASH:
        if example.guide == guide:
            assert Pipeline(example.text).parse(), example.place


def test_mistakes_in_queries_are_seen() -> None:
    assert promql_complaint("rate(http_requests_total)")
    assert promql_complaint("sum by (job) (rate(x[5m])")
    assert queries_in("# two\nup == 0\n\nsum(\n  up\n)\n") == ["up == 0", "sum(\n  up\n)"]


def queries_in(text: str) -> list[str]:
    """The queries of a block, which blank lines and comments part."""
    code = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    return [query.strip() for query in re.split(r"\n\s*\n", code) if query.strip()]


def rules_in(text: str) -> Iterator[dict[str, Any]]:
    for group in yaml.safe_load(text)["groups"]:
        yield from (rule for rule in group.get("rules", []) if "expr" in rule)


def promql_complaint(query: str) -> str:
    # Grafana puts the values of its variables in before it asks.
    query = re.sub(r"\$(__\w+|\w+|\{\w+\})", lambda name: "5m" if "interval" in name[0] or "range" in name[0] else "x", query)
    try:
        promql_parser.parse(query)
    except ValueError as error:
        return f"{query}: {error}"
    return ""
