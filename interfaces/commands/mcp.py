"""Serve IDEs and other clients of the Model Context Protocol."""

import argparse

from errors import BadSetting
from interfaces.commands.opening import opened
from settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--http", action="store_true", help="serve over HTTP instead of standard streams; needs MCP_TOKEN")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on with --http (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8765, help="port with --http (8765)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until the client leaves."""
    from interfaces.cli import version_of
    from interfaces.mcp.server import SternikServer
    from interfaces.mcp.serving import serve_http, serve_stdio

    settings = Settings.from_env()
    if arguments.http and not settings.mcp_token:
        raise BadSetting("Set MCP_TOKEN to the token that clients must send; without one anybody could ask over HTTP.")
    server = SternikServer(lambda: opened(settings), version_of())
    try:
        if arguments.http:
            serve_http(server, arguments.host, arguments.port, settings.mcp_token)
        else:
            serve_stdio(server)
    finally:
        server.close()
    return 0
