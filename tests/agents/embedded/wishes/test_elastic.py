"""Requests for log collection in the Elastic Stack, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ("Filebeat na Kubernetesie tylko z namespace'u scoring, sklejaj tracebacki, metadane k8s, output https://logi.firma.pl:9200, uzytkownik i haslo z env FB_USER i FB_PASSWORD, indeks scoring-logi",
     {'source': 'kubernetes',
      'namespaces': ['scoring'],
      'multiline': True,
      'metadata': True,
      'hosts': ['https://logi.firma.pl:9200'],
      'user_variable': 'FB_USER',
      'password_variable': 'FB_PASSWORD',
      'index': 'scoring-logi',
      'parts': ['filebeat']}),
    ('filebeat.yml for docker containers, send to logstash:5044',
     {'source': 'docker',
      'output': 'logstash',
      'logstash_hosts': ['logstash:5044'],
      'inputs': ['beats'],
      'parts': ['filebeat']}),
    ('logstash pipeline: beats input on 5045, parse json, drop debug, date from field ts, output to https://es.acme.com:9200 index churn-logs, password from env ELASTIC_PASS',
     {'format': 'json',
      'hosts': ['https://es.acme.com:9200'],
      'password_variable': 'ELASTIC_PASS',
      'inputs': ['beats'],
      'port': 5045,
      'time_field': 'ts',
      'index': 'churn-logs',
      'parts': ['logstash']}),
    ('potok logstash: wejscie kafka kafka:9092 temat predictions, json, wyjscie elasticsearch indeks predykcje-prod',
     {'format': 'json',
      'kafka_hosts': ['kafka:9092'],
      'topic': 'predictions',
      'inputs': ['kafka'],
      'index': 'predykcje-prod',
      'parts': ['logstash']}),
    ('index template for logs-ml-* with latency_ms float, user_id keyword, 3 shards, 2 replicas and ILM: rollover at 20gb or 1 day, delete after 30 days',
     {'index': 'logs-ml',
      'fields': [{'name': 'latency_ms', 'type': 'float'}, {'name': 'user_id', 'type': 'keyword'}],
      'shards': 3,
      'replicas': 2,
      'rollover_age': '1d',
      'rollover_size': '20gb',
      'delete': '30d',
      'parts': ['template', 'ilm']}),
    ('polityka ILM: rollover po 7 dniach lub 50 GB, warm po 14 dniach, usuwanie po 60 dniach',
     {'rollover_age': '7d', 'rollover_size': '50gb', 'warm': '14d', 'delete': '60d', 'parts': ['ilm']}),
    ('ELK stack in docker compose with filebeat collecting docker logs',
     {'source': 'docker', 'parts': ['filebeat', 'compose']}),
    ('filebeat from files /var/log/churn/*.log plain text with tracebacks, output elasticsearch http://es:9200 with api key',
     {'source': 'files',
      'paths': ['/var/log/churn/*.log'],
      'format': 'text',
      'multiline': True,
      'hosts': ['http://es:9200'],
      'api_key': True,
      'parts': ['filebeat']}),
    ('Filebeat DaemonSet na k8s, namespace ml i batch, do elasticsearch https://es:9200',
     {'source': 'kubernetes',
      'namespaces': ['ml', 'batch'],
      'output': 'elasticsearch',
      'hosts': ['https://es:9200'],
      'parts': ['filebeat', 'daemonset']}),
    ('logstash with grok pattern "%{TIMESTAMP_ISO8601:ts} %{WORD:model} %{NUMBER:ms:float}" tcp port 5050',
     {'format': 'text',
      'inputs': ['tcp'],
      'port': 5050,
      'grok': '%{TIMESTAMP_ISO8601:ts} %{WORD:model} %{NUMBER:ms:float}',
      'parts': ['logstash']}),
    ('filebeat config: drop fields customer.email, ip; keep logs 90 days',
     {'dropped': ['customer.email', 'ip'], 'delete': '90d', 'parts': ['filebeat']}),
    ('zmien indeks na fraud-logi i trzymaj logi 14 dni',
     {'index': 'fraud-logi', 'delete': '14d'}),
    ('szablon indeksu predykcje-* z polami score float, model keyword, request_id keyword, 2 shardy',
     {'index': 'predykcje',
      'fields': [{'name': 'score', 'type': 'float'}, {'name': 'model', 'type': 'keyword'},
                 {'name': 'request_id', 'type': 'keyword'}],
      'shards': 2,
      'parts': ['template']}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("elastic", message)
    validated(load("elastic"), read)
    assert read == expected


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("polityka ILM: warm po 60 dniach, usuwanie po 30 dniach", "warm"),
        ("index template with 200 shards", "shards"),
        ("logstash pipeline on port 99999", "port"),
    ],
)
def test_an_impossible_value_is_refused_by_name(message: str, named: str) -> None:
    with pytest.raises(BadOption, match=named):
        validated(load("elastic"), read_options("elastic", message))


def test_a_second_turn_changes_the_index() -> None:
    wish = read_wish(["filebeat dla kubernetesa, namespace ml", "zmien indeks na fraud-logi"])
    assert wish is not None and wish.kinds == ["elastic"]
    assert wish.options["index"] == "fraud-logi" and wish.options["namespaces"] == ["ml"]
