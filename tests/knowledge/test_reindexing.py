"""Another embedding model for a library that is already there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from words import Words, ignore

from errors import ModelMismatch
from knowledge import IngestReport, Library

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]
OTHER = Words("larger words", size=96, salt="other")


class Failing(Words):
    """Gives up after some passages."""

    def __init__(self, most: int) -> None:
        super().__init__(OTHER.name, OTHER.size, OTHER.salt)
        self.most = most

    def embed_passages(self, texts: list[str]):  # type: ignore[no-untyped-def]
        self.most -= len(texts)
        if self.most < 0:
            raise ConnectionError("no answer")
        return super().embed_passages(texts)


@pytest.fixture
def filled(fast: Library, write: Write, ingest: Ingest) -> Library:
    ingest(fast, write({f"{number}.md": f"# Page {number}\n\nabout number{number}" for number in range(200)}))
    ingest(fast, write({"extra.md": "# Extra\n\nabout something else"}), "more")
    return fast


def works(library: Library) -> bool:
    found = [library.search(f"number{number}").hits[0].path for number in (0, 150)] == ["0.md", "150.md"]
    return found and {name: library._vectors.count(name) for name in ("docs", "more")} == {"docs": 200, "more": 201}


def test_another_model_takes_over(filled: Library, home: Path) -> None:
    other = Library(home, OTHER, reindexing=True)
    seen: list[int] = []
    other.reindex(lambda done, path: seen.append(done))
    assert seen[-1] == 401
    assert works(other)
    assert other.status().model == OTHER.name
    other.close()
    again = Library(home, OTHER)
    assert works(again)
    again.close()


def test_a_process_that_still_has_the_old_model_is_told(filled: Library, home: Path) -> None:
    assert works(filled)
    other = Library(home, OTHER, reindexing=True)
    other.reindex(ignore)
    other.close()
    with pytest.raises(ModelMismatch, match="sternik reindex"):
        filled.search("number1")


def test_a_reindexing_that_stops_leaves_the_old_vectors_and_can_be_started_again(filled: Library, home: Path) -> None:
    failing = Library(home, Failing(250), reindexing=True)
    with pytest.raises(ConnectionError):
        failing.reindex(ignore)
    failing.close()
    assert works(filled)
    other = Library(home, OTHER, reindexing=True)
    other.reindex(ignore)
    assert works(other)
    other.close()


def test_a_stop_between_the_new_vectors_and_chroma_is_mended(filled: Library, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Library(home, OTHER, reindexing=True)
    with monkeypatch.context() as patch:
        patch.setattr(other._vectors, "make_again", lambda collection, parts: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            other.reindex(ignore)
    other.close()
    again = Library(home, OTHER)
    assert works(again)
    again.close()
