"""A tool for each kind of file, out of the same options that every door uses."""

import json
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool

from agents.delivery import Delivery
from generators import load, names


def tool_name(kind: str) -> str:
    """The tool that makes a kind: `generate_github_actions`."""
    return f"generate_{kind.replace('-', '_')}"


def file_tools() -> list[BaseTool]:
    """One tool a kind. The files go to the user as they are; the model reads only a summary."""
    return [_tool(kind) for kind in names()]


def _tool(kind: str) -> BaseTool:
    generator = load(kind)

    def make(**options: Any) -> tuple[str, dict[str, Any]]:
        return _make(kind, options)

    return StructuredTool.from_function(
        make,
        name=tool_name(kind),
        description=generator.summary,
        args_schema=generator.options.model_json_schema(),
        response_format="content_and_artifact",
    )


def _make(kind: str, options: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    delivery = Delivery.of(kind, options)
    if delivery.refusal:
        return f"Refused: {delivery.refusal['en']}", delivery.as_dict()
    files = [{"path": file.path, "passed": file.passed, "checks": [check.tool for check in file.checks]} for file in delivery.files]
    return json.dumps({"made": files, "options": delivery.chosen}, ensure_ascii=False, default=str), delivery.as_dict()
