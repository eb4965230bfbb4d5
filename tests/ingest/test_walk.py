"""Folders as they are found on disks."""

import os
from pathlib import Path

import pytest

from errors import UnreadableSource
from ingest import Page, Skipped, walk


def tree(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".md").write_text(text, encoding="utf-8")
    return root


def paths(root: Path) -> list[str]:
    return [page.path for page in walk(root)]


def test_pages_come_in_order_with_paths_from_the_root_and_their_time(tmp_path):
    tree(tmp_path, b="B", a__z="Z", a__y="Y", c="C")
    os.utime(tmp_path / "b.md", (1_700_000_000, 1_700_000_000))
    assert paths(tmp_path) == ["b.md", "c.md", "a/y.md", "a/z.md"]
    first = next(iter(walk(tmp_path)))
    assert isinstance(first, Page)
    assert (first.content, first.modified, first.url, first.read().blocks[0].text) == (b"B", 1_700_000_000, None, "B")


def test_hidden_folders_environments_and_kinds_that_we_do_not_read_are_passed_over(tmp_path):
    tree(tmp_path, a="A", **{".git__x": "X", "node_modules__x": "X", "venv__x": "X", ".hidden": "X", "~$lock": "X"})
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    assert paths(tmp_path) == ["a.md"]


def test_names_with_polish_letters_and_spaces(tmp_path):
    tree(tmp_path, **{"zażółć gęślą__jaźń i łódź": "Tekst"})
    assert paths(tmp_path) == ["zażółć gęślą/jaźń i łódź.md"]


def test_a_name_that_is_not_utf_8_is_skipped_with_a_name_that_can_be_printed(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"za\xbf\xf3.md")).write_text("x")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    tree(tmp_path, ok="A")
    found = list(walk(tmp_path))
    skipped = next(page for page in found if isinstance(page, Skipped))
    assert skipped.path.encode("utf-8") and "not valid UTF-8" in skipped.reason
    assert "ok.md" in [page.path for page in found]


def test_loops_and_dead_ends_of_links_stop_nothing(tmp_path):
    tree(tmp_path, a__page="A")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.md").symlink_to(tmp_path / "self.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    found = {page.path: page for page in walk(tmp_path)}
    assert set(found) == {"a/page.md", "self.md", "gone.md"}
    assert isinstance(found["self.md"], Skipped) and isinstance(found["gone.md"], Skipped)
    assert "No such file" in found["gone.md"].reason


def test_empty_large_and_special_files_are_skipped_with_a_reason(tmp_path):
    (tmp_path / "empty.md").touch()
    os.mkfifo(tmp_path / "pipe.md")
    with (tmp_path / "large.md").open("wb") as large:
        large.truncate(50_000_001)
    reasons = {page.path: page.reason for page in walk(tmp_path) if isinstance(page, Skipped)}
    assert set(reasons) == {"empty.md", "pipe.md", "large.md"}
    assert "empty" in reasons["empty.md"] and "regular" in reasons["pipe.md"] and "50 MB" in reasons["large.md"]


def test_an_empty_folder_holds_no_pages_and_a_missing_one_is_an_error(tmp_path):
    assert paths(tmp_path) == []
    with pytest.raises(UnreadableSource, match="nowhere: no such file or folder"):
        paths(tmp_path / "nowhere")


def test_a_single_file_is_its_own_root(tmp_path):
    tree(tmp_path, page="A")
    assert paths(tmp_path / "page.md") == ["page.md"]


@pytest.fixture
def as_nobody(tmp_path_factory):
    """A folder of somebody who is not root: root may read everything."""
    root = tmp_path_factory.mktemp("nobody")
    if os.geteuid():
        yield root
        return
    changed = [folder for folder in (root, *root.parents) if folder.stat().st_uid == 0 and not folder.stat().st_mode & 0o001]
    modes = {folder: folder.stat().st_mode for folder in changed}
    for folder in changed:
        folder.chmod(modes[folder] | 0o055)
    try:
        yield root
    finally:
        os.seteuid(0)
        for folder, mode in modes.items():
            folder.chmod(mode)


def test_what_may_not_be_read_is_named_and_the_rest_comes(as_nobody):
    root = tree(as_nobody, a="A", locked="L", folder__x="X", z="Z")
    (root / "locked.md").chmod(0)
    (root / "folder").chmod(0)
    if not os.geteuid():
        os.seteuid(65534)
    found = {page.path: page for page in walk(root)}
    if not os.getuid():
        os.seteuid(0)
    (root / "folder").chmod(0o700)
    assert [path for path, page in found.items() if isinstance(page, Page)] == ["a.md", "z.md"]
    assert "Permission denied" in found["locked.md"].reason
    assert found["folder"].reason == "this folder cannot be read (Permission denied)."
