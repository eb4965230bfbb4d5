"""HTML elements become Markdown, by markdownify; what it does not know is put into elements that it does."""

import re
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

# Labels that say what colour a box has; a box's own title is kept.
_LABELS = frozenset(
    """note notes warning warnings tip tips important caution danger hint attention error info todo see also seealso
    uwaga ostrzeżenie wskazówka ważne informacja zobacz też""".split()
)


def html_to_markdown(root: Tag, *, holds_markdown: bool = False) -> str:
    """The text, code, lists and tables below `root`, which is changed on the way.

    `holds_markdown` for HTML inside a Markdown page, whose text may itself be Markdown.
    """
    _box_titles(root)
    for terms in root.find_all("dl"):
        _definitions(terms)
    plain = not holds_markdown
    converter = _Converter(
        heading_style="ATX",
        bullets="-",
        table_infer_header=True,
        escape_misc=plain,
        escape_asterisks=plain,
        escape_underscores=plain,
    )
    markdown: str = converter.convert_soup(root)
    return markdown


class _Converter(MarkdownConverter):
    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Links are reduced to their words here: an address in the text would be cut by the parser that follows."""
        return text

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Code as it stands, in a fence that it does not hold itself."""
        for line_break in el.find_all("br"):
            line_break.replace_with("\n")
        code = el.get_text().strip("\n")
        return f"\n\n{fenced(code, _code_language(el))}\n\n" if code.strip() else ""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """An escaped "<" was an entity in the page, so it is text here too."""
        escaped: str = super().escape(text, parent_tags)  # type: ignore[misc]  # its types know the public methods only
        return re.sub(r"(?<!\\)<", r"\\<", escaped)


def fenced(code: str, language: str = "") -> str:
    """A code block whose fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{code}\n{fence}"


def _code_language(element: Tag) -> str:
    near = (element, element.find("code"), element.parent, element.parent.parent if element.parent else None)
    for tag in near:
        classes = [str(name) for name in tag.get("class") or []] if isinstance(tag, Tag) else []
        for name in classes:
            if name.startswith(("language-", "lang-", "highlight-")):
                return name.split("-", 1)[1].replace("default", "")
        if len(classes) > 1 and classes[0] == "code":
            return classes[1]
    return ""


def _box_titles(root: Tag) -> None:
    for title in root.select(".admonition-title, .admonition > .title, .sidebar-title"):
        words = title.get_text(" ", strip=True).strip(":!")
        if set(words.lower().split()) <= _LABELS:
            title.decompose()
        else:
            title.string = f"{words}:"


def _definitions(terms: Tag) -> None:
    """A list of terms becomes a list of items "**term**: meaning"; markdownify's form for it is code in plain Markdown."""
    factory = BeautifulSoup("", "lxml")
    for term in terms.find_all("dt"):
        if term.find_parent("dl") is not terms:
            continue
        item = factory.new_tag("li")
        meanings = list(takewhile(lambda tag: tag.name == "dd", term.find_next_siblings(["dt", "dd"])))
        term.insert_before(item)
        lead = item
        for meaning in meanings:
            item.append(meaning.extract())
            meaning.name = "div"
        first = meanings[0].find(True, recursive=False) if meanings else None
        starts = first is not None and first.name == "p" and not (meanings[0].find(string=True, recursive=False) or "").strip()
        if first is not None and starts:
            lead = first
        elif meanings:
            lead = meanings[0]
        colon = " " if term.get_text(strip=True).endswith(":") else ": "
        lead.insert(0, colon if meanings else "")
        term.name = "span" if term.find(["code", "strong", "b"]) else "strong"
        lead.insert(0, term.extract())
    terms.name = "ul"
