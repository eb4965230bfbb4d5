"""Learning paths: for each role, what to read, do and answer, in which order."""

from knowledge.paths.finding import find_role, find_step, step_ids
from knowledge.paths.model import LearningPath, Place, Question, Step, Words
from knowledge.paths.page import BuiltinPage, open_page, page_path
from knowledge.paths.reading import load_path, load_paths, load_step, steps_of

__all__ = [
    "BuiltinPage",
    "LearningPath",
    "Place",
    "Question",
    "Step",
    "Words",
    "find_role",
    "find_step",
    "load_path",
    "load_paths",
    "load_step",
    "open_page",
    "page_path",
    "step_ids",
    "steps_of",
]
