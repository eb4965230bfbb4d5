"""YAML that every reader reads alike."""

import pytest
import yaml

from generators.frame import to_yaml


@pytest.mark.parametrize(
    "value", ["y", "N", "1e5", "1234E56", "9.e-3", ".5e1", "0o17", "-1e+5", "no", "12:30", "0x1F", "1_000", "~", ""]
)
def test_a_text_that_some_reader_takes_for_something_else_is_quoted(value: str) -> None:
    assert to_yaml({"a": value}).strip()[len("a: ")] in "\"'"
    assert yaml.safe_load(to_yaml({"a": value, value or "b": 1}))["a"] == value


@pytest.mark.parametrize("value", ["yes-man", "1e", "e5", "1.2.3", "0.1.0", "churn-v2", "2Gi", "500m", "sha-1e5"])
def test_any_other_text_is_not(value: str) -> None:
    assert to_yaml({"a": value}) == f"a: {value}\n"
