"""The vectors on a Chroma server (CHROMA_URL), a real one on this machine."""

import gc
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from words import Words, ignore

from errors import HomeError
from ingest import Page
from knowledge import IngestReport, Library

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]
# Chroma's client leaves its connections open, and the garbage collector may find one in the middle of a test.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <socket\.socket:pytest.PytestUnraisableExceptionWarning",
    "ignore:unclosed <socket:ResourceWarning",
)
TWO = {"a.md": "# Apple\n\nred apple", "b.md": "# Sky\n\nblue sky"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`chroma run` on a folder; it can be stopped and started again on the same port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        program = Path(sys.executable).parent / "chroma"
        command = [str(program), "run", "--path", str(self.folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(self.folder)}
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{self.url}/api/v2/heartbeat").is_success:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise TimeoutError("the Chroma server did not come up")

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(autouse=True)
def connections() -> Iterator[None]:
    """Chroma's client does not close its connections, which would warn in another test."""
    yield
    for thing in gc.get_objects():
        if isinstance(thing, httpx.Client):
            thing.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"))
    yield server
    server.stop()


def test_the_library_works_on_a_server(shared: Server, home: Path, write: Write, ingest: Ingest) -> None:
    library = Library(home, Words(), chroma_url=shared.url)
    root = write(TWO)
    assert ingest(library, root).added == 2
    assert library.search("blue sky").hits[0].path == "b.md"
    write({"b.md": "# Sky\n\ngrey sky"})
    (root / "a.md").unlink()
    report = ingest(library, root)
    assert (report.changed, report.removed) == (1, 1)
    assert [hit.text for hit in library.search("sky apple").hits] == ["grey sky"]
    assert library._vectors.count("docs") == 1
    assert not (home / "chroma").exists()
    library.close()


def test_processes_see_each_others_pages_at_once(shared: Server, home: Path, write: Write, ingest: Ingest) -> None:
    one, two = Library(home, Words(), chroma_url=shared.url), Library(home, Words(), chroma_url=shared.url)
    ingest(one, write({"a.md": TWO["a.md"]}))
    assert two.search("apple").hits[0].path == "a.md"
    ingest(two, write({"b.md": TWO["b.md"]}))
    assert one.search("blue sky").hits[0].path == "b.md"
    assert one._vectors.nearest("docs", Words().embed_query("Sky blue sky"), 1) == [one.search("blue sky").hits[0].chunk]
    one.close()
    two.close()


def test_homes_that_share_a_server_do_not_meet(shared: Server, tmp_path: Path) -> None:
    libraries = [Library(tmp_path / name, Words(size=size), chroma_url=shared.url) for name, size in (("one", 64), ("two", 32))]
    for number, library in enumerate(libraries):
        library.ingest_pages([Page(f"{number}.md", f"# Page\n\nof home {number}".encode(), 0.0)], "here", "docs", ignore)
    for number, library in enumerate(libraries):
        assert library._vectors.count("docs") == 1
        assert [hit.text for hit in library.search("home page").hits] == [f"of home {number}"]
        library.close()


def test_a_library_moves_to_a_server_and_back(shared: Server, home: Path, write: Write, ingest: Ingest) -> None:
    for url in ("", shared.url, ""):
        library = Library(home, Words(), chroma_url=url)
        ingest(library, write(TWO))
        assert library.search("blue sky").hits[0].path == "b.md"
        assert library._vectors.count("docs") == 2
        library.close()


def test_a_server_that_goes_away_is_named_and_its_return_is_enough(
    tmp_path: Path, home: Path, write: Write, ingest: Ingest
) -> None:
    server = Server(tmp_path / "server")
    library = Library(home, Words(), chroma_url=server.url)
    ingest(library, write({"a.md": TWO["a.md"]}))
    server.stop()
    with pytest.raises(HomeError, match=f"CHROMA_URL={server.url}.*Is it running?"):
        library.search("apple")
    with pytest.raises(HomeError, match=f"CHROMA_URL={server.url}"):
        ingest(library, write({"b.md": TWO["b.md"]}))
    server.start()
    assert ingest(library, write({"b.md": TWO["b.md"]})).added == 1
    assert [hit.path for hit in library.search("blue sky apple").hits] == ["b.md", "a.md"]
    assert library._vectors.count("docs") == 2
    library.close()
    server.stop()


def test_a_server_that_is_not_there_is_named(home: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    library = Library(home, Words(), chroma_url=url)
    with pytest.raises(HomeError, match=f"CHROMA_URL={url}: no Chroma server answers there. Start it, or unset CHROMA_URL."):
        library.ingest_pages([Page("a.md", b"# A\n\ntext", 0.0)], "here", "docs", ignore)
    library.close()
