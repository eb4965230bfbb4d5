"""The learning path in a real browser: on a desk and on a phone, by day and by night."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from interfaces.web.learning_texts import load_learning_texts
from knowledge import load_step
from tests.interfaces.test_browser import CHROMIUM, FLAGS, HERE, SLOW, picture, serving

POLISH, ENGLISH = load_learning_texts("pl"), load_learning_texts("en")
Tab = Callable[..., Page]


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
def open_tab(browser: Browser) -> Iterator[Tab]:
    """A tab of a fresh browser profile, which must not ask any other host for anything."""
    asked: list[str] = []
    contexts = []

    def tab(**options: object) -> Page:
        contexts.append(browser.new_context(**options))
        contexts[-1].on("request", lambda request: asked.append(request.url))
        page = contexts[-1].new_page()
        page.set_default_timeout(SLOW)
        return page

    yield tab
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []


def choose_role(page: Page, words: object, title: str) -> None:
    page.get_by_role("combobox", name=words.role).click()
    page.get_by_role("option", name=title, exact=True).click()


def test_a_newcomer_finds_the_path_beside_the_chat_and_takes_the_first_step(address: str, open_tab: Tab) -> None:
    page = open_tab(locale="pl-PL", viewport={"width": 1200, "height": 1000})
    page.goto(address)
    page.get_by_text("W czym pomóc?").wait_for()
    page.get_by_test_id("stSidebarNav").get_by_text(POLISH.page, exact=True).click()
    page.get_by_role("heading", name=POLISH.title).wait_for()
    choose_role(page, POLISH, "Lider zespołu")
    page.get_by_role("button", name=POLISH.start).click()
    page.get_by_text(POLISH.yours).wait_for()
    picture(page, "path-pl")
    for number, question in enumerate(load_step("orientation").quiz, 1):
        asked = page.locator(f".st-key-answer-orientation-{number}-pl")
        asked.get_by_text(question.options[question.right].pl, exact=True).click()
    page.get_by_role("button", name=POLISH.quiz_check).click()
    page.get_by_text("Wynik: 5 z 5", exact=True).wait_for()
    picture(page, "path-quiz-pl")
    page.get_by_text(POLISH.done, exact=True).click()
    page.get_by_text("Zrobione 1 z 7", exact=False).wait_for()
    expect(page.get_by_text(load_step("team-and-maturity").task.pl[:40])).to_be_visible()
    page.reload()
    page.get_by_text("Zrobione 1 z 7", exact=False).wait_for()
    page.get_by_test_id("stSidebarNav").get_by_text(POLISH.chat, exact=True).click()
    page.get_by_text("W czym pomóc?").wait_for()


def test_a_page_is_read_by_night_in_the_language_that_was_chosen_elsewhere(address: str, open_tab: Tab) -> None:
    page = open_tab(locale="pl-PL", color_scheme="dark", viewport={"width": 1200, "height": 1000})
    page.goto(address)
    page.get_by_text("English").click()
    page.get_by_text("How can I help?").wait_for()
    page.get_by_test_id("stSidebarNav").get_by_text(ENGLISH.page, exact=True).click()
    page.get_by_role("heading", name=ENGLISH.title).wait_for()
    choose_role(page, ENGLISH, "Data engineer")
    page.get_by_text("Finding your way in MLOps").wait_for()
    picture(page, "path-en-dark")
    page.get_by_role("button", name="The model life cycle").first.click()
    page.get_by_role("heading", name="How does a model project start?").wait_for()
    expect(page.get_by_test_id("stMermaidChart").first.get_by_role("img")).to_be_visible(timeout=SLOW)
    picture(page, "reader-en-dark")
    assert "read=course" in page.url
    page.get_by_role("button", name=ENGLISH.back).click()
    page.get_by_role("heading", name=ENGLISH.title).wait_for()


def test_path_and_reader_fit_a_phone(address: str, open_tab: Tab) -> None:
    page = open_tab(locale="pl-PL", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, device_scale_factor=2)
    for name, query in (("path", "role=platform-engineer"), ("reader", "read=tools/docker/images-and-layers")):
        page.goto(f"{address}path?{query}")
        page.get_by_role("heading", level=1).first.wait_for()
        picture(page, f"{name}-phone")
        for part in ("html", "[data-testid=stMain]"):
            assert page.locator(part).evaluate("element => element.scrollWidth") <= 390, f"{name}: {part}"
