"""Texts that try to bring a picture, a link or HTML onto the page."""

import random

HOSTILE = [
    "![x](http://evil.example/p.png)",
    "![x][r]\n\n[r]: http://evil.example/p.png",
    "[x](http://evil.example)",
    "<http://evil.example>",
    "http://evil.example/a_b*c",
    "www.evil.example and HTTPS://EVIL.EXAMPLE",
    "<img src='http://evil.example/p.png'>",
    "<script>fetch('http://evil.example')</script>",
    "\\`![x](http://evil.example/p.png)`",
    '<a href="`"> ![x](http://evil.example/p.png) `',
    "a ` b\nc ` ![x](http://evil.example/p.png) ` d",
    "| a | b |\n|---|---|\n| ` | ![x](http://evil.example/p.png) ` |",
    "| a | b |\n|---|---|\n| http://a\\|![x](http://evil.example/p.png) | z |",
    "| a |\n|---|\n| `\\\\\\|![x](http://evil.example/p.png)` |",
    "$$\n```\n$$\n![x](http://evil.example/p.png)\n```",
    "[https](#x)://evil.example/p",
    "https\\://evil.example",
    "&#104;ttp://evil.example &lt;img src=x>",
    "Setext\n![x](http://evil.example/p.png)\n===",
    ":red[![x](http://evil.example/p.png)]{foreground=red}",
    "::: note\n![x](http://evil.example/p.png)\n:::",
    "[1]{foreground='red' background='url(http://evil.example/p.png)'}",
    "See https://a.example/]![x](http://evil.example/p.png)",
    "`https://a/]![x](http://evil.example/p.png)`",
    "[^1]\n\n[^1]: ![x](http://evil.example/p.png)",
    "someone@evil.example",
]

_PIECES = [
    *(
        "`",
        "``",
        "```",
        "\n",
        "\n\n",
        "|",
        "\\",
        "\\\\",
        "*",
        "**",
        "_",
        "~~",
        "$",
        "$$",
        ":red[",
        "]",
        "[",
        "(",
        ")",
        "<",
        ">",
        "<b>",
    ),
    *("![x](http://evil.example/p.png)", "[x](http://evil.example)", "http://evil.example/", "www.evil.example", "a@evil.example"),
    *(
        "- ",
        "1. ",
        "> ",
        "# ",
        "    ",
        "| a | b |\n|---|---|\n| ",
        " text ",
        "[1]",
        "[1]: http://evil.example/p.png\n",
        "<!--",
        "-->",
        "&lt;",
    ),
]


def hostile_texts(count: int) -> list[str]:
    """The same mixtures every time."""
    dice = random.Random(7)
    return ["".join(dice.choices(_PIECES, k=dice.randint(3, 14))) for _ in range(count)]
