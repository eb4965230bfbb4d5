"""Files of other formats are templates, filled strictly: an unknown name is an error, and every value is quoted for its format."""

import json
import shlex
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).parents[1] / "templates"


def fill(template: str, **values: Any) -> str:
    """The template `templates/<template>.j2`, filled.

    Raises:
        jinja2.UndefinedError: a value that the template needs was not given.
    """
    return _environment().get_template(f"{template}.j2").render(**values)


def fill_around_braces(template: str, **values: Any) -> str:
    """As `fill`, for formats in which braces mean something themselves: here ours are [[ ]] and [% %].

    Raises:
        jinja2.UndefinedError: a value that the template needs was not given.
    """
    return _environment(braces=False).get_template(f"{template}.j2").render(**values)


def python(value: Any) -> str:
    """A Python literal, in double quotes as formatters write them."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        inner = ", ".join(python(item) for item in value)
        return f"[{inner}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{python(key)}: {python(item)}" for key, item in value.items()) + "}"
    return repr(value)


def hcl(value: Any) -> str:
    """A literal of Terraform's language, in which ${ and %{ mean nothing."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, list | tuple):
        return "[" + ", ".join(hcl(item) for item in value) + "]"
    return json.dumps(value)


def groovy(value: Any) -> str:
    """A literal of Groovy in single quotes, in which $ means nothing."""
    if not isinstance(value, str):
        return json.dumps(value)
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r") + "'"


def shell(value: Any) -> str:
    """One word of a shell's command line."""
    return shlex.quote(str(value))


def toml(value: Any) -> str:
    """A literal of TOML: its basic strings are JSON's."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def dockerfile(value: Any) -> str:
    """A value of ENV or LABEL in a Dockerfile, in which $ means nothing."""
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    return f'"{escaped}"'


_BRACKETS = {
    "variable_start_string": "[[",
    "variable_end_string": "]]",
    "block_start_string": "[%",
    "block_end_string": "%]",
    "comment_start_string": "[#",
    "comment_end_string": "#]",
}
_QUOTING: dict[str, Callable[[Any], str]] = {
    "python": python,
    "hcl": hcl,
    "groovy": groovy,
    "shell": shell,
    "toml": toml,
    "json": toml,
    "dockerfile": dockerfile,
}


@cache
def _environment(*, braces: bool = True) -> Environment:
    delimiters: dict[str, Any] = {} if braces else _BRACKETS
    environment = Environment(
        **delimiters,
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # not HTML; each format has a filter of its own
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(_QUOTING)
    return environment
