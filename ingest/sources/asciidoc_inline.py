"""AsciiDoc's marks inside a paragraph become Markdown's. Lengths are bounded so that no line, however long, takes minutes."""

import re

_CHARACTERS = {"nbsp": " ", "sp": " ", "empty": "", "zwsp": "", "plus": "+", "asterisk": "*", "cpp": "C++", "vbar": "|"}
_ATTRIBUTE = re.compile(r"\{([\w-]{1,60})\}")
_CODE = re.compile(r"(`[^`\n]{1,500}`)")

_MARKS = [
    (re.compile(r"\b(?:xref|link|mailto):[^\s\[]{0,500}\[([^\[\]]{0,500}?)(?:,\s*\w+=[^\[\]]{0,200}|\^)?\]"), r"\1"),
    (re.compile(r"\b(?:https?|ftp)://[^\s\[\]<>]{1,500}\[([^\[\]]{1,500}?)(?:,\s*\w+=[^\[\]]{0,200}|\^)?\]"), r"\1"),
    (re.compile(r"<<[^,<>]{1,200},\s*([^<>]{1,300})>>"), r"\1"),
    (re.compile(r"\(\(\([^()]{0,300}\)\)\)|\bindexterm:\[[^\]]{0,300}\]"), ""),
    (re.compile(r"\[\[[\w:.-]{1,100}(?:,[^\]]{0,100})?\]\]|\banchor:[\w-]+\[\]"), ""),
    (re.compile(r"\(\(([^()]{1,300})\)\)"), r"\1"),
    (re.compile(r"\bmenu:([^\s\[]{1,100})\[([^\]]{1,300})\]"), r"\1 > \2"),
    (re.compile(r"\b(?:kbd|btn|pass|stem|icon):\w*\[([^\[\]]{0,300})\]"), r"\1"),
    (re.compile(r"\bimage:(?!:)[^\s\[]{1,300}\[[^\]]{0,300}\]"), ""),
    (re.compile(r"(?<![\w`*])\*([^\s*`][^*`]{0,500}?)\*(?![\w*])"), r"**\1**"),
    (re.compile(r"(?<![\w`+])(\+{1,3})([^\s+][^+\n]{0,300}?)\1(?![\w+])"), r"`\2`"),
    (re.compile(r"\[(?:\.|role=)[\w. -]{1,100}\]#([^#]{1,300})#"), r"\1"),
    (re.compile(r"(?<![\w#])#([^\s#][^#\n]{0,300})#(?!\w)"), r"\1"),
    (re.compile(r"\s?\bfootnote:[\w-]{0,40}\[([^\[\]]{0,600})\]"), r" (\1)"),
]
_REFERENCE = re.compile(r"<<(?:[^,<>#]{0,100}#)?([^,<>]{1,200})>>")
_PASSED_THROUGH = re.compile(r"`\+([^`]{1,300}?)\+`")


def inline(text: str, attributes: dict[str, str]) -> str:
    """A paragraph's text, which may run over several lines. `attributes` are the page's own `:name: value`."""
    text = _PASSED_THROUGH.sub(r"`\1`", text)
    text = _ATTRIBUTE.sub(lambda found: attributes.get(found[1], _CHARACTERS.get(found[1], found[0])), text)
    # A link's text may hold code, so code is put aside rather than split off.
    codes: list[str] = []
    text = _CODE.sub(lambda found: codes.append(found[1]) or f"\x02{len(codes) - 1}\x03", text)  # type: ignore[func-returns-value]
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    text = _REFERENCE.sub(lambda found: re.sub(r"[-_]+", " ", found[1]).strip(), text)
    return re.sub("\x02(\\d+)\x03", lambda found: codes[int(found[1])], text)
