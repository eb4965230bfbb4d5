"""Questions become answers."""

from agents.answer import Answer, Source, Turn
from agents.assistant import Assistant, Delta, Working, open_assistant, open_library
from agents.delivery import Delivery
from agents.embedded.likely import passage_signs
from agents.embedded.passage import Evidence
from agents.embedded.refusal import doubt, signs_of
from agents.finding import search

__all__ = [
    "Answer",
    "Assistant",
    "Delivery",
    "Delta",
    "Evidence",
    "Source",
    "Turn",
    "Working",
    "doubt",
    "open_assistant",
    "open_library",
    "passage_signs",
    "search",
    "signs_of",
]
