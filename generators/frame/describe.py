"""docs/generators.md, out of the kinds themselves: `python -m generators.frame.describe` writes it, a test holds them equal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks import validators
from generators.frame.registry import Generator, load, names
from generators.frame.shape import shape_of

PAGE = Path(__file__).parents[2] / "docs" / "generators.md"
_HEAD = """# What Sternik generates

Every kind of file, its options and the validators that judge it. `sternik generate KIND --NAME value` takes them on the command
line, the page *File generator* shows them as a form, and a request in the chat is read for the same options. Without any option
a kind gives a file that works. This page is written by `python -m generators.frame.describe`.
"""


def as_markdown() -> str:
    """The whole page."""
    kinds = "\n".join(line for kind in names() for line in _kind(load(kind)))
    checks = "\n".join(_validators())
    return f"{_HEAD}\n{kinds}\n## Validators\n\n{checks}\n"


def _kind(generator: Generator) -> Iterator[str]:
    yield f"## {generator.kind}\n\n{generator.summary}\n"
    yield "| option | default | what it is |\n|---|---|---|"
    for name, field in generator.options.model_fields.items():
        default = _plain(field.get_default(call_default_factory=True))
        choices = shape_of(field).choices
        listed = f" One of: {', '.join(f'`{choice}`' for choice in choices)}." if choices else ""
        yield f"| `--{name.replace('_', '-')}` | {_cell(default)} | {field.description}{listed} |"
    yield ""


def _validators() -> Iterator[str]:
    yield "| validator | when | what it judges |\n|---|---|---|"
    for validator in validators():
        when = "with `--thorough`, where it is installed" if validator.HEAVY else "always"
        yield f"| {validator.TOOL} | {when} | {' '.join((validator.__doc__ or '').split())} |"


def _cell(default: Any) -> str:
    if default in (None, "", [], {}):
        return ""
    text = default if isinstance(default, str) else json.dumps(default, ensure_ascii=False)
    return "`" + text.replace("|", "\\|") + "`"


def _plain(value: Any) -> Any:
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


if __name__ == "__main__":
    PAGE.write_text(as_markdown(), encoding="utf-8")
