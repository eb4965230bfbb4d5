"""Prompts for common tasks, out of prompts.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from mcp.types import GetPromptResult, Prompt, PromptArgument, PromptMessage, TextContent

from errors import BadInput


def list_prompts() -> list[Prompt]:
    """All prompts; every argument is required."""
    return [
        Prompt(
            name=name,
            description=row["description"],
            arguments=[PromptArgument(name=key, description=text, required=True) for key, text in row["arguments"].items()],
        )
        for name, row in _table().items()
    ]


def get_prompt(name: str, arguments: dict[str, str]) -> GetPromptResult:
    """A prompt, filled.

    Raises:
        BadInput: there is none of that name, or an argument is missing.
    """
    row = _table().get(name)
    if row is None:
        raise BadInput(f"There is no prompt {name!r}. Choose one of: {', '.join(_table())}.")
    missing = [key for key in row["arguments"] if key not in arguments]
    if missing:
        raise BadInput(f"The prompt {name!r} needs: {', '.join(missing)}.")
    text = row["text"].format(**{key: arguments[key] for key in row["arguments"]})
    return GetPromptResult(description=row["description"], messages=[PromptMessage(role="user", content=TextContent(text=text))])


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "prompts.yaml").read_text(encoding="utf-8"))
    return table
