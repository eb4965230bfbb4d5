"""The server: the protocol's requests answered with tools, pages and prompts."""

import json
from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar

import anyio
from mcp import types
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError

from agents import Assistant
from errors import BadInput, SternikError
from interfaces.mcp.pages import list_pages, read_page
from interfaces.mcp.prompts import get_prompt, list_prompts
from interfaces.mcp.tools import Tool, all_tools

Open = Callable[[], Assistant]
Context = ServerRequestContext[Any]
T = TypeVar("T")
_INSTRUCTIONS = (
    "Knowledge about MLOps in Polish and English, and validated configuration files. "
    "Use search_knowledge or ask for questions, the generate tools for files, validate_file for files that exist."
)


class SternikServer:
    """Answers one IDE. The assistant is opened by the first call that needs it, so that the handshake is immediate."""

    def __init__(self, open_assistant: Open, version: str) -> None:
        self._open = open_assistant
        self._opening = Lock()
        self._assistant: Assistant | None = None
        self.protocol: Server[Any] = Server(
            "sternik",
            version=version,
            instructions=_INSTRUCTIONS,
            on_list_tools=self._list_tools,
            on_call_tool=self._call_tool,
            on_list_resources=self._list_resources,
            on_read_resource=self._read_resource,
            on_list_prompts=self._list_prompts,
            on_get_prompt=self._get_prompt,
        )

    @cached_property
    def _tools(self) -> dict[str, Tool]:
        return {tool.name: tool for tool in all_tools()}

    def close(self) -> None:
        """Let go of the home's files."""
        if self._assistant:
            self._assistant.close()

    def assistant(self) -> Assistant:
        """The assistant, opened once."""
        with self._opening:
            if self._assistant is None:
                self._assistant = self._open()
            return self._assistant

    async def _list_tools(self, context: Context, params: Any) -> types.ListToolsResult:
        tools = await _in_thread(lambda: self._tools)
        reading = types.ToolAnnotations(read_only_hint=True, open_world_hint=False)
        return types.ListToolsResult(
            tools=[
                types.Tool(name=t.name, description=t.description, input_schema=t.takes, output_schema=t.gives, annotations=reading)
                for t in tools.values()
            ]
        )

    async def _call_tool(self, context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:
        tools = await _in_thread(lambda: self._tools)
        tool = tools.get(params.name)
        if tool is None:
            raise MCPError(types.INVALID_PARAMS, f"There is no tool {params.name!r}.")
        given = params.arguments or {}
        try:
            _check(given, tool)
            if self._assistant is None:
                await context.session.report_progress(0, 1, "Opening the library")
            assistant = await _in_thread(self.assistant)
            result = await _in_thread(lambda: tool.run(assistant, given))
            await context.session.report_progress(1, 1, "Done")
        except SternikError as error:
            # The model that called is told in the result, so that it can mend its call.
            return types.CallToolResult(content=[types.TextContent(text=str(error))], is_error=True)
        text = json.dumps(result, ensure_ascii=False)
        return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=result)

    async def _list_resources(self, context: Context, params: Any) -> types.ListResourcesResult:
        return types.ListResourcesResult(resources=await _in_thread(list_pages))

    async def _read_resource(self, context: Context, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        text = await _answered(lambda: read_page(params.uri))
        return types.ReadResourceResult(contents=[types.TextResourceContents(uri=params.uri, mime_type="text/markdown", text=text)])

    async def _list_prompts(self, context: Context, params: Any) -> types.ListPromptsResult:
        return types.ListPromptsResult(prompts=list_prompts())

    async def _get_prompt(self, context: Context, params: types.GetPromptRequestParams) -> types.GetPromptResult:
        return await _answered(lambda: get_prompt(params.name, params.arguments or {}))


def _check(given: dict[str, Any], tool: Tool) -> None:
    """Required arguments and their types; a generator judges its own options."""
    missing = [name for name in tool.takes.get("required", ()) if name not in given]
    if missing:
        raise BadInput(f"{tool.name} needs: {', '.join(missing)}.")
    for name, value in given.items():
        wanted = tool.takes["properties"].get(name, {}).get("type")
        if wanted == "string" and not isinstance(value, str):
            raise BadInput(f"{name}: {value!r} is not a text.")


async def _answered(read: Callable[[], T]) -> T:
    try:
        return await _in_thread(read)
    except BadInput as error:
        raise MCPError(types.INVALID_PARAMS, str(error)) from error


async def _in_thread(work: Callable[[], T]) -> T:
    """Work that would hold up other requests; a cancelled request is let go at once, and its thread ends by itself."""
    return await anyio.to_thread.run_sync(work, abandon_on_cancel=True)
