"""What Quarto, R Markdown, MDX, Hugo and Liquid add to Markdown, taken away so that the text stays."""

import re

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_CHUNK_HEADER = re.compile(r"^(\s*`{3,})\{(\w+)[^}]*\}\s*$")
_DIV = re.compile(r"^\s*:{3,}.*$")
_SHORTCODE_TEXT = re.compile(r"\{\{[<%][^}]*?\btext=\"([^\"]*)\"[^}]*?[>%]\}\}")
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}|\{%-?.*?-?%\}|\{\{.*?\}\}|\{/\*.*?\*/\}")
_MDX_LINE = re.compile(r"^(import\s.+\sfrom\s+['\"].+['\"];?|import\s+['\"].+['\"];?|export\s+(default|const)\s.*)$")
_HEADING_ATTRIBUTES = re.compile(r"^(#{1,6}\s.*?)\s*\{([^{}]*)\}\s*$")
_ALIGNED_HTML = re.compile(r"</?(?:Tabs?|TabItem|Tab[A-Z]\w*|details|div|section|center)\b[^>]*>")


def plain_markdown(text: str) -> str:
    """The same page without divs, shortcodes, template tags, MDX imports and code chunk options; code is not touched."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        if fence:
            if opened and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            lines.append(line)
        elif opened:
            fence = opened[1]
            lines.append(_CHUNK_HEADER.sub(r"\1\2", line))
        elif not (_DIV.match(line) or _MDX_LINE.match(line)):
            lines.append(_plain_line(line))
    return "\n".join(lines)


def _plain_line(line: str) -> str:
    if "{" in line:
        line = _SHORTCODE_TEXT.sub(r"\1", line)
        line = _SHORTCODE.sub("", line)
        line = _HEADING_ATTRIBUTES.sub(_keep_anchor, line)
    return _ALIGNED_HTML.sub("", line) if "<" in line else line


def _keep_anchor(match: re.Match[str]) -> str:
    anchor = re.search(r"#([\w:.-]+)", match[2])
    return f"{match[1]} {{#{anchor[1]}}}" if anchor else match[1]
