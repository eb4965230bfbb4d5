"""Why a line stands where it does, for those who read a generated file for the first time."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Why:
    """The reason of the lines that `line` (a regular expression) finds; `page` is a built-in page without its language.

    Pages are named as in the library, `tools/docker/multi-stage-builds` standing for both `tools/en/…` and `tools/pl/…`.
    """

    line: str
    en: str
    pl: str
    page: str

    def first_line(self, text: str) -> int | None:
        """The number of the first line it speaks of, from 1."""
        return next((n for n, line in enumerate(text.splitlines(), 1) if re.search(self.line, line)), None)

    def page_in(self, language: str) -> str:
        """The page's path in one language: `tools/en/docker/multi-stage-builds.md`."""
        room, _, rest = self.page.partition("/")
        return f"{room}/{language}/{rest}.md"
