"""Prompts are prose files, filled strictly."""

import pytest

from agents.prompting import fill


def test_a_prompt_is_filled() -> None:
    text = fill("system", language="Polish")
    assert "You answer in Polish." in text and "${" not in text


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="language"):
        fill("system")


def test_a_prompt_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        fill("nothing")
