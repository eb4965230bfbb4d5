"""Requests are told from questions by how people put them."""

import pytest

from agents.embedded.asking import declines_files, is_change, is_wish, may_wish

QUESTIONS = [
    "What is a Dockerfile?",
    "How do I write a Dockerfile for FastAPI?",
    "jak napisać dockerfile dla flask?",
    "Why does my Dockerfile COPY fail?",
    "Do czego w dvc.yaml służy sekcja params? Nie generuj niczego.",
    "gitlab: is there a way to run a job only when a folder changes?",
    "In an alert rule, what does `for` do?",
    "Czy terraform ma jakiś state?",
    "która wersja pythona jest w tym obrazie?",
    "dlaczego w deploymencie jest runAsNonRoot",
    "does compose support gpu?",
    "co powinno być w .gitignore dla projektu ML?",
    "W jaki sposób dodać HPA do deploymentu?",
    "explain this Dockerfile line: COPY --from=build",
    "Difference between Deployment and StatefulSet",
]
WISHES = [
    "hey can u give me a dockerfile for a flask app",
    "zrob dockerfile dla api w fastapi",
    "We are moving to Kubernetes. I need a Deployment with two replicas",
    "Could you please prepare a Helm chart for our scoring service?",
    "Czy możesz przygotować manifest dla cronjoba?",
    "poproszę o playbook ansible",
    "Potrzebuję konfiguracji Alertmanagera",
    "a możesz zmienić port na 9000?",
    "can you change the port to 9000?",
    "Mógłbyś napisać workflow, który buduje obraz?",
    "I'd like a docker-compose with postgres",
    "dodaj jeszcze mypy",
    "Mamy api w flasku na porcie 5000. Przydałby się do tego Dockerfile.",
]
KNOWING = ["I want to understand how HPA works", "Chcę zrozumieć, jak działa deployment", "Can you explain what a helm chart is?"]


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_about_files_stays_a_question(message: str) -> None:
    assert not may_wish([message])


@pytest.mark.parametrize("message", WISHES)
def test_a_wish_is_heard_in_either_language(message: str) -> None:
    assert may_wish([message]) and is_wish(message)


@pytest.mark.parametrize("message", KNOWING)
def test_wanting_to_know_is_no_wish_for_files(message: str) -> None:
    assert not is_wish(message)


@pytest.mark.parametrize(
    "message",
    ["a teraz 3 repliki", "make it 2 minutes and severity critical", "zmień port na 9000", "without the healthcheck", "bez HPA"],
)
def test_a_change_of_what_was_made_is_told_by_its_opening(message: str) -> None:
    assert is_change(message)


@pytest.mark.parametrize(
    "message", ["Nie musisz nic generować, chcę tylko zrozumieć.", "No need to write a file, just explain.", "bez generowania"]
)
def test_who_wants_no_files_gets_none(message: str) -> None:
    assert declines_files(message)
