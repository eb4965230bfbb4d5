"""HTML: the main content only, turned into Markdown by markdownify."""

import re

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from errors import UnreadableSource
from ingest.document import Document
from ingest.sources.markdown import document_from_markdown
from ingest.sources.text import decode

_NOISE = ["script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "iframe", "svg", "button", "dialog"]
_MAIN = ["main", "article", '[role="main"]', "#main-content", "#content", ".document", ".markdown-body", ".content"]


def read(content: bytes, name: str) -> Document:
    """The page's main part; navigation, headers, footers, forms and scripts are left out.

    Raises:
        UnreadableSource: there is no HTML in it.
    """
    text = decode(content, name)
    if "<" not in text:
        raise UnreadableSource(f"{name}: there is no HTML in it. If it is plain text, name it .txt.")
    return document_from_html(text, name)


def document_from_html(text: str, name: str) -> Document:
    """The shared way in for every format that is first turned into HTML."""
    soup = BeautifulSoup(text, "lxml")
    main = _main_part(soup)
    for noise in main(_NOISE):
        # An article's own header holds its title.
        if not (noise.name == "header" and noise.find("h1")):
            noise.decompose()
    for permalink in main.select("a.headerlink, a.anchor"):
        permalink.decompose()
    for literal in main.select("span.literal, tt"):  # how docutils and old pages write inline code
        literal.name = "code"
    markdown = _Converter(heading_style="ATX", bullets="-", code_language_callback=_code_language, escape_misc=False).convert_soup(main)
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    has_heading = re.search(r"^# ", markdown, re.M)
    return document_from_markdown(markdown if has_heading or not title else f"# {title}\n\n{markdown}", name)


class _Converter(MarkdownConverter):  # type: ignore[misc]  # markdownify carries no types
    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Links are reduced to their words here: an address in the text would be cut by the parser that follows."""
        return text


def _main_part(soup: BeautifulSoup) -> Tag:
    for selector in _MAIN:
        found = soup.select(selector)
        if found:
            return max(found, key=lambda tag: len(tag.get_text()))
    return soup.body or soup


def _code_language(element: Tag) -> str:
    classes = [str(name) for tag in (element, element.find("code")) if isinstance(tag, Tag) for name in tag.get("class") or []]
    for name in classes:
        if name.startswith(("language-", "lang-", "highlight-")):
            return name.split("-", 1)[1]
    return classes[1] if len(classes) > 1 and classes[0] == "code" else ""
