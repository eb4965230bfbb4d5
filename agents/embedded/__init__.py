"""The model that ships inside: it finds, chooses and arranges sentences of the library, and never writes one of its own."""

from agents.embedded.brain import Brain, Passage, Reply

__all__ = ["Brain", "Passage", "Reply"]
