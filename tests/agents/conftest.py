"""One assistant on a small library for all tests of the agents, and a server that speaks OpenAI's protocol."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agents import Assistant
from knowledge import Embedder, Library
from settings import Settings
from tests.agents.chat_server import ChatServer

Open = Callable[..., Assistant]


@pytest.fixture(scope="session")
def guide(guide_home: Path, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The embedded assistant on the ten pages; tests may talk to it, each in conversations of its own."""
    home = tmp_path_factory.mktemp("shared") / "home"
    shutil.copytree(guide_home, home)
    assistant = Assistant(Library(home, embedder), Settings(home=home))
    yield assistant
    assistant.close()


@pytest.fixture
def reopen(guide: Assistant, embedder: Embedder) -> Iterator[Open]:
    """Opens the same home again, as another process would, with other settings if wanted."""
    opened: list[Assistant] = []

    def reopen(**settings: object) -> Assistant:
        opened.append(Assistant(Library(guide.library.home, embedder), Settings(home=guide.library.home, **settings)))  # type: ignore[arg-type]
        return opened[-1]

    yield reopen
    for assistant in opened:
        assistant.close()


@pytest.fixture
def chat_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    """A language model behind OPENAI_BASE_URL, whose replies the test writes."""
    with ChatServer.started() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.address)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
        for name in ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "http_proxy", "https_proxy"):
            monkeypatch.delenv(name, raising=False)
        yield server
