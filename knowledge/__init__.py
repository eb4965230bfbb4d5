"""Chunks become findable."""

from knowledge.builtin import count_builtin, index_builtin
from knowledge.conversations import Conversation, Conversations
from knowledge.database import explained
from knowledge.deliveries import Deliveries, TakenRequest, open_deliveries
from knowledge.embeddings import Embedder, Vectors, load_embedded, load_embedder
from knowledge.glossary import Entry, concepts_of, load_entries, look_up, question_language
from knowledge.ingesting import IngestReport, Progress
from knowledge.learning import Learning, QuizResult, count_right, open_learning
from knowledge.lexical import Stems
from knowledge.library import BUILTIN, Library, Status
from knowledge.pages import builtin_pages, builtin_paths, builtin_root
from knowledge.paths import (
    BuiltinPage,
    LearningPath,
    Place,
    Question,
    Step,
    Words,
    find_role,
    find_step,
    load_path,
    load_paths,
    load_step,
    open_page,
    page_path,
    step_ids,
    steps_of,
)
from knowledge.presets import Preset, find_preset, ingest_preset, load_presets
from knowledge.questions import MOST_QUESTION, check_question
from knowledge.rerank import load_reranker
from knowledge.search import Hit, Results, Weights
from knowledge.topics import Topic, load_topics, mention, topics_in
from knowledge.vectors import preload

__all__ = [
    "BUILTIN",
    "MOST_QUESTION",
    "BuiltinPage",
    "Conversation",
    "Conversations",
    "Deliveries",
    "Embedder",
    "Entry",
    "Hit",
    "IngestReport",
    "Learning",
    "LearningPath",
    "Library",
    "Place",
    "Preset",
    "Progress",
    "Question",
    "QuizResult",
    "Results",
    "Status",
    "Stems",
    "Step",
    "TakenRequest",
    "Topic",
    "Vectors",
    "Weights",
    "Words",
    "builtin_pages",
    "builtin_paths",
    "builtin_root",
    "check_question",
    "concepts_of",
    "count_builtin",
    "count_right",
    "explained",
    "find_preset",
    "find_role",
    "find_step",
    "index_builtin",
    "ingest_preset",
    "load_embedded",
    "load_embedder",
    "load_entries",
    "load_path",
    "load_paths",
    "load_presets",
    "load_reranker",
    "load_step",
    "load_topics",
    "look_up",
    "mention",
    "open_deliveries",
    "open_learning",
    "open_page",
    "page_path",
    "preload",
    "step_ids",
    "question_language",
    "steps_of",
    "topics_in",
]
