"""The field's words in both languages: what a question's words are called in the other one."""

from knowledge.glossary.concepts import Concept, Form, concepts_of
from knowledge.glossary.entries import Entry, load_entries
from knowledge.glossary.language import question_language
from knowledge.glossary.lookup import look_up

__all__ = ["Concept", "Entry", "Form", "concepts_of", "load_entries", "look_up", "question_language"]
