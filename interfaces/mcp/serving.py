"""Serving over standard streams, or over HTTP behind a bearer token."""

import hmac

import anyio
import uvicorn
from mcp.server.stdio import stdio_server
from starlette.types import ASGIApp, Receive, Scope, Send

from interfaces.mcp.server import SternikServer


def serve_stdio(server: SternikServer) -> None:
    """Answer on standard output what comes on standard input, until that ends."""

    async def run() -> None:
        async with stdio_server() as (read, write):
            await server.protocol.run(read, write, server.protocol.create_initialization_options())

    anyio.run(run)


def serve_http(server: SternikServer, host: str, port: int, token: str) -> None:
    """Answer at http://HOST:PORT/mcp whoever knows the token."""
    app = BearerOnly(server.protocol.streamable_http_app(host=host), token)
    uvicorn.run(app, host=host, port=port, log_level="warning")


class BearerOnly:
    """Lets only requests with the token through. Tokens are compared in constant time and never logged."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._expected = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            given = dict(scope["headers"]).get(b"authorization", b"")
            if not hmac.compare_digest(given, self._expected):
                headers = [(b"content-type", b"text/plain"), (b"www-authenticate", b"Bearer")]
                await send({"type": "http.response.start", "status": 401, "headers": headers})
                await send({"type": "http.response.body", "body": b"A bearer token is needed.\n"})
                return
        await self._app(scope, receive, send)
