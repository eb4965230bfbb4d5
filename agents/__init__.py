"""Questions become answers."""

from agents.answer import Answer, Source, Turn
from agents.assistant import Assistant, Delta, Working, open_assistant, open_library

__all__ = ["Answer", "Assistant", "Delta", "Source", "Turn", "Working", "open_assistant", "open_library"]
