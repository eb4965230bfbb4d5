"""JSX in MDX pages: the tags of components go, what stands between them stays, and so do their titles."""

import re

_TAG = re.compile(r"</?([A-Z][\w.]*)")
_TITLE = re.compile(r"\b(?:title|label|header|heading|description|summary)=\{?[\"']([^\"'\n]+)[\"']")
_MOST_CHARACTERS = 20_000  # of one tag; more is not a tag but a stray "<"


def without_components(text: str) -> str:
    """The text without tags of components; `<Name>` alone, never closed, is a placeholder to fill in and stays."""
    kept: list[str] = []
    at = 0
    for tag in _TAG.finditer(text):
        end = _end_of_tag(text, tag.end()) if tag.start() >= at else 0
        whole = text[tag.start() : end]
        if end and _is_component(whole, tag[1], text):
            before = text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()]
            if before.count("`") % 2:  # inside inline code
                continue
            titles = [] if before.strip() else _TITLE.findall(whole)
            kept += [text[at : tag.start()], f"\n{': '.join(titles)}\n\n" if titles else ""]
            at = end
    return "".join(kept) + text[at:]


def _end_of_tag(text: str, start: int) -> int:
    """Where the tag ends, 0 when it does not: a ">" inside braces belongs to an expression."""
    depth = 0
    for at in range(start, min(len(text), start + _MOST_CHARACTERS)):
        letter = text[at]
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        elif depth == 0 and letter == ">":
            return at + 1
        elif depth == 0 and letter in "<`":
            return 0
    return 0


def _is_component(tag: str, name: str, text: str) -> bool:
    return tag.startswith("</") or tag.endswith("/>") or "=" in tag or f"</{name}>" in text
