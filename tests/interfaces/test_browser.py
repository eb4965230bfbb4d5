"""The page in a real browser: asked in Polish and in English, on a desk and on a phone, by day and by night."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PICTURES = ROOT / "artifacts"
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
SLOW = 60_000
PROBES = "What is the difference between a liveness and a readiness probe?"
VERSIONING = "Jak wersjonować dane w projekcie ML?"
MARKED = ".stMarkdownColoredBackground"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(script: Path, home: Path) -> Iterator[str]:
    """The address of a server of this script, started in the repository's root as the README says."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = {**os.environ, "STERNIK_HOME": str(home), "STERNIK_USER": "browser", "PYTHONPATH": str(ROOT)}
    with (home / f"{script.stem}.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(30)


def wait_for(url: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except URLError:
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(small_home: Path) -> Iterator[str]:
    with serving(HERE / "small_page.py", small_home) as url:
        yield url


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A tab of a fresh browser profile, which must not ask any other host for anything."""
    asked: list[str] = []
    contexts = []

    def tab(**options: object) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.set_default_timeout(SLOW)
        return page

    yield tab
    for context in contexts:
        context.close()
    strangers = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    assert not strangers


def ask(page: Page, placeholder: str, question: str, sources: str) -> None:
    page.get_by_placeholder(placeholder).fill(question)
    page.keyboard.press("Enter")
    page.get_by_text(sources, exact=True).wait_for()
    page.locator("[class*=st-key-helpful-]").last.wait_for()


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    page.wait_for_timeout(700)  # until what unfolds has unfolded
    page.screenshot(path=PICTURES / f"{name}.png")


def first_source(page: Page) -> Locator:
    source = page.get_by_test_id("stExpander").first
    source.locator("summary").click()
    source.locator(MARKED).first.wait_for()
    return source


def test_a_polish_question_is_answered_with_its_sources_and_survives_a_reload(address: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(locale="pl-PL", viewport={"width": 1200, "height": 860})
    page.goto(address)
    page.get_by_text("W czym pomóc?").wait_for()
    picture(page, "welcome-pl")
    ask(page, "Zadaj pytanie o MLOps…", VERSIONING, "Źródła")
    source = first_source(page)
    expect(source).to_contain_text("course/pl/data-versioning.md")
    expect(source).to_contain_text("po polsku")
    picture(page, "answer-pl")
    answer = page.get_by_test_id("stChatMessage").nth(1).get_by_test_id("stMarkdownContainer").first.inner_text()
    assert "Wersj" in answer or "wersj" in answer
    page.reload()
    page.get_by_text("Źródła", exact=True).wait_for()
    again = page.get_by_test_id("stChatMessage").nth(1).get_by_test_id("stMarkdownContainer").first
    expect(again).to_have_text(answer, use_inner_text=True)
    page.get_by_text("English").click()
    page.get_by_text("Sources", exact=True).wait_for()
    assert "lang=en" in page.url and "c=" in page.url


def test_an_english_question_is_answered_by_night(address: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(locale="en-GB", color_scheme="dark", viewport={"width": 1200, "height": 860})
    page.goto(address)
    ask(page, "Ask a question about MLOps…", PROBES, "Sources")
    source = first_source(page)
    expect(source).to_contain_text("tools/en/kubernetes/probes.md")
    expect(source.locator(MARKED).first).to_contain_text("probe")
    picture(page, "answer-en-dark")
    background = page.get_by_test_id("stApp").evaluate("element => getComputedStyle(element).backgroundColor")
    assert background == "rgb(12, 22, 29)", "the theme's own dark colour"


def test_code_is_copied_with_one_click(address: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    ask(page, "Ask a question about MLOps…", "Show the YAML of the probes of a model API.", "Sources")
    block = page.get_by_test_id("stChatMessage").last.get_by_test_id("stCode").first
    block.get_by_label("Copy to clipboard").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "livenessProbe" in copied and copied.strip() == block.locator("pre").inner_text().strip()


def test_the_page_fits_a_phone(address: str, open_tab: Callable[..., Page]) -> None:
    page = open_tab(locale="pl-PL", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, device_scale_factor=2)
    page.goto(address)
    page.get_by_text("W czym pomóc?").wait_for()
    picture(page, "welcome-phone")
    ask(page, "Zadaj pytanie o MLOps…", VERSIONING, "Źródła")
    picture(page, "answer-phone")
    for part in ("html", "[data-testid=stAppScrollToBottomContainer]"):
        assert page.locator(part).evaluate("element => element.scrollWidth") <= 390


def test_hostile_text_brings_nothing_onto_the_page(small_home: Path, open_tab: Callable[..., Page]) -> None:
    with serving(HERE / "hostile_page.py", small_home) as url:
        page = open_tab()
        page.goto(url)
        page.get_by_text("All were shown.").wait_for()
        for summary in page.get_by_test_id("stExpander").locator("summary").all():
            summary.evaluate("element => element.click()")
        messages = page.get_by_test_id("stMarkdownContainer")
        assert messages.count() > 300
        expect(page.get_by_test_id("stExpanderDetails").last).to_be_visible()
        live = "img:not([src^='data:image/svg']), a[href], script:not([src]), iframe, .katex"
        assert [element.evaluate("node => node.outerHTML") for element in messages.locator(live).all()] == []
