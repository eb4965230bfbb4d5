"""From starting `sternik serve` on an indexed home to a page that takes a question, in headless Chromium."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.homes import built_in
from benchmarks.processes import environment
from benchmarks.questions import ROOT
from benchmarks.results import Figures
from benchmarks.scale import Scale

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 120.0  # seconds


def measure(scale: Scale) -> Figures:
    """Several starts, each with a fresh page; the browser itself is open before. Says so when there is no browser."""
    browser_path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return {"missing": "playwright is not installed"}
    if browser_path is None:
        return {"missing": "no Chromium on this machine"}
    home = built_in()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        seconds = [_start(browser, home) for _ in range(min(scale.runs, 3))]
        browser.close()
    return {"runs": len(seconds), "median_seconds": round(median(seconds), 2), "slowest_seconds": round(max(seconds), 2)}


def _start(browser: "Browser", home: Path) -> float:
    port = _free_port()
    page = browser.new_page()
    begun = time.perf_counter()
    with _serving(home, port):
        _wait_for(port)
        page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
        page.locator('[data-testid="stChatInput"] textarea:enabled').wait_for(state="visible", timeout=_PATIENCE * 1000)
        seconds = time.perf_counter() - begun
        page.close()
    return seconds


@contextmanager
def _serving(home: Path, port: int) -> Iterator[None]:
    command = [sys.executable, "-m", "interfaces.cli", "serve", "--port", str(port)]
    # A group of its own: Streamlit runs as a child of the command.
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0
    ) as process:
        try:
            yield
        finally:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    import os

    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"`sternik serve` did not listen within {_PATIENCE:.0f} s")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("page", measure)


if __name__ == "__main__":
    sys.exit(main())
