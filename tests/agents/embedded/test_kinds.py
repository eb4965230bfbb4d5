"""The kind of a question is told by how people ask, in both languages, with and without diacritics."""

import pytest

from agents.embedded.kinds import question_kind

KINDS = {
    "definition": ["What is Docker?", "what's a pod", "Explain drift", "Co to jest MLflow?", "co to kontener", "Czym jest feature store?", "Po co mi DVC?", "Na czym polega wersjonowanie danych?"],
    "howto": ["How do I cache pip packages?", "Jak wersjonować dane?", "jak wdrozyc model na kubernetesie", "I want to deploy a model", "Gdzie trzymać hasła?", "Can I mount a volume?"],
    "comparison": ["What is the difference between a liveness and a readiness probe?", "Docker vs Podman", "Czym się różni liveness od readiness?", "czym rozni sie git merge od rebase", "Porównaj Jenkinsa i GitHub Actions", "Is Jenkins better than GitHub Actions?", "Który jest lepszy: DVC czy git-lfs?"],
    "error": ["My pod is in CrashLoopBackOff, what is wrong? It crashes.", "docker: permission denied", "nie działa mi kubectl", "How do I fix ImagePullBackOff?", "terraform apply fails", "Mam błąd przy docker build", "wywala mi builda"],
    "list": ["List the skills of an MLOps engineer", "Jakie są role w zespole MLOps?", "Which metrics does it have?", "wymien rodzaje dryfu", "Name three registries"],
    "other": ["MLflow", "Kubernetes na laptopie", ""],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "question"), [(kind, question) for kind, questions in KINDS.items() for question in questions])
def test_the_kind_is_told(kind: str, question: str) -> None:
    assert question_kind(question) == kind
