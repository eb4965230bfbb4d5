"""What a page's folders say about it: "dvc/content/docs/command-reference/gc.md" is about "dvc command reference"."""

import re

# Folders that only say that documentation or a language is inside.
_GENERAL = frozenset(
    """docs doc content contents en pl src pages modules source website sections book user site static rst docsite main master
    course tools documentation gb wiki www html index""".split()
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def place_words(path: str, told: str) -> str:
    """The telling words of the folders of a path that `told` (title and headings) does not hold already, in order."""
    folders = path.rpartition("/")[0].lower()
    known = told.lower()
    words = dict.fromkeys(word for word in _WORD.findall(folders) if word not in _GENERAL and word not in known)
    return " ".join(words)
