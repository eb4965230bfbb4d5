"""`sternik search`, `ingest` and `reindex`: what goes into the library, and what is found in it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from knowledge import Library
from tests.interfaces.cli_running import Sternik
from tests.knowledge.words import Words


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "llama.md").write_text("# Lama\n\nThe llama cluster is called Zoltan and stands in Gdynia.\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing of the kind")
    (folder / "empty.md").write_text("")
    return folder


def test_search_shows_passages_best_first(sternik: Sternik) -> None:
    ran = sternik("search", "readiness probe", "-k", "2")
    assert (ran.status, ran.err) == (0, "")
    assert (
        ran.out.startswith("1. Kubernetes probes > Liveness and readiness\n   sternik: tools/en/probes.md\n") and "\n2. " in ran.out
    )
    assert "\n3. " not in ran.out and "\x1b" not in ran.out


def test_search_jsonl_has_the_shape_of_the_contract(sternik: Sternik) -> None:
    rows = [
        {"id": "a", "question": "readiness probe", "gold": ["x"]},
        {"id": 2, "question": "Czym jest sonda readiness?", "collection": "sternik"},
    ]
    ran = sternik("search", "--jsonl", "-k", "3", stdin="\n".join(json.dumps(row) for row in rows))
    got = [json.loads(line) for line in ran.out.splitlines()]
    assert (
        (ran.status, ran.err) == (0, "")
        and [set(row) for row in got] == [{"id", "hits"}] * 2
        and [row["id"] for row in got] == ["a", 2]
    )
    for row in got:
        assert len(row["hits"]) == 3 and all(set(hit) == {"path", "section", "score", "title", "text"} for hit in row["hits"])
        scores = [hit["score"] for hit in row["hits"]]
        assert scores == sorted(scores, reverse=True)
    assert [row["hits"][0]["path"] for row in got] == ["tools/en/probes.md", "tools/pl/probes.md"]


@pytest.mark.parametrize(
    ("line", "message"),
    [("nonsense", "Line 1 of"), ('{"id": 5, "question": " "}', "Line 1 (5): The question is empty"), ('{"id": 5}', "Line 1 (5): 'question' must be text"),
     ('{"id": 5, "question": "pod", "collection": "nowhere"}', "no collection 'nowhere'")],
)  # fmt: skip
def test_a_bad_line_is_named(sternik: Sternik, line: str, message: str) -> None:
    ran = sternik("search", "--jsonl", stdin=line)
    assert (ran.status, ran.out) == (1, "") and message in ran.err


def test_what_was_ingested_is_found_and_what_was_skipped_is_named(sternik: Sternik, notes: Path) -> None:
    ran = sternik("ingest", str(notes), "--collection", "team")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{notes}: 1 added, 0 changed, 0 unchanged, 0 removed, 2 skipped (1 passages indexed)\n")
    assert "  skipped broken.pdf: " in ran.out and "  skipped empty.md: the file is empty." in ran.out
    assert "Zoltan" in sternik("search", "what is the llama cluster called", "--collection", "team", "-k", "1").out
    assert "1 unchanged" in sternik("ingest", str(notes), "--collection", "team").out
    assert "team: 1 pages, 1 passages" in sternik("status").out


def test_a_source_that_fails_does_not_stop_the_others(sternik: Sternik, notes: Path) -> None:
    ran = sternik("ingest", str(notes / "nowhere"), str(notes / "llama.md"))
    assert ran.status == 1 and "1 added" in ran.out
    assert ran.err == f"sternik: {notes / 'nowhere'}: no such file or folder.\n"
    assert "documents: 1 pages" in sternik("status").out


def test_a_folder_without_pages_is_named(sternik: Sternik, tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    ran = sternik("ingest", str(tmp_path / "hollow"))
    assert (ran.status, ran.out) == (1, "") and "no readable page" in ran.err


def test_a_library_of_another_embedding_model_is_embedded_again(sternik: Sternik, home: Path, notes: Path) -> None:
    shutil.rmtree(home)
    library = Library(home, Words())
    library.ingest(str(notes / "llama.md"), "team", lambda done, path: None)
    library.close()
    ran = sternik("ask", "what is the llama cluster called")
    assert (ran.status, ran.out) == (1, "") and "sternik reindex" in ran.err
    again = sternik("reindex")
    assert (again.status, again.err) == (0, "") and again.out.startswith("1 passages embedded with ")
    assert "Zoltan" in sternik("search", "what is the llama cluster called", "--collection", "team").out


def test_a_preset_is_ingested_from_a_mirror_and_listed(sternik: Sternik, tmp_path: Path) -> None:
    pages = tmp_path / "mirror" / "content" / "pl" / "docs"
    pages.mkdir(parents=True)
    (pages / "pod.md").write_text("# Pod\n\nPod o nazwie Zoltan opakowuje kontenery.\n")
    for arguments in (["init"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-m", "x"]):
        subprocess.run(["git", *arguments], cwd=tmp_path / "mirror", check=True, capture_output=True)
    ran = sternik("ingest", "--preset", "kubernetes-pl", "--from", (tmp_path / "mirror").as_uri())
    assert ran.status == 0 and ran.out.startswith("kubernetes-pl: 1 added,") and "licence: CC BY 4.0" in ran.err
    assert "https://kubernetes.io/pl/docs/pod/" in sternik("search", "Zoltan", "--collection", "kubernetes-pl").out
    listed = sternik("ingest", "--preset", "list")
    assert (listed.status, listed.err) == (0, "") and any(line.startswith("kubernetes-pl ") for line in listed.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("--preset", "pirates"), "no preset 'pirates'"), (("--preset", "git", "notes"), "takes no PATH"),
     (("--preset", "git", "--collection", "x"), "no --collection"), (("notes", "--from", "x"), "--from belongs to --preset"),
     (("--preset", "git", "--from", "file:///nowhere/at/all"), "could not be cloned")],
)  # fmt: skip
def test_a_preset_that_cannot_be_ingested_is_explained(sternik: Sternik, arguments: tuple[str, ...], message: str) -> None:
    ran = sternik("ingest", *arguments)
    assert (ran.status, ran.out) == (1, "") and "sternik: " in ran.err and message in ran.err
