"""Prompts are prose files, filled strictly."""

from importlib.resources import files
from string import Template


def fill(name: str, **values: str) -> str:
    """The prompt `prompts/NAME.md` with its `${…}` filled in.

    Raises:
        KeyError: a value is missing.
    """
    text = files("agents").joinpath("prompts", f"{name}.md").read_text(encoding="utf-8")
    return Template(text).substitute(values)
