"""Plain text that Streamlit's Markdown shows as it is."""

import re
from collections.abc import Set
from urllib.parse import urlsplit

# `:` begins Streamlit's directives, `$` a formula; the rest is Markdown's own.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<|$~:&])")
_LINE_START = re.compile(r"(?m)^([ \t]*)(?:([-+=#>])|(\d+)([.)]))")
# What GitHub's Markdown turns into a live link, wherever it stands.
_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s<>`|\\]*[^\s<>`|\\.,;:!?)\]\"']|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def escape(text: str, known_hosts: Set[str] = frozenset()) -> str:
    """Markdown that shows exactly this text. Addresses of unknown hosts are shown, but not as links."""
    pieces = _ADDRESS.split(text)
    return "".join(address(piece, known_hosts) if index % 2 else _SPECIAL.sub(r"\\\1", piece) for index, piece in enumerate(pieces))


def escape_label(text: str) -> str:
    """The same for one line: a button, the header of an expander."""
    return escape_line_starts(escape(" ".join(text.split())))


def escape_line_starts(inline: str) -> str:
    """Inline Markdown whose lines begin no list, heading, quote or underline."""
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", inline)


def code(text: str) -> str:
    """A code span that holds exactly this text."""
    fence = "`" * (longest_run("`", text) + 1)
    room = " " if text.startswith("`") or text.endswith("`") or (text[:1] == text[-1:] == " ") else ""
    return f"{fence}{room}{text}{room}{fence}"


def address(url: str, known_hosts: Set[str]) -> str:
    """A web address: a link when its host is known, text otherwise."""
    return f"<{url}>" if is_known(url, known_hosts) else code(url)


def is_known(url: str, known_hosts: Set[str]) -> bool:
    """Whether an address may be a live link."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # such as http://[
        return False
    return parts.scheme in ("http", "https") and host in known_hosts and not re.search(r"[\s<>]", url)


def longest_run(character: str, text: str) -> int:
    """How often the character stands side by side at most."""
    return max((len(run) for run in re.findall(f"{re.escape(character)}+", text)), default=0)
