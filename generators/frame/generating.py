"""A wish becomes files, and each file carries the verdicts of its validators."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generators.checks import Verdict, check_files
from generators.frame.options import GeneratorOptions
from generators.frame.registry import load
from generators.frame.validate import validated


@dataclass(frozen=True)
class Reason:
    """Why the line of this number stands there, in both languages, and the built-in page (without its language) that tells more."""

    line: int
    en: str
    pl: str
    page: str


@dataclass(frozen=True)
class GeneratedFile:
    """A file as the validators saw it, byte for byte."""

    path: str
    kind: str
    content: str
    checks: tuple[Verdict, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def passed(self) -> bool:
        """No validator found fault; one that could not judge (`passed` None) says nothing."""
        return all(check.passed is not False for check in self.checks)


@dataclass(frozen=True)
class Generated:
    """What was made of a wish: the options, defaults included, and the files."""

    kind: str
    options: GeneratorOptions
    files: tuple[GeneratedFile, ...]


def generate(kind: str, options: Mapping[str, Any] | None = None, *, heavy: bool = False) -> Generated:
    """Render one kind and check every file; `heavy` also runs validators that take seconds, where they are installed.

    Raises:
        BadInput: there is no such kind.
        BadOption: an option breaks its rule; the message names it.
    """
    generator = load(kind)
    chosen = validated(generator, options or {})
    files = generator.render(chosen)
    verdicts = check_files(files, heavy=heavy)
    made = (
        GeneratedFile(path, generator.kind, text, verdicts[path], _reasons(generator.whys, text)) for path, text in files.items()
    )
    return Generated(generator.kind, chosen, tuple(made))


def _reasons(whys: Any, text: str) -> tuple[Reason, ...]:
    found = [(why.first_line(text), why) for why in whys]
    told = [Reason(line, why.en, why.pl, why.page) for line, why in found if line is not None]
    return tuple(sorted(told, key=lambda reason: reason.line))
