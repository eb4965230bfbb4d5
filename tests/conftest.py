"""Fixtures for all rooms: a home that is thrown away, the embedding model that ships inside, and a library of both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import Embedder, Library, index_builtin, load_embedder

# What the generators gave is compared with, never collected: its tests are for a project of the user's.
collect_ignore = ["golden"]
SETTINGS = ("MODEL", "EMBEDDINGS", "RERANKER", "CHROMA_URL", "STERNIK_LANGUAGE", "STERNIK_USER", "MODEL_TIMEOUT")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update-golden` takes over what generators give now; read the difference before committing it."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files of the generators again")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written."""
    return bool(request.config.getoption("--update-golden"))


def pytest_configure(config: pytest.Config) -> None:
    """Leave the tests of the optional packages out, unless the command says which tests it wants."""
    if not config.option.markexpr:
        config.option.markexpr = "not extras"


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fixtures of the whole session, and the processes that they start, have no way to a real home either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STERNIK_HOME", str(tmp_path_factory.mktemp("nobody") / "home"))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """STERNIK_HOME, not yet created; what the developer has set for himself is not seen by any test."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "home"
    monkeypatch.setenv("STERNIK_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The embedding model that ships inside, loaded once."""
    return load_embedder("embedded")


@pytest.fixture
def library(home: Path, embedder: Embedder) -> Iterator[Library]:
    """An empty library of the test's own."""
    opened = Library(home, embedder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def guide_pages() -> Path:
    """Ten short pages in both languages, laid out as the built-in ones; one of them is hostile."""
    return Path(__file__).parent / "agents" / "pages"


@pytest.fixture(scope="session")
def guide_home(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder, guide_pages: Path) -> Path:
    """A home that holds them as its built-in knowledge. Copy it, and leave it as it is."""
    folder = tmp_path_factory.mktemp("guide") / "home"
    library = Library(folder, embedder)
    index_builtin(library, lambda done, path: None, guide_pages)
    library.close()
    return folder
