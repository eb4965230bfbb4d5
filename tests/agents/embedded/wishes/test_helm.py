"""Requests for Helm charts, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ("helm chart for churn-api, image ghcr.io/acme/churn-api:1.4.0, 3 replicas, port 8000, ingress churn.acme.io",
     {"name": "churn-api", "image": "ghcr.io/acme/churn-api:1.4.0", "replicas": 3, "port": 8000, "host": "churn.acme.io"}),
    ("Zrób chart helma dla api scoring: obraz registry.bank.pl/scoring:4.0.1, port 8080, deployment, service, ingress i hpa od 2 do 8",
     {"name": "scoring", "image": "registry.bank.pl/scoring:4.0.1", "port": 8080, "min_replicas": 2, "max_replicas": 8, "autoscaling": True}),
    ("helm chart z deploymentem, serwisem i hpa (2-10, 60% cpu), obraz a/b:2.0, limity pamięci 2Gi",
     {"image": "a/b:2.0", "min_replicas": 2, "max_replicas": 10, "cpu_target": 60, "memory_limit": "2Gi", "workload": "deployment"}),
    ("napisz helm chart dla cronjoba ktory co noc o 3 odpala trening, obraz ghcr.io/firma/train:0.9",
     {"image": "ghcr.io/firma/train:0.9", "workload": "cronjob", "schedule": "0 3 * * *"}),
    ("make me a helm chart with values-dev.yaml and values-prod.yaml, prod has 5 replicas, dev 1 replica",
     {"environments": [{"name": "dev", "replicas": 1}, {"name": "prod", "replicas": 5}]}),
    ("chart helm 'fraud' w wersji 1.2.0 z networkpolicy, secret fraud-env jako zmienne",
     {"name": "fraud", "chart_version": "1.2.0", "network_policy": True, "secret": "fraud-env"}),
    ("teraz 4 repliki i service LoadBalancer", {"replicas": 4, "service_type": "LoadBalancer"}),
    ("dodaj pvc 20Gi w /models", {"storage": "20Gi", "mount": "/models"}),
    ("values.yaml with LOG_LEVEL=debug and gpu 1", {"env": {"LOG_LEVEL": "debug"}, "gpu": 1}),
    ("Helm chart: service account with role arn:aws:iam::123456789012:role/churn, memory request 1Gi limit 2Gi",
     {"role_arn": "arn:aws:iam::123456789012:role/churn", "memory": "1Gi", "memory_limit": "2Gi"}),
    ("chart helma, obraz registry.firma.pl/x:1.0, port 9000, bez tls, ingress na x.firma.pl",
     {"image": "registry.firma.pl/x:1.0", "port": 9000, "tls": False, "host": "x.firma.pl"}),
    ("helm chart for the image ghcr.io/acme/rag:0.3, OPENAI_API_KEY from the secret openai (key token), metrics for prometheus",
     {"image": "ghcr.io/acme/rag:0.3", "secret_env": [{"name": "OPENAI_API_KEY", "secret": "openai", "key": "token"}], "metrics": True}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("helm", message)
    validated(load("helm"), read)
    assert expected.items() <= read.items()


@pytest.mark.parametrize("message", [case[0] for case in CASES if "helm" in case[0].lower()])
def test_a_charts_contents_are_no_manifests_beside_it(message: str) -> None:
    wish = read_wish([message])
    assert wish is not None and wish.kinds == ["helm"]


def test_later_turns_speak_of_the_chart() -> None:
    wish = read_wish(["helm chart dla api scoring, obraz a/b:1", "dodaj pvc 20Gi w /models i hpa od 2 do 4"])
    assert wish is not None and wish.kinds == ["helm"]
    assert wish.options["storage"] == "20Gi" and wish.options["max_replicas"] == 4


@pytest.mark.parametrize(
    ("message", "named"),
    [("helm chart o nazwie Fraud_API", "Fraud_API"), ("chart helm x w wersji 1.2", "1.2"), ("helm chart, hpa min 9 max 3", "9")],
)
def test_an_impossible_value_is_refused_by_name(message: str, named: str) -> None:
    with pytest.raises(BadOption, match=named):
        validated(load("helm"), read_options("helm", message))
