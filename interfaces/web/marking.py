"""The cited sentence inside its passage, between two marks that survive the Markdown parser."""

import re

# Punctuation nobody types: letters would change how the parser reads emphasis beside them.
OPEN, CLOSE = "\u2e28", "\u2e29"
MARKS = re.compile(f"([{OPEN}{CLOSE}])")

# A mark before these would make a list, quote, heading, table row or code block plain text.
_STARTS = re.compile(r"(?:\s|>|#+\s|\||[-*+]\s|\d+[.)]\s|(?:```+|~~~+)[^\n]*\n)*")
_ENDS = re.compile(r"(?:\s|\||\n[ \t]*(?:```+|~~~+))*\Z")


def mark(passage: str, quote: str) -> str:
    """The passage with marks around the quote; as it was when the quote is not in it."""
    clean = MARKS.sub("", passage)
    start = clean.find(quote) if quote.strip() else -1
    if start < 0:
        return clean
    skipped = _STARTS.match(quote)
    ending = _ENDS.search(quote)
    first = start + (skipped.end() if skipped else 0)
    last = start + (ending.start() if ending else len(quote))
    if first >= last:
        return clean
    return clean[:first] + OPEN + clean[first:last] + CLOSE + clean[last:]
