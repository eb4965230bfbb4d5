"""Heading anchors as GitHub makes them."""

import re


def slug(heading: str, seen: dict[str, int]) -> str:
    """Lower case, hyphens for spaces, punctuation dropped; `seen` counts repeats so that the second gets "-1"."""
    base = re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
    number = seen.get(base, 0)
    seen[base] = number + 1
    return f"{base}-{number}" if number else base
