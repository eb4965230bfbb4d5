"""The IDE's door, by the SDK's own client over both transports."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError

from generators import names
from tests.interfaces.test_browser import free_port

ROOT = Path(__file__).parents[2]
SMALL = str(Path(__file__).parent / "small_cli.py")
TOKEN = "a-token-of-the-test"
Talk = Callable[[Client], Awaitable[None]]


@pytest.fixture
def environment(guide_home: Path, home: Path) -> dict[str, str]:
    shutil.copytree(guide_home, home)
    return {**os.environ, "STERNIK_HOME": str(home), "PYTHONPATH": str(ROOT), "MCP_TOKEN": TOKEN}


def over_stdio(talk: Talk, environment: dict[str, str]) -> None:
    async def run() -> None:
        server = StdioServerParameters(command=sys.executable, args=[SMALL, "mcp"], env=environment, cwd=ROOT)
        async with Client(stdio_client(server)) as client:
            await talk(client)

    anyio.run(run)


def test_every_tool_says_what_it_takes_and_gives(environment: dict[str, str]) -> None:
    async def talk(client: Client) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        expected = {"search_knowledge", "ask", "validate_file", *(f"generate_{kind.replace('-', '_')}" for kind in names())}
        assert expected <= tools.keys()
        assert all(tool.description and tool.input_schema["type"] == "object" and tool.output_schema for tool in tools.values())
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools.values())

    over_stdio(talk, environment)


def test_an_ide_searches_asks_makes_files_and_has_them_checked(environment: dict[str, str]) -> None:
    told: list[float] = []

    async def talk(client: Client) -> None:
        async def progress(done: float, total: float | None, message: str | None) -> None:
            told.append(done)

        found = await client.call_tool(
            "search_knowledge", {"query": "How do I cache pip packages in GitHub Actions?", "limit": 2}, progress_callback=progress
        )
        assert [hit["path"] for hit in found.structured_content["hits"]][0] == "tools/en/github-actions.md"
        assert len(found.structured_content["hits"]) == 2 and json.loads(found.content[0].text) == found.structured_content
        answer = (await client.call_tool("ask", {"question": "How do I cache pip packages in GitHub Actions?"})).structured_content
        assert answer["sources"] and not answer["refused"] and answer["model"] == "embedded"
        again = await client.call_tool(
            "ask", {"question": "and in Jenkins?", "history": ["How do I cache pip packages in GitHub Actions?"]}
        )
        assert again.structured_content["sources"][0]["path"] == "tools/en/jenkins.md"
        (made, *_) = (await client.call_tool("generate_dockerfile", {"port": 9000})).structured_content["files"]
        checked = await client.call_tool("validate_file", {"path": made["path"], "content": made["content"]})
        assert "EXPOSE 9000" in made["content"] and checked.structured_content["passed"] is True

    over_stdio(talk, environment)
    assert told == [0, 1]


def test_faults_are_told_to_the_caller(environment: dict[str, str]) -> None:
    async def talk(client: Client) -> None:
        broken = await client.call_tool("validate_file", {"path": "Dockerfile", "content": "FROM x\nRUNN y\n"})
        assert broken.structured_content["passed"] is False and "hadolint" in broken.content[0].text
        unknown = await client.call_tool("validate_file", {"path": "notes.txt", "content": "hello"})
        assert unknown.structured_content == {"path": "notes.txt", "passed": None, "checks": []}
        for tool, given, said in [
            ("generate_dockerfile", {"port": 70000}, "port: 70000"),
            ("generate_dockerfile", {"colour": "red"}, "no option 'colour'"),
            ("search_knowledge", {"query": " "}, "empty"),
            ("search_knowledge", {"query": "x", "limit": 0}, "limit"),
            ("search_knowledge", {}, "query"),
            ("ask", {"question": 7}, "not a text"),
            ("validate_file", {"path": "../../etc/passwd", "content": ""}, "not a path inside"),
        ]:
            result = await client.call_tool(tool, given)
            assert result.is_error and said in result.content[0].text, (tool, result)
        with pytest.raises(MCPError, match="no tool 'shell'"):
            await client.call_tool("shell", {})

    over_stdio(talk, environment)


def test_pages_and_prompts_are_there(environment: dict[str, str]) -> None:
    async def talk(client: Client) -> None:
        resources = (await client.list_resources()).resources
        assert {"sternik://tools/en/docker/overview.md", "sternik://tools/pl/docker/overview.md"} <= {one.uri for one in resources}
        page = await client.read_resource("sternik://tools/pl/docker/overview.md")
        assert page.contents[0].text == (ROOT / "knowledge/tools/pl/docker/overview.md").read_text(encoding="utf-8")
        for uri in ("sternik://../settings.py", "sternik://tools/en/docker/nothing.md", "file:///etc/passwd"):
            with pytest.raises(MCPError, match="no page"):
                await client.read_resource(uri)
        assert {"explain-error", "review-config"} <= {prompt.name for prompt in (await client.list_prompts()).prompts}
        filled = await client.get_prompt("explain-error", {"error": "exit 137 {x}"})
        assert "exit 137 {x}" in filled.messages[0].content.text
        with pytest.raises(MCPError, match="needs: error"):
            await client.get_prompt("explain-error", {})

    over_stdio(talk, environment)


def test_a_cancelled_call_leaves_the_server_answering(environment: dict[str, str]) -> None:
    async def talk(client: Client) -> None:
        with anyio.move_on_after(0.05):
            await client.call_tool("ask", {"question": "How do I cache pip packages in GitHub Actions?"})
        assert (await client.call_tool("search_knowledge", {"query": "cache"})).structured_content["hits"]

    over_stdio(talk, environment)


def test_over_http_only_the_token_opens(environment: dict[str, str], tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/mcp"
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, SMALL, "mcp", "--http", "--port", str(port)], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            wait_until_it_answers(url)
            for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}):
                assert httpx.post(url, json={}, headers=headers).status_code == 401

            async def run() -> None:
                known = httpx.AsyncClient(headers={"Authorization": f"Bearer {TOKEN}"})
                async with known, Client(streamable_http_client(url, http_client=known)) as client:
                    found = await client.call_tool("search_knowledge", {"query": "cache pip packages"})
                    assert found.structured_content["hits"]

            anyio.run(run)
        finally:
            server.terminate()
            server.wait(30)
    assert TOKEN not in (tmp_path / "log").read_text()


def wait_until_it_answers(url: str) -> None:
    for _ in range(150):
        try:
            httpx.get(url)
            return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer")


def test_http_without_a_token_is_refused(environment: dict[str, str]) -> None:
    said: Any = subprocess.run(
        [sys.executable, SMALL, "mcp", "--http"],
        env=environment | {"MCP_TOKEN": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert said.returncode == 1 and "MCP_TOKEN" in said.stderr
