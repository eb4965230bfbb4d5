"""Open the chat in the browser."""

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from errors import SternikError
from interfaces.commands.console import write
from interfaces.commands.opening import opened
from settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--port", type=_port, default=8501, help="TCP port (default 8501)")
    parser.add_argument("--address", default="127.0.0.1", help="where to listen (default 127.0.0.1: this machine only)")


def run(arguments: argparse.Namespace) -> int:
    """Index what is missing, then hand over to Streamlit."""
    found = find_spec("app")
    if found is None or found.origin is None:
        raise SternikError("app.py is not installed. Install Sternik again, or run this command in its folder.")
    settings = Settings.from_env()
    if not settings.home.exists():
        opened(settings).close()  # the page would show its progress too, but a terminal is where one waits after a first start
    app = Path(found.origin)
    theme = app.parent / "interfaces" / "web" / "assets" / "theme.toml"
    shown = "localhost" if arguments.address in ("127.0.0.1", "0.0.0.0") else arguments.address  # noqa: S104
    write(f"Sternik: http://{shown}:{arguments.port}")
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(app)),
        *("--server.port", str(arguments.port), "--server.address", arguments.address),
        *("--server.headless", "true", "--browser.gatherUsageStats", "false"),
        # The same as .streamlit/config.toml, which only a checkout has.
        *("--theme.base", str(theme), "--client.toolbarMode", "minimal", "--server.fileWatcherType", "none"),
    ]
    return subprocess.call(command, cwd=app.parent)


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: use a number from 1 to 65535")
    return number
