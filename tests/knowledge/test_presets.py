"""The official documentation comes in from a git repository; here from local ones of the same layout."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from words import Words, ignore

from errors import BadInput, UnreadableSource
from ingest import SUFFIXES, clone
from knowledge import Library, builtin_root, find_preset, ingest_preset, load_presets
from knowledge.presets import Site

PRESETS = load_presets()
FORMATS = {"Markdown": ".md", "reStructuredText": ".rst", "AsciiDoc": ".adoc"}
# Its manuals are no repository of pages.
WITHOUT = {"linux"}
Commit = Callable[[dict[str, str]], str]


@pytest.fixture
def commit(tmp_path: Path) -> Commit:
    """Makes a repository's newest state hold exactly these files; returns its address."""
    root = tmp_path / "upstream"
    root.mkdir()
    environment = {
        **os.environ,
        "GIT_AUTHOR_DATE": "1763856000 +0000",
        "GIT_COMMITTER_DATE": "1763856000 +0000",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def git(*arguments: str) -> None:
        name = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
        subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True, env=environment)

    git("init", "--initial-branch", "main")

    def make(pages: dict[str, str]) -> str:
        for path in [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]:
            path.unlink()
        for path, text in pages.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        git("add", "--all")
        git("commit", "--message", "state")
        return root.as_uri()

    return make


@pytest.fixture
def library(home: Path) -> Library:
    return Library(home, Words())


KUBERNETES = {
    "README.md": "# Not wanted",
    "content/en/docs/concepts/_index.md": "# Concepts\n\nPods and services.",
    "content/en/docs/concepts/pods.md": "# Pods\n\nA pod wraps containers.",
    "content/de/docs/concepts/pods.md": "# Pods\n\nNicht gewollt.",
}


def urls(library: Library, question: str) -> list[tuple[str, str | None]]:
    return [(hit.path, hit.url) for hit in library.search(question, collections=["kubernetes"]).hits]


def test_a_preset_becomes_a_collection_of_its_name_with_addresses(library: Library, commit: Commit) -> None:
    report = ingest_preset(library, find_preset("kubernetes"), ignore, commit(KUBERNETES))
    assert (report.added, report.skipped) == (2, [])
    assert set(library.status().collections) == {"kubernetes"}
    assert urls(library, "pod wraps containers")[0] == ("concepts/pods.md", "https://kubernetes.io/docs/concepts/pods/")
    assert ("concepts/_index.md", "https://kubernetes.io/docs/concepts/") in urls(library, "concepts")
    hit = library.search("pod wraps containers", collections=["kubernetes"]).hits[0]
    assert hit.modified == 1763856000.0, "when the documentation changed, not when it was copied"


def test_the_same_again_brings_up_to_date_whichever_mirror_it_comes_from(library: Library, commit: Commit) -> None:
    preset = find_preset("kubernetes")
    ingest_preset(library, preset, ignore, commit(KUBERNETES))
    report = ingest_preset(
        library,
        preset,
        ignore,
        commit(
            {"content/en/docs/concepts/pods.md": "# Pods\n\nA pod wraps containers.", "content/en/docs/new.md": "# New\n\nText."}
        ),
    )
    assert (report.added, report.unchanged, report.removed) == (1, 1, 1)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_every_preset_is_read_from_a_repository_of_its_layout(home: Path, commit: Commit, preset: object) -> None:
    library = Library(home, Words())
    suffix = FORMATS[preset.format]
    title = {".md": "# Title\n\nBody.", ".rst": "Title\n=====\n\nBody.\n", ".adoc": "= Title\n\nBody.\n"}[suffix]
    report = ingest_preset(
        library, preset, ignore, commit({f"{preset.folder}/part/page{suffix}": title, "other/page.md": "# Other"})
    )
    assert (report.added, report.skipped) == (1, [])
    hit = library.search("title body", collections=[preset.name]).hits[0]
    assert hit.path == f"part/page{suffix}"
    assert hit.url == (f"{preset.site.address}part/page{preset.site.ending}" if preset.site else None)


def test_nothing_is_left_in_the_temporary_folder(
    library: Library, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    ingest_preset(library, find_preset("kubernetes"), ignore, commit(KUBERNETES))
    assert list((tmp_path / "temporary").iterdir()) == []


def test_only_the_folder_is_copied_and_links_lead_nowhere(commit: Commit, tmp_path: Path) -> None:
    address = commit({"docs/page.md": "# Page", "elsewhere/big.md": "# Big"})
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret")
    (tmp_path / "upstream" / "docs" / "link.md").symlink_to(secret)
    address = _committed_as_it_is(tmp_path / "upstream")
    copy = clone(address, "docs", tmp_path / "copy")
    assert (copy.folder / "page.md").read_text() == "# Page"
    assert not (copy.folder / "link.md").is_symlink() and "Secret" not in (copy.folder / "link.md").read_text()
    assert not (copy.folder.parent / "elsewhere").exists()
    log = subprocess.run(["git", "-C", str(copy.folder), "rev-list", "--count", "HEAD"], capture_output=True, text=True, check=True)
    assert log.stdout.strip() == "1"


def _committed_as_it_is(root: Path) -> str:
    name = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    for arguments in (["add", "--all"], ["commit", "--message", "link"]):
        subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)
    return root.as_uri()


def test_a_repository_that_does_not_answer_is_named(tmp_path: Path) -> None:
    address = (tmp_path / "nowhere").as_uri()
    with pytest.raises(
        UnreadableSource, match=r"nowhere: it could not be cloned \(.*\)\. Is there a network\? A mirror is named with --from\."
    ):
        clone(address, "docs", tmp_path / "copy")


def test_an_address_is_never_taken_for_an_option(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    with pytest.raises(UnreadableSource, match="could not be cloned"):
        clone(f"--upload-pack=touch {touched}", "docs", tmp_path / "copy")
    assert not touched.exists()


def test_a_folder_that_has_moved_is_named(commit: Commit, tmp_path: Path) -> None:
    with pytest.raises(
        UnreadableSource, match=r"it has no folder 'docs' any more\. Clone it yourself and run: sternik ingest FOLDER"
    ):
        clone(commit({"content/page.md": "# Page"}), "docs", tmp_path / "copy")


def test_a_machine_without_git_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableSource, match=r"git is not installed\. Install it"):
        clone("https://example.com/x.git", "docs", tmp_path / "copy")


def test_an_unknown_preset_is_told_with_those_that_exist() -> None:
    with pytest.raises(BadInput, match=r"There is no preset 'pirates'\. Choose one of: airflow, ansible, "):
        find_preset("pirates")


@pytest.mark.parametrize(
    ("path", "url"),
    [("a/b.md", "https://x.org/a/b/"), ("a/_index.md", "https://x.org/a/"), ("_index.md", "https://x.org/"), ("b.en.md", "https://x.org/b.en/")],
)  # fmt: skip
def test_the_address_of_a_page_follows_from_its_path(path: str, url: str) -> None:
    assert Site("https://x.org/", "/", ("_index",)).url(path) == url


def test_every_tool_has_a_preset() -> None:
    tools = {folder.name for folder in (builtin_root() / "tools" / "en").iterdir()}
    assert {preset.tool for preset in PRESETS} == tools - WITHOUT


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_preset_is_well_formed(preset: object) -> None:
    assert re.fullmatch(r"https://[\w./-]+\.git", preset.repository) and re.fullmatch(r"[\w./-]+", preset.folder)
    assert FORMATS[preset.format] in SUFFIXES and preset.licence
    assert preset.site is None or (preset.site.address.startswith("https://") and preset.site.address.endswith("/"))


def test_the_presets_stand_in_order_and_once() -> None:
    names = re.findall(r"^([a-z-]+):$", (builtin_root() / "presets.yaml").read_text(encoding="utf-8"), re.M)
    assert names == sorted(set(names)) == [preset.name for preset in PRESETS]
    assert yaml.safe_load((builtin_root() / "presets.yaml").read_text(encoding="utf-8")).keys() == set(names)
