"""Chunks become findable."""

from knowledge.builtin import count_builtin, index_builtin
from knowledge.conversations import Conversation, Conversations
from knowledge.database import explained
from knowledge.embeddings import Embedder, load_embedder
from knowledge.ingesting import IngestReport, Progress
from knowledge.lexical import Stems
from knowledge.library import BUILTIN, Library, Status
from knowledge.pages import builtin_root
from knowledge.questions import MOST_QUESTION, check_question
from knowledge.rerank import load_reranker
from knowledge.search import Hit, Results
from knowledge.topics import Topic, load_topics, mention, topics_in
from knowledge.vectors import preload

__all__ = [
    "BUILTIN",
    "MOST_QUESTION",
    "Conversation",
    "Conversations",
    "Embedder",
    "Hit",
    "IngestReport",
    "Library",
    "Progress",
    "Results",
    "Status",
    "Stems",
    "Topic",
    "builtin_root",
    "check_question",
    "count_builtin",
    "explained",
    "index_builtin",
    "load_embedder",
    "load_reranker",
    "load_topics",
    "mention",
    "preload",
    "topics_in",
]
