"""Requests for Kubernetes manifests, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ("We are moving the recommender to Kubernetes. I need a Deployment (image registry.acme.io/reco/api:2.1.3, port 8000, 2 replicas), a "
     "ClusterIP Service on port 80, an Ingress for reco.acme.io with TLS from the secret reco-tls, and an HPA scaling 2 to 10 replicas at "
     "70% CPU. Everything in the namespace reco.",
     {"image": "registry.acme.io/reco/api:2.1.3", "port": 8000, "replicas": 2, "service_type": "ClusterIP", "service_port": 80,
      "host": "reco.acme.io", "tls": True, "tls_secret": "reco-tls", "min_replicas": 2, "max_replicas": 10, "cpu_target": 70,
      "namespace": "reco", "objects": ["deployment", "service", "ingress", "hpa"]}),
    ("Zrób deployment i service dla api 'scoring', obraz registry.bank.pl/scoring:4.0.1, port 8080",
     {"name": "scoring", "image": "registry.bank.pl/scoring:4.0.1", "port": 8080, "objects": ["deployment", "service"]}),
    ("a teraz 5 replik i limit pamięci 2Gi", {"replicas": 5, "memory_limit": "2Gi"}),
    ("teraz 3 repliki, port 9000", {"replicas": 3, "port": 9000}),
    ("daj mi cronjob w k8s ktory co noc o 2:30 uruchamia python train.py, obraz ghcr.io/firma/train:1.2, namespace ml, limit 4Gi pamieci",
     {"image": "ghcr.io/firma/train:1.2", "command": ["python", "train.py"], "memory_limit": "4Gi", "namespace": "ml",
      "schedule": "30 2 * * *", "objects": ["cronjob"]}),
    ("k8s manifest for a training job with 2 GPUs, image ghcr.io/acme/train:0.4, 32Gi memory, retries 3",
     {"image": "ghcr.io/acme/train:0.4", "memory": "32Gi", "memory_limit": "32Gi", "gpu": 2, "retries": 3, "objects": ["job"]}),
    ("hpa for deployment churn-api, min 2 max 8, cpu 60%",
     {"name": "churn-api", "min_replicas": 2, "max_replicas": 8, "cpu_target": 60, "objects": ["hpa"]}),
    ("potrzebuje hpa dla deploymentu churn-api od 2 do 10 replik przy 75% cpu",
     {"name": "churn-api", "min_replicas": 2, "max_replicas": 10, "cpu_target": 75, "objects": ["hpa"]}),
    ("kubernetes deployment for churn-api, image ghcr.io/acme/churn-api:1.4.0, port 8000, requests 250m cpu and 512Mi memory, limits 1 cpu and 1Gi",
     {"name": "churn-api", "image": "ghcr.io/acme/churn-api:1.4.0", "port": 8000, "cpu": "250m", "cpu_limit": "1", "memory": "512Mi",
      "memory_limit": "1Gi", "objects": ["deployment"]}),
    ("Deployment k8s: obraz registry.firma.pl/ml/fraud:3.1, 3 repliki, requests 500m/1Gi, limits 2/2Gi, readiness /ready, liveness /live, "
     "env LOG_LEVEL=debug i MODEL_PATH=/models/fraud",
     {"image": "registry.firma.pl/ml/fraud:3.1", "replicas": 3, "cpu": "500m", "memory": "1Gi", "cpu_limit": "2", "memory_limit": "2Gi",
      "readiness": "/ready", "liveness": "/live", "env": {"LOG_LEVEL": "debug", "MODEL_PATH": "/models/fraud"}, "objects": ["deployment"]}),
    ("network policy so that only the namespace gateway can call churn-api on port 8000",
     {"name": "churn-api", "port": 8000, "allow_from": ["gateway"], "objects": ["networkpolicy"]}),
    ("polityka sieciowa: do podow fraud-api na porcie 8080 moze wchodzic tylko ruch z namespace'u ingress-nginx",
     {"name": "fraud-api", "port": 8080, "allow_from": ["ingress-nginx"], "objects": ["networkpolicy"]}),
    ("pvc 50Gi ReadWriteMany, storage class efs-sc, nazwa models",
     {"name": "models", "storage": "50Gi", "storage_class": "efs-sc", "access": "ReadWriteMany", "objects": ["pvc"]}),
    ("make a ConfigMap with LOG_LEVEL=info and BATCH_SIZE=64 for scoring in namespace ml-prod",
     {"name": "scoring", "env": {"LOG_LEVEL": "info", "BATCH_SIZE": "64"}, "namespace": "ml-prod", "objects": ["configmap"]}),
    ("dodaj ingress dla scoring.firma.pl z certyfikatem z secretu scoring-tls",
     {"host": "scoring.firma.pl", "tls": True, "tls_secret": "scoring-tls", "objects": ["app", "ingress"]}),
    ("bez serwisu poproszę, sam deployment dla obrazu ghcr.io/x/y:1", {"image": "ghcr.io/x/y:1", "objects": ["deployment"], "without": ["service"]}),
    ("Deployment for the image ghcr.io/acme/embedder:0.9 on GPU nodes: 1 GPU, node selector gpu=l4, toleration nvidia.com/gpu, 16Gi memory",
     {"image": "ghcr.io/acme/embedder:0.9", "gpu": 1, "node_selector": {"gpu": "l4"}, "tolerations": [{"key": "nvidia.com/gpu"}],
      "memory": "16Gi", "memory_limit": "16Gi", "objects": ["deployment"]}),
    ("wdróż na kubernetesa api z obrazu registry.firma.pl/reco:2.0 w 4 replikach, DB_PASSWORD z secretu reco-db (klucz password), namespace reco-prod",
     {"image": "registry.firma.pl/reco:2.0", "replicas": 4, "namespace": "reco-prod",
      "secret_env": [{"name": "DB_PASSWORD", "secret": "reco-db", "key": "password"}]}),
    ("kustomize base + overlays dev (1 replica) and prod (5 replicas) for ghcr.io/acme/churn:2.0",
     {"image": "ghcr.io/acme/churn:2.0", "layout": "kustomize", "overlays": [{"name": "dev", "replicas": 1}, {"name": "prod", "replicas": 5}]}),
    ("StatefulSet dla qdrant, obraz qdrant/qdrant:v1.12, port 6333, dysk 20Gi",
     {"image": "qdrant/qdrant:v1.12", "port": 6333, "storage": "20Gi", "objects": ["statefulset"]}),
    ("service typu LoadBalancer na porcie 443 dla churn-api, kontener słucha na 8443",
     {"name": "churn-api", "port": 8443, "service_port": 443, "service_type": "LoadBalancer", "objects": ["service"]}),
    ("nodeport 30080 service for churn-api, app listens on 8000",
     {"name": "churn-api", "port": 8000, "service_type": "NodePort", "node_port": 30080, "objects": ["service"]}),
    ("zmień namespace na ml-test i obraz na ghcr.io/acme/churn:2.1", {"namespace": "ml-test", "image": "ghcr.io/acme/churn:2.1"}),
    ("job kubernetesowy odpalający `dvc repro` w obrazie ghcr.io/acme/dvc:3, bez GPU, timeout 2 godziny",
     {"image": "ghcr.io/acme/dvc:3", "command": ["dvc", "repro"], "gpu": 0, "deadline": 7200, "objects": ["job"]}),
    ("CronJob every 6 hours, Warsaw time, image ghcr.io/a/b:1, concurrency forbid, service account scorer",
     {"image": "ghcr.io/a/b:1", "schedule": "0 */6 * * *", "time_zone": "Europe/Warsaw", "concurrency": "Forbid", "service_account": "scorer",
      "objects": ["cronjob", "serviceaccount"]}),
    ("make it 4 replicas with 2 CPU and 4 GB RAM", {"replicas": 4, "cpu": "2", "memory": "4Gi", "memory_limit": "4Gi"}),
    ("usuń ingress i dodaj serviceaccount z rolą arn:aws:iam::123456789012:role/churn",
     {"role_arn": "arn:aws:iam::123456789012:role/churn", "objects": ["app", "serviceaccount"], "without": ["ingress"]}),
    ("Deployment, Service i HPA (2-6 replik, 80% CPU) dla serwisu odejscia, obraz registry.firma.pl/odejscia:1.0, port 8000, prywatny "
     "rejestr z secretem regcred",
     {"name": "odejscia", "image": "registry.firma.pl/odejscia:1.0", "port": 8000, "min_replicas": 2, "max_replicas": 6, "cpu_target": 80,
      "pull_secret": "regcred", "objects": ["deployment", "service", "hpa"]}),
    ("manifesty dla serwisu scoring, port 8080, dostepny pod https://scoring.firma.pl",
     {"name": "scoring", "port": 8080, "host": "scoring.firma.pl", "tls": True}),
    ("dodaj zmienną MODEL_NAME=churn i tolerancję na taint dedicated=ml:NoSchedule",
     {"env": {"MODEL_NAME": "churn"}, "tolerations": [{"key": "dedicated", "value": "ml", "effect": "NoSchedule"}]}),
    ("job that runs python -m churn.train --epochs 10 with 4 CPUs, 16 GB memory, at most 3 hours, backoffLimit 0",
     {"command": ["python", "-m", "churn.train", "--epochs", "10"], "cpu": "4", "memory": "16Gi", "memory_limit": "16Gi", "deadline": 10800,
      "retries": 0, "objects": ["job"]}),
    ("API key from the secret openai-key as OPENAI_API_KEY, image ghcr.io/acme/rag:0.1, deployment",
     {"image": "ghcr.io/acme/rag:0.1", "objects": ["deployment"],
      "secret_env": [{"name": "OPENAI_API_KEY", "secret": "openai-key", "key": "OPENAI_API_KEY"}]}),
    ("podman play kube yaml for image ghcr.io/acme/churn:1.0 port 8000", {"image": "ghcr.io/acme/churn:1.0", "port": 8000}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("kubernetes", message)
    validated(load("kubernetes"), read)
    assert read == expected


IMPOSSIBLE = [
    ("cronjob k8s, harmonogram '61 25 * * *', obraz registry.local/retrain:0.3", "61 25 * * *"),
    (
        'Create a Deployment, image ghcr.io/acme/api:1.0, port 8080, and name it "x\n          securityContext:\n            privileged: true"',
        "name",
    ),
    ("deployment, image: 'ghcr.io/acme/api:1.0; rm -rf /'", "image"),
    ("deployment z obrazu a/b:1, port 99999", "99999"),
    ("deployment o nazwie Churn_API, obraz a/b:1", "Churn_API"),
    ("deployment, memory 512MB, limit 256Mi", "256Mi"),
    ("hpa dla churn-api min 10 max 2", "10"),
]


@pytest.mark.parametrize(("message", "named"), IMPOSSIBLE, ids=[case[1] for case in IMPOSSIBLE])
def test_an_impossible_value_is_refused_by_name(message: str, named: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("kubernetes"), read_options("kubernetes", message))
    assert named in str(caught.value) and named in caught.value.polish


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["manifest k8s dla api churn, obraz a/b:1", "dodaj hpa od 2 do 6"], {"objects": ["app", "hpa"], "min_replicas": 2, "max_replicas": 6}),
        (["cronjob k8s co noc o 2, obraz a/b:1", "zmień na 4:15 i namespace batch"], {"objects": ["cronjob"], "namespace": "batch"}),
        (["Deployment and Service for ghcr.io/a/b:1", "add an Ingress for b.example.com"],
         {"objects": ["deployment", "service", "app", "ingress"], "host": "b.example.com"}),
        (["deployment, service i ingress dla a.firma.pl, obraz a/b:1", "usuń ingress"], {"without": ["ingress"]}),
    ],
)  # fmt: skip
def test_later_turns_change_what_was_asked(turns: list[str], expected: dict[str, object]) -> None:
    wish = read_wish(turns)
    assert wish is not None and wish.kind == "kubernetes"
    validated(load("kubernetes"), wish.options)
    assert expected.items() <= wish.options.items()
