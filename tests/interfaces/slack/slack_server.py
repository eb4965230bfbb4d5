"""Slack on the loopback: the Web API over HTTP, Socket Mode over WebSocket, with faults on demand."""

import asyncio
import itertools
import json
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.interfaces.slack.workspace import Refusal, Row, Workspace


@dataclass
class Fault:
    """What goes wrong with a call: `done` means that Slack did what was asked before it failed to say so."""

    status: int = 200
    seconds: float = 0.0
    done: bool = False
    retry_after: str = "1"


@dataclass
class Envelope:
    """A request on its way to the bot."""

    payload: Row
    kind: str
    sent: float = 0.0
    first_sent: float = 0.0
    acknowledged: float = 0.0
    answer: Any = None
    deliveries: int = 0
    identities: list[str] = field(default_factory=list)


class SlackServer:
    """Runs in a thread. What is not acknowledged is sent again, under a new envelope, as Slack does."""

    def __init__(self, workspace: Workspace, again_after: float = 3.0) -> None:
        self.workspace = workspace
        self.fault: Callable[[str, Row], Fault | None] = lambda method, given: None
        self.calls: list[tuple[str, Row]] = []
        self.envelopes: dict[str, Envelope] = {}
        self.waiting: list[Envelope] = []
        self.tokens: set[str] = set()
        self._again_after = again_after
        self._sockets: list[WebSocket] = []
        self._numbers = itertools.count(1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = workspace.address = f"http://127.0.0.1:{self.port}"
        routes = [
            Route("/api/{method:path}", self._api, methods=["POST", "GET"]),
            Route("/upload/{file}", self._upload, methods=["POST"]),
            Route("/respond/{user}", self._respond, methods=["POST"]),
            Route("/private/{file}", self._private),
            WebSocketRoute("/socket", self._socket),
        ]
        config = uvicorn.Config(
            Starlette(routes=routes),
            host="127.0.0.1",
            port=self.port,
            log_level="error",
            ws="websockets-sansio",
            loop="asyncio",
            lifespan="off",
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(10)

    def send(self, payload: Row, kind: str = "events_api") -> Envelope:
        """Have a request delivered as soon as a bot listens."""
        envelope = Envelope(payload, kind)
        self.waiting.append(envelope)
        return envelope

    def disconnect(self) -> None:
        """Break all connections without a word."""
        for one in list(self._sockets):
            asyncio.run_coroutine_threadsafe(one.close(1011), self._loop).result(5)

    def say_goodbye(self) -> None:
        """Ask the bot to come again at another address, as Slack does every few hours."""
        for one in list(self._sockets):
            text = json.dumps({"type": "disconnect", "reason": "refresh_requested"})
            asyncio.run_coroutine_threadsafe(one.send_text(text), self._loop).result(5)

    def send_raw(self, text: str) -> None:
        for one in list(self._sockets):
            asyncio.run_coroutine_threadsafe(one.send_text(text), self._loop).result(5)

    @property
    def connected(self) -> int:
        return len(self._sockets)

    async def _api(self, request: Request) -> Response:
        method = request.path_params["method"]
        given = {**dict(request.query_params), **{key: str(value) for key, value in (await request.form()).items()}}
        self.tokens.add(request.headers.get("authorization", ""))
        self.calls.append((method, given))
        if method == "apps.connections.open":
            return JSONResponse({"ok": True, "url": f"ws://127.0.0.1:{self.port}/socket"})
        fault = self.fault(method, given) or Fault()
        await asyncio.sleep(fault.seconds)
        if fault.status == 429:
            return JSONResponse({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": fault.retry_after})
        try:
            answer = self.workspace.answer(method, given) if fault.status == 200 or fault.done else {}
        except Refusal as refusal:
            return JSONResponse({"ok": False, "error": str(refusal)})
        return JSONResponse(answer) if fault.status == 200 else PlainTextResponse("<html>oops</html>", fault.status)

    async def _upload(self, request: Request) -> Response:
        self.workspace.files[request.path_params["file"]]["data"] = await request.body()
        return PlainTextResponse("OK")

    async def _respond(self, request: Request) -> Response:
        given = await request.json()
        blocks = json.dumps(given.get("blocks", []))
        row = self.workspace._message({"text": given["text"], "blocks": blocks})
        self.workspace.ephemerals.append(
            {**row, "to": request.path_params["user"], "by_address": True, "how": given["response_type"]}
        )
        return PlainTextResponse("ok")

    async def _private(self, request: Request) -> Response:
        if not request.headers.get("authorization", "").startswith("Bearer xoxb-"):
            return PlainTextResponse("no", 403)
        return Response(self.workspace.files[request.path_params["file"]]["data"])

    async def _socket(self, connection: WebSocket) -> None:
        await connection.accept()
        self._loop = asyncio.get_running_loop()
        await connection.send_text(json.dumps({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}}))
        self._sockets.append(connection)
        sending = asyncio.create_task(self._deliver(connection))
        try:
            while True:
                self._acknowledged(json.loads(await connection.receive_text()))
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self._sockets.remove(connection)
            sending.cancel()

    def _acknowledged(self, reply: Row) -> None:
        envelope = self.envelopes.get(reply.get("envelope_id", ""))
        if envelope and not envelope.acknowledged:
            envelope.acknowledged = time.monotonic()
            envelope.answer = reply.get("payload")

    async def _deliver(self, connection: WebSocket) -> None:
        """Send what waits; several connections share the work."""
        while True:
            now = time.monotonic()
            due = [one for one in self.waiting if not one.acknowledged and (not one.sent or now - one.sent > self._again_after)]
            self.waiting = [one for one in self.waiting if not one.acknowledged]
            for envelope in due:
                identity = f"envelope-{next(self._numbers)}"
                self.envelopes[identity] = envelope
                envelope.sent = time.monotonic()
                envelope.first_sent = envelope.first_sent or envelope.sent
                envelope.deliveries += 1
                retry = {"retry_attempt": envelope.deliveries - 1} if envelope.deliveries > 1 else {}
                body = {"type": envelope.kind, "envelope_id": identity, "payload": envelope.payload, **retry}
                await connection.send_text(json.dumps(body))
            await asyncio.sleep(0.005)
