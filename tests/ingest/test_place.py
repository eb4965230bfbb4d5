"""What folders tell about a page."""

import pytest

from ingest.place import place_words


@pytest.mark.parametrize(
    ("path", "told", "words"),
    [
        ("dvc/content/docs/command-reference/gc.md", "gc > Examples", "dvc command reference"),
        ("dvc/content/docs/command-reference/gc.md", "DVC command gc", "reference"),
        ("tools/en/docker/overview.md", "Docker overview", ""),
        ("2ed9b986.md", "When does the course start?", ""),
        ("git/book/02-git-basics/undoing.asc", "Undoing Things", "git basics"),
    ],
)
def test_telling_folders_that_the_heading_does_not_name_are_kept(path: str, told: str, words: str) -> None:
    assert place_words(path, told) == words
