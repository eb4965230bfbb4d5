"""The tools that the agent may call."""

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.tools import BaseTool, tool

from agents.embedded.passage import Evidence
from agents.finding import search
from knowledge import Library

SEARCH = "search_knowledge"


def search_tool(library: Library, collections: Sequence[str] | None, language: str | None) -> BaseTool:
    """The tool `search_knowledge` over a library, limited to some collections when they are given."""

    found: dict[int, int] = {}

    def number(chunk: int) -> int:
        return found.setdefault(chunk, len(found) + 1)

    @tool(SEARCH, response_format="content_and_artifact")
    def search_knowledge(query: str) -> tuple[str, dict[str, Any] | None]:
        """Search the course and the tool documentation. Give a complete question in the user's language.

        The result lists passages with a number each; cite them in the answer as [number].
        """
        evidence = search(library, query, collections, language)
        return _as_text(evidence), evidence.as_dict()

    return search_knowledge


def _as_text(evidence: Evidence) -> str:
    """The passages for a language model: JSON, so that nothing inside a passage can be taken for what stands around it."""
    rows = [{"number": p.id, "title": p.title, "section": p.section, "path": p.path, "text": p.text} for p in evidence.passages]
    return json.dumps({"passages": rows}, ensure_ascii=False)
