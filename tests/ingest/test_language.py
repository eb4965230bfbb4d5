"""Which language a question or a page is in."""

import pytest

from ingest import detect_language, fold

POLISH = """
Co to jest feature store?
co to kubernetes
Jak wersjonować dane w projekcie ML?
jak wersjonowac dane w projekcie ml
jak zbudowac obraz docker
czym rozni sie docker od kubernetes
roznica miedzy deployment a statefulset
jak wdrozyc model na seldon core
a jak to zrobić w Jenkinsie?
po co mi terraform
gdzie sa logi kontenera
dlaczego pod jest w CrashLoopBackOff
ile replik ustawic
pokaz przyklad playbooka ansible
daj mi Dockerfile dla fastapi
zrob pipeline w github actions
mlflow nie dziala
nie dziala mi docker compose up
czy mozna cofnac commit
kubectl get pods nie widzi podow, co robic
dzieki
cześć
jakie sa role w zespole mlops
kiedy uzyc dvc
wyjaśnij liveness probe
""".strip().splitlines()

ENGLISH = """
What is a feature store?
what is kubernetes
how to version data in an ml project
How do I build a docker image?
difference between liveness and readiness probe
kubectl get pods
why is my pod in CrashLoopBackOff
docker compose up does not work
show me an example playbook
give me a Dockerfile for FastAPI
How did Mateusz Wiśniewski deploy the model in Łódź?
Who is Zażółć Gęślą and what does he do with the model in production?
hi
thanks
can I undo a commit
do I need Terraform
mlflow tracking server
which roles are there in an MLOps team
pytest fixtures
ImagePullBackOff
""".strip().splitlines()


@pytest.mark.parametrize("question", POLISH)
def test_polish_questions_with_and_without_diacritics(question):
    assert detect_language(question) == "pl"


@pytest.mark.parametrize("question", ENGLISH)
def test_english_questions_even_with_polish_names(question):
    assert detect_language(question) == "en"


@pytest.mark.parametrize("text", ["", " ", "🚀", "123", "```\njest to nie jak\n```"])
def test_text_that_tells_nothing_counts_as_english(text):
    assert detect_language(text) == "en"


def test_polish_letters_lose_their_marks_and_nothing_else_changes():
    assert fold("Zażółć GĘŚLĄ jaźń: café, naïve") == "Zazolc GESLA jazn: café, naïve"
