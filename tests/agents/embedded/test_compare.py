"""What is compared is told by the question, and both sides stand next to each other."""

import pytest

from agents.embedded.compare import sides_of


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("What is the difference between a liveness and a readiness probe?", ("liveness", "readiness probe")),
        ("Jaka jest różnica między obrazem a kontenerem?", ("obrazem", "kontenerem")),
        ("Czym się różni sonda liveness od readiness?", ("sonda liveness", "readiness")),
        ("czym rozni sie git merge od git rebase", ("git merge", "git rebase")),
        ("How does DVC differ from git-lfs?", ("dvc", "git-lfs")),
        ("Do czego służy sekcja params i czym się różni od deps?", ("sekcja params", "deps")),
        ("What is a taint for and how does it differ from an affinity?", ("taint", "affinity")),
        ("Docker vs Podman", ("docker", "podman")),
        ("Co wybrać: Jenkins czy GitHub Actions?", ("jenkins", "github actions")),
        ("docker compose vs kubernetes, what's the difference?", ("docker compose", "kubernetes")),
        ("grok or dissect, which is quicker and when do I need the other", ("grok", "dissect")),
        ("What is the difference between ADD and COPY in a Dockerfile?", ("add", "copy")),
    ],
)
def test_the_sides_are_named(question: str, sides: tuple[str, str]) -> None:
    assert sides_of(question) == sides


@pytest.mark.parametrize(
    "question",
    [
        "What is Docker?",
        "Can it keep packages between runs? Is it safe to leave a token and a key there?",
        "Are the videos of this course live or recorded?",
        "What differs?",
        "difference between",
        "Docker vs docker",
        "",
    ],
)
def test_a_question_without_two_sides_has_none(question: str) -> None:
    assert sides_of(question) is None


@pytest.mark.parametrize(
    ("question", "language", "left", "right"),
    [
        ("What is the difference between a liveness and a readiness probe?", "en",
         "A liveness probe decides whether the container restarts.", "A readiness probe decides whether it gets traffic."),
        ("Czym się różni sonda liveness od readiness?", "pl",
         "Sonda liveness decyduje o ponownym starcie kontenera.", "Sonda readiness decyduje o ruchu do kontenera."),
        ("Docker vs Docker Compose", "en", "Docker runs one container at a time.", "Docker Compose runs several of them from one file."),
        ("difference between a container and a virtual machine", "en",
         "A container shares the kernel of its host.", "A virtual machine brings a kernel of its own."),
    ],
)  # fmt: skip
def test_both_sides_stand_next_to_each_other(write, question: str, language: str, left: str, right: str) -> None:  # type: ignore[no-untyped-def]
    answer = write(
        question, f"Something before. {left} And a bridge.", f"{right} Nothing else.", language=language, answer_in=language
    )
    first, second = [line for line in answer.split("\n") if line.startswith("- **")]
    assert left in first and right in second
    assert answer.index(second) == answer.index(first) + len(first) + 1 == len(first) + 1


def test_without_a_sentence_for_each_side_it_is_an_ordinary_answer(write) -> None:  # type: ignore[no-untyped-def]
    answer = write("Docker vs Podman", "Docker runs containers. It needs a daemon.")
    assert "- **" not in answer and "Docker runs containers. [1]" in answer


def test_the_sentence_that_contrasts_both_sides_opens(write) -> None:  # type: ignore[no-untyped-def]
    conflicts = "Solve the conflict first. Finish with git commit after a merge, or with git rebase after a rebase. Then push it."
    contrast = "Branches grow apart. Merge keeps every commit, while rebase copies your commits onto a new base."
    answer = write("difference between git merge and git rebase", conflicts, contrast)
    assert answer.startswith("Merge keeps every commit, while rebase copies your commits onto a new base. [2]")


def test_a_list_that_holds_both_sides_tells_nothing_apart(write) -> None:  # type: ignore[no-untyped-def]
    """A page with a row for each side opens the answer, not one that names both among others."""
    listed = "A pod comes back because a Deployment, StatefulSet or Job owns it. Delete the owner."
    table = "| Object | What it is for |\n| --- | --- |\n| Deployment | Equal copies |\n| StatefulSet | Copies with disks |"
    text = write("Deployment vs StatefulSet", listed, f"A newcomer needs few kinds of objects.\n\n{table}")
    assert text.startswith("A newcomer needs few kinds of objects.") and "| StatefulSet | Copies with disks |" in text
