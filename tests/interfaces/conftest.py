"""One small library for all tests of the page; each test is another person, so nobody sees another's conversations.

Tests of the command line have a home each, a copy of one that was filled once.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.interfaces.cli_running import Sternik, runner

SMALL_PAGE = Path(__file__).parent / "small_page.py"


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home that the first page to open it fills."""
    yield tmp_path_factory.mktemp("home")
    st.cache_resource.clear()


@pytest.fixture
def open_page(small_home: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Callable[..., AppTest]:
    """Opens the page as it comes to one person's browser; `email` makes that another person."""
    monkeypatch.setenv("STERNIK_HOME", str(small_home))
    monkeypatch.setenv("STERNIK_USER", "everyone")
    for name in ("STERNIK_LANGUAGE", "MODEL", "EMBEDDINGS", "RERANKER", "CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)

    def page(*, locale: str = "en-GB", email: str = request.node.name, script: Path = SMALL_PAGE, **address: Any) -> AppTest:
        app = AppTest.from_file(script, default_timeout=120)
        app.user = {"is_logged_in": True, "email": email}
        app.context = {"locale": locale}
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return page


@pytest.fixture
def sternik(
    guide_home: Path, guide_pages: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Sternik:
    """The commands, on a home that holds the ten pages of `guide_pages` as the built-in ones."""
    shutil.copytree(guide_home, home)
    monkeypatch.setattr("knowledge.builtin.builtin_root", lambda: guide_pages)
    return runner(capsys, monkeypatch)
