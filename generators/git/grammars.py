"""The kinds of text that only files of Git need."""

from typing import Annotated

from generators.frame import Grammar

_OWNER = r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)*"
Owners = Annotated[
    str,
    Grammar(
        rf"{_OWNER}(?: {_OWNER})*",
        "must be people or teams such as @anna or @acme/ml-team, separated by spaces",
        "musi być osobami lub zespołami, na przykład @anna lub @firma/zespol-ml, oddzielonymi spacjami",
        longest=200,
    ),
]
Heading = Annotated[
    str,
    Grammar(
        # Letters of any language and plain punctuation: nothing that Markdown would read as a link, HTML or an image.
        r"[^\W_](?:[\w ,.:;()?%/'+-]*[\w.?)%])?",
        "must be a line of words without Markdown or HTML, at most 120 characters",
        "musi być wierszem słów bez Markdownu i HTML-a, do 120 znaków",
        longest=120,
    ),
]
