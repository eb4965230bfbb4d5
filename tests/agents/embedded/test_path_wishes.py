"""Which messages lead to a learning path or a quiz, and which stay questions."""

import pytest

from agents.embedded.path_wishes import PathWish, read_path_wish

WISHES = [
    ("od czego zacząć jako data scientist?", PathWish("show", role="data-scientist")),
    ("Where do I start as a platform engineer?", PathWish("show", role="platform-engineer")),
    ("pokaż ścieżkę nauki dla data engineera", PathWish("show", role="data-engineer")),
    ("Jestem inżynierką ML, od czego powinnam zacząć?", PathWish("show", role="ml-engineer")),
    ("I'm a data scientist. Where should I begin?", PathWish("show", role="data-scientist")),
    ("jak zacząć jako inżynier MLOps", PathWish("show", role="mlops-engineer")),
    ("Chcę zostać inżynierem MLOps", PathWish("show", role="mlops-engineer")),
    ("how do I become an ML engineer?", PathWish("show", role="ml-engineer")),
    ("What should I learn as a data engineer?", PathWish("show", role="data-engineer")),
    ("czego mam się uczyć jako DevOps?", PathWish("show", role="platform-engineer")),
    ("learning path for team leads", PathWish("show", role="team-lead")),
    ("a roadmap for an MLOps engineer please", PathWish("show", role="mlops-engineer")),
    ("plan nauki dla lidera zespołu", PathWish("show", role="team-lead")),
    ("Ścieżka dla inżyniera danych?", PathWish("show", role="data-engineer")),
    ("jakie są ścieżki nauki?", PathWish("list")),
    ("Which learning paths are there?", PathWish("list")),
    ("od czego zacząć naukę MLOps?", PathWish("list")),
    ("pokaż moją ścieżkę", PathWish("show")),
    ("show my progress", PathWish("show")),
    ("Zacznij ścieżkę data scientista", PathWish("start", role="data-scientist")),
    ("please start the platform engineer path", PathWish("start", role="platform-engineer")),
    ("co dalej w mojej ścieżce?", PathWish("next")),
    ("What's next on my path?", PathWish("next")),
    ("what is the next step on my learning path", PathWish("next")),
    ("Jaki jest mój następny krok?", PathWish("next")),
    ("what should I learn next?", PathWish("next")),
    ("quiz me on docker", PathWish("quiz", step="docker")),
    ("Przepytaj mnie z Kubernetesa", PathWish("quiz", step="kubernetes")),
    ("zrób mi quiz z dryfu", PathWish("quiz", step="drift")),
    ("daj quiz z Prometheusa", PathWish("quiz", step="monitoring")),
    ("Can you test my knowledge of Git?", PathWish("quiz", step="git")),
    ("sprawdź moją wiedzę o MLflow", PathWish("quiz", step="experiments")),
    ("quiz me on data versioning", PathWish("quiz", step="data-versioning")),
    ("Zadaj mi kilka pytań z terraforma", PathWish("quiz", step="infrastructure")),
    ("czy możesz mnie przepytać z Dockera?", PathWish("quiz", step="docker")),
    ("quiz me on the history of Rome", PathWish("quiz", subject="the history of rome")),
    ("Przepytaj mnie z Helma!", PathWish("quiz", subject="helma")),
    ("od czego zacząć?", PathWish("list")),
    ("I'm new here, where do I start?", PathWish("list")),
    ("quiz", PathWish("quiz")),
    ("I have finished the docker step", PathWish("done", step="docker")),
    ("Skończyłam krok o Airflow", PathWish("done", step="orchestration")),
    ("oznacz krok git jako zrobiony", PathWish("done", step="git")),
]
QUESTIONS = [
    "co to jest data scientist?",
    "What does a data scientist do?",
    "Czym się różni data scientist od inżyniera ML?",
    "jakie role są w zespole MLOps?",
    "What is a learning path?",
    "how do I start a container as a platform engineer?",
    "Where do I start the MLflow server?",
    "where do I start with Docker?",
    "od czego zacząć naprawę poda w CrashLoopBackOff?",
    "How do I start a DAG by hand?",
    "co dalej po terraform init?",
    "What is the next step after terraform plan?",
    "what's next in the pipeline after training?",
    "jak dodać katalog do ścieżki PATH?",
    "pokaż moją ścieżkę do pliku w Linuksie",
    "how do I set the path for a Python module?",
    "What is the path for a readiness probe?",
    "jak zrobić quiz w Streamlit?",
    "How do I build a quiz app with Docker?",
    "make a quiz app for data engineers",
    "Write a Dockerfile for a quiz service",
    "how do I test my model?",
    "sprawdź mój Dockerfile",
    "test my YAML",
    "Skończył mi się dysk, co zrobić?",
    "which step of the pipeline failed?",
    "I have finished training, how do I deploy?",
    "Kto zaczyna ścieżkę krytyczną?",
    "czego nie wolno robić w zespole data scientistów?",
    "Where do I start with package managers?",
    "a",
    "",
]


@pytest.mark.parametrize(("message", "wish"), WISHES)
def test_a_wish_is_understood(message: str, wish: PathWish) -> None:
    assert read_path_wish([message]) == wish


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_stays_a_question(message: str) -> None:
    assert read_path_wish([message]) is None


def test_a_third_of_the_phrasings_are_near_misses() -> None:
    assert len(QUESTIONS) * 3 >= len(WISHES) + len(QUESTIONS)


@pytest.mark.parametrize(
    "typed", ["a,c,b,a,d", "A C B A D", "1a 2c 3b 4a 5d", "1. a, 2. c, 3. b, 4. a, 5. d", "acbad", "a, c, b, a, d."]
)
def test_letters_after_a_quiz_are_its_answers(typed: str) -> None:
    wish = read_path_wish(["quiz me on docker", typed])
    assert wish == PathWish("answers", step="docker", answers=(0, 2, 1, 0, 3), language="en")


def test_a_second_try_answers_the_same_quiz_in_its_language() -> None:
    wish = read_path_wish(["Przepytaj mnie z Gita", "a,a,a,a,a", "b,a,c,c,b"])
    assert wish == PathWish("answers", step="git", answers=(1, 0, 2, 2, 1), language="pl")


@pytest.mark.parametrize("before", [[], ["what is docker?"], ["quiz me on docker", "what is a layer?"]])
def test_letters_without_a_quiz_before_them_are_no_answers(before: list[str]) -> None:
    assert read_path_wish([*before, "a,c,b,a,c"]) is None


def test_who_the_reader_is_was_said_before() -> None:
    assert read_path_wish(["od czego zacząć jako data scientist?", "co dalej w mojej ścieżce?"]) == PathWish(
        "next", role="data-scientist"
    )
    assert read_path_wish(["where do I start as a team lead?", "what is drift?", "quiz me"]) == PathWish("quiz", role="team-lead")


def test_where_to_start_in_the_middle_of_a_conversation_is_about_its_subject() -> None:
    assert read_path_wish(["what is docker?", "where do I start?"]) is None


def test_an_essay_is_no_wish() -> None:
    assert read_path_wish(["quiz me on docker " + "because " * 100]) is None
