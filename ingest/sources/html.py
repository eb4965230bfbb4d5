"""HTML: the main content only."""

import re

from bs4 import BeautifulSoup, Tag

from errors import UnreadableSource
from ingest.document import Document
from ingest.sources.html_markdown import html_to_markdown
from ingest.sources.markdown import document_from_markdown
from ingest.sources.text import decode

_NOISE = frozenset("script style noscript template nav header footer aside form iframe svg button dialog".split())
_MAIN = ["main", "article", '[role="main"]', "#main-content", "#content", ".document", ".markdown-body", ".content"]
_NOISY_CLASS = re.compile(
    r"cookies?([-_].*)?|.*[-_]cookies?|consent([-_].*)?|breadcrumbs?|navbar|sidebar|sphinxsidebar|toc|table-of-contents"
    r"|pagination|skip-?link|headerlink|anchor(js)?-link|hash-link|anchor|linenos?|linenodiv|gutter|sr-only|visually-hidden|advert.*",
    re.I,
)
_BOX_CLASS = re.compile(r"admonition|callout|note|tip|warning|alert|important|caution|danger|info")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]+)|^<\?xml[^>]{0,100}?encoding=[\"']([\w-]+)", re.I)


def read(content: bytes, name: str) -> Document:
    """The page's main part; navigation, headers, footers, forms, cookie banners and scripts are left out.

    Raises:
        UnreadableSource: there is no HTML in it.
    """
    declared = _DECLARED.search(content[:2048])
    text = decode(content, name, (declared[1] or declared[2]).decode("ascii", "ignore") if declared else "")
    if not re.search(r"</?[a-zA-Z!]", text):
        raise UnreadableSource(f"{name}: there is no HTML in it. If it is plain text, name it .txt.")
    return document_from_html(text, name)


def document_from_html(text: str, name: str) -> Document:
    """The shared way in for every format that is first turned into HTML."""
    soup = BeautifulSoup(text, "lxml")
    title = _title(soup)
    main = _main_part(soup)
    for noise in main.find_all(_is_noise):
        if not noise.decomposed:
            noise.decompose()
    for literal in main.select("span.literal, tt"):  # how docutils and old pages write inline code
        literal.name = "code"
    has_heading = main.find("h1") is not None
    markdown = html_to_markdown(main)
    return document_from_markdown(markdown if has_heading or not title else f"# {title}\n\n{markdown}", name)


def _title(soup: BeautifulSoup) -> str:
    """The first heading wherever it stands, or the window's title, which often carries the site's name too."""
    heading = soup.find("h1")
    for tag in (heading, soup.title):
        words = re.sub(r"\s+", " ", tag.get_text(" ", strip=True)).strip("¶# ") if tag else ""
        if words:
            return re.sub(r"([\\`*_<>\[\]])", r"\\\1", words)
    return ""


def _main_part(soup: BeautifulSoup) -> Tag:
    for selector in _MAIN:
        found = soup.select(selector)
        if found:
            return max(found, key=lambda tag: len(tag.get_text()))
    return soup.body or soup


def _is_noise(tag: Tag) -> bool:
    names = [*(tag.get("class") or []), str(tag.get("id") or "")]
    if tag.has_attr("hidden") or tag.get("role") in ("navigation", "search", "contentinfo"):
        return tag.name not in ("html", "body")
    if tag.name == "header" and tag.find("h1"):  # an article's own header holds its title
        return False
    if tag.name == "aside" and _BOX_CLASS.search(" ".join(names)):
        return False
    # A heading may be called "toc" by the tool that made its anchor; text is never thrown away for that.
    if tag.name in ("html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre"):
        return False
    return tag.name in _NOISE or any(_NOISY_CLASS.fullmatch(name) for name in names)
