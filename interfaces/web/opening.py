"""The library is opened once a process, in the background, so that the page is there before it."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from errors import SternikError
from interfaces.web.texts import Texts
from settings import Settings

if TYPE_CHECKING:
    from agents import Assistant
    from knowledge import Progress

Open = Callable[[Settings, "Progress"], "Assistant"]
_LOOK_SECONDS = 0.1


class Opening:
    """One attempt to open the library. A thread of its own, because a page's run is cut off by every click of its reader."""

    def __init__(self, open_assistant: Open, settings: Settings) -> None:
        """Begins at once."""
        self.done = 0
        self.total = 0
        self.assistant: Assistant | None = None
        self.error: SternikError | None = None
        # A daemon: Ctrl-C during the first indexing must not wait for its end; what was indexed stays.
        self._thread = threading.Thread(target=self._run, args=(open_assistant, settings), name="opening", daemon=True)
        self._thread.start()

    def is_running(self, seconds: float) -> bool:
        """Whether it is still at work after waiting that long."""
        self._thread.join(seconds)
        return self._thread.is_alive()

    def _run(self, open_assistant: Open, settings: Settings) -> None:
        try:
            self.assistant = open_assistant(settings, self._note)
        except SternikError as error:
            self.error = error

    def _note(self, done: int, path: str) -> None:
        if not self.total:
            from knowledge import count_builtin

            self.total = count_builtin()
        self.done = done


@st.cache_resource(show_spinner=False)
def _opening(_open_assistant: Open, settings: Settings) -> Opening:
    return Opening(_open_assistant, settings)


def opened(open_assistant: Open, settings: Settings, words: Texts) -> "Assistant":
    """The assistant of this process, after showing how far its opening is.

    Raises:
        SternikError: it cannot be opened; the next call tries again.
    """
    opening = _opening(open_assistant, settings)
    slot = st.empty()
    while opening.is_running(_LOOK_SECONDS):
        if opening.total:
            share = min(opening.done / opening.total, 1.0)
            slot.progress(share, words.indexing.format(done=opening.done, total=opening.total))
        else:
            slot.markdown(f":shimmer[{words.opening}]")
    slot.empty()
    if opening.assistant is None:
        _opening.clear()
        raise opening.error or RuntimeError("Opening the library failed; the console holds the traceback.")
    return opening.assistant


def open_with_agents(settings: Settings, progress: "Progress") -> "Assistant":
    """The real one. Imported when it is called: LangChain takes longer to import than the page to draw."""
    from agents import open_assistant

    return open_assistant(settings, progress)
