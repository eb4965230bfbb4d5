"""Links in the text lead to other pages, which are there, and to the heading that they name."""

import posixpath
import re

import pytest
from pages import Page, all_pages, guides, pages_of


@pytest.mark.parametrize("guide", guides())
def test_links_between_pages_lead_somewhere(guide: str) -> None:
    links = [(page, link) for page in pages_of(guide) for link in page.links]
    assert [(page.path, link) for page, link in links if not _leads_somewhere(page, link)] == []


@pytest.mark.parametrize("guide", guides())
def test_links_stay_in_the_language_of_the_page(guide: str) -> None:
    links = [(page, _target(page, link)) for page in pages_of(guide) for link in page.links]
    assert [(page.path, target) for page, target in links if f"/{page.language}/" not in target] == []


@pytest.mark.parametrize("guide", guides())
def test_twins_link_to_the_same_pages(guide: str) -> None:
    for page in pages_of(guide, "en"):
        assert [link.split("#")[0].replace("/pl/", "/en/") for link in all_pages()[page.twin].links] == [
            link.split("#")[0] for link in page.links
        ], page.path


def _leads_somewhere(page: Page, link: str) -> bool:
    found = all_pages().get(_target(page, link))
    anchor = link.partition("#")[2]
    return found is not None and (not anchor or anchor in {_anchor(text) for _, text in found.headings})


def _target(page: Page, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.split("#")[0]))


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
