"""The pages that ship inside are indexed once, and again when they change."""

import os
from pathlib import Path

import pytest
from words import Words, ignore

from knowledge import BUILTIN, Library, builtin_root, count_builtin, index_builtin


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("course/pl/start.md", "course/en/start.md", "tools/en/docker/overview.md"):
        (tmp_path / "product" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "product" / path).write_text(f"# {path}\n\nabout {path}", encoding="utf-8")
    return tmp_path / "product"


def test_they_are_indexed_under_their_paths(fast: Library, root: Path) -> None:
    report = index_builtin(fast, ignore, root)
    assert report and report.added == 3
    assert {hit.path for hit in fast.search("docker", collections=[BUILTIN]).hits} >= {"tools/en/docker/overview.md"}


def test_a_second_time_nothing_is_done(fast: Library, root: Path, home: Path) -> None:
    def refuse(done: int, path: str) -> None:
        raise AssertionError(f"{path} was read again")

    index_builtin(fast, ignore, root)
    assert index_builtin(fast, refuse, root) is None
    fast.close()
    again = Library(home, Words())
    assert index_builtin(again, refuse, root) is None
    again.close()


def test_a_newer_edition_is_taken_over(fast: Library, root: Path) -> None:
    index_builtin(fast, ignore, root)
    (root / "course/en/start.md").write_text("# Start\n\nnewer words", encoding="utf-8")
    (root / "course/pl/start.md").unlink()
    (root / "tools/en/docker/tasks.md").write_text("# Tasks\n\ntasks", encoding="utf-8")
    report = index_builtin(fast, ignore, root)
    assert report and (report.added, report.changed, report.unchanged, report.removed) == (1, 1, 1, 1)
    assert index_builtin(fast, ignore, root) is None


def test_files_that_were_only_touched_are_not_embedded_again(fast: Library, root: Path) -> None:
    index_builtin(fast, ignore, root)
    os.utime(root / "course/en/start.md", (1, 1))
    report = index_builtin(fast, ignore, root)
    assert report and (report.unchanged, report.chunks) == (3, 0)


def test_an_indexing_that_fails_is_taken_up_again(fast: Library, root: Path) -> None:
    def fail(done: int, path: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index_builtin(fast, fail, root)
    report = index_builtin(fast, ignore, root)
    assert report and report.added == 3


def test_the_pages_of_the_product_are_there() -> None:
    assert (builtin_root() / "course" / "pl").is_dir()
    assert count_builtin() > 100
