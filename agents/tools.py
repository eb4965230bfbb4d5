"""The tools that the agent may call."""

import json
from collections.abc import Sequence
from itertools import count
from typing import Any

from langchain_core.tools import BaseTool, tool

from agents.embedded.passage import Evidence
from agents.finding import search
from errors import BadInput
from knowledge import Library, check_question

SEARCH = "search_knowledge"


def search_tool(library: Library, collections: Sequence[str] | None, language: str | None) -> BaseTool:
    """The tool `search_knowledge` for one turn over a library, limited to some collections when they are given."""

    given: dict[int, int] = {}
    numbers = count(1)

    def number(chunk: int) -> int:
        """The chunk's number in this turn, also when a later search finds it again."""
        return given[chunk] if chunk in given else given.setdefault(chunk, next(numbers))

    @tool(SEARCH, response_format="content_and_artifact")
    def search_knowledge(query: str) -> tuple[str, dict[str, Any] | None]:
        """Search the course and the tool documentation. Give a complete question in the user's language.

        The result lists passages with a number each; cite them in the answer as [number].
        """
        try:
            text = check_question(query)
        except BadInput as error:  # the model's own doing, so the model is told
            return str(error), None
        evidence = search(library, text, collections, language, number)
        return _as_text(evidence), evidence.as_dict()

    return search_knowledge


def _as_text(evidence: Evidence) -> str:
    """The passages for a language model: JSON, so that nothing inside a passage can be taken for what stands around it."""
    rows = [{"number": p.id, "title": p.title, "section": p.section, "path": p.path, "text": p.text} for p in evidence.passages]
    return json.dumps({"passages": rows}, ensure_ascii=False)
