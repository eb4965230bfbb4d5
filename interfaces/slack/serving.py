"""Serving Slack over Socket Mode, or over HTTP."""

import re
import signal
from threading import Event

import uvicorn
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from interfaces.slack.bot import Bot

_MOST_BYTES = 1_000_000
PATH = "/slack/events"


def serve_socket(bot: Bot) -> None:
    """Listen until the process is asked to end, then finish what is at work."""
    ending = Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: ending.set())
    handler = bot.connect()
    ending.wait()
    handler.close()  # type: ignore[no-untyped-call]
    bot.close()


def serve_http(bot: Bot, host: str, port: int) -> None:
    """Listen at http://HOST:PORT/slack/events for requests that Slack has signed."""
    bot.workers.start()
    uvicorn.run(http_app(bot), host=host, port=port, log_level="warning")
    bot.close()


def http_app(bot: Bot) -> Starlette:
    """Bolt checks signature and age of each request before anything else sees it."""

    async def events(request: Request) -> Response:
        body = await request.body()
        if len(body) > _MOST_BYTES:
            return PlainTextResponse("too large\n", 413)
        # Bolt takes for granted that this is a number.
        if not re.fullmatch(r"[0-9]{1,12}", request.headers.get("x-slack-request-timestamp", "")):
            return PlainTextResponse("not signed\n", 401)
        try:
            asked = to_bolt_request(request, body)
        except UnicodeDecodeError:
            return PlainTextResponse("not UTF-8\n", 400)
        # Remembering a request may wait for another writer, and must not hold up others.
        return to_starlette_response(await run_in_threadpool(bot.app.dispatch, asked))

    async def health(request: Request) -> Response:
        return PlainTextResponse("ok\n")

    return Starlette(routes=[Route(PATH, events, methods=["POST"]), Route("/health", health)])
