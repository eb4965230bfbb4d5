"""Messages of a thread that came before the mention which they follow: events may overtake each other."""

import time
from collections import deque
from dataclasses import dataclass, field
from threading import Lock

from interfaces.slack.asked import Asked

_SECONDS = 60.0
_MOST = 1000


@dataclass(frozen=True)
class Early:
    """Such a message, with its names and workspace."""

    asked: Asked
    names: list[str]
    workspace: str
    came: float = field(default_factory=time.monotonic)


class EarlyMessages:
    """Keeps the latest for a minute, in memory alone: most belong to talks that are none of our business."""

    def __init__(self) -> None:
        self._kept: deque[Early] = deque(maxlen=_MOST)
        self._lock = Lock()

    def keep(self, early: Early) -> None:
        """In case its mention is still on the way."""
        with self._lock:
            self._kept.append(early)

    def following(self, mention: Asked) -> list[Early]:
        """What the same person wrote in the thread after this mention; given out once."""
        since = time.monotonic() - _SECONDS
        with self._lock:
            found = [one for one in self._kept if one.came > since and _follows(one.asked, mention)]
            for one in found:
                self._kept.remove(one)
        return found


def _follows(asked: Asked, mention: Asked) -> bool:
    return (asked.person, asked.conversation) == (mention.person, mention.conversation) and asked.at > mention.at
