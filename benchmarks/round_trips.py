"""How long an IDE waits for a search: `sternik mcp` over stdio, warm, asked by the SDK's own client."""

import os
import statistics
import sys
import time

import anyio
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from benchmarks.homes import built_in, opened
from benchmarks.progress import Steps
from benchmarks.questions import ROOT, question_sets
from benchmarks.results import Figures
from benchmarks.scale import Scale

_WARM_UP = 5


def measure(scale: Scale) -> Figures:
    """Milliseconds from a call of `search_knowledge` to its result: questions on the built-in knowledge, one after another."""
    asked = [question.text for found in question_sets(scale.every) if found.built_in for question in found.answerable]
    with opened(built_in()) as assistant:
        home = assistant.library.home
    took = sorted(anyio.run(_talk, str(home), asked))
    cuts = statistics.quantiles(took, n=100)
    return {"calls": len(took), "p50_ms": cuts[49], "p95_ms": cuts[94], "p99_ms": cuts[98]}


async def _talk(home: str, asked: list[str]) -> list[float]:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "interfaces.cli", "mcp"], env={**os.environ, "STERNIK_HOME": home}, cwd=ROOT
    )
    progress = Steps("searches over MCP", len(asked))
    took = []
    async with Client(stdio_client(server)) as client:
        for number, question in enumerate([*asked[:_WARM_UP], *asked]):
            progress(number)
            begun = time.perf_counter()
            result = await client.call_tool("search_knowledge", {"query": question})
            took.append(1000 * (time.perf_counter() - begun))
            assert not result.is_error, result
    return took[_WARM_UP:]


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("round_trips", measure)


if __name__ == "__main__":
    sys.exit(main())
