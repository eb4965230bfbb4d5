"""The data before training: its columns, ranges and gaps. Run from the project's root: python -m pytest"""

import math
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).parents[2] / "data/customers.parquet"
COLUMNS = ["customer_id", "age", "income", "target"]


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return pd.read_parquet(DATA)


def test_there_are_enough_rows(frame):
    assert len(frame) >= 1


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_is_there(frame, column):
    assert column in frame.columns


def test_no_row_stands_twice(frame):
    assert not frame.duplicated().any(), f"{frame.duplicated().sum()} rows stand twice"


@pytest.mark.parametrize("column", ["customer_id"])
def test_nothing_is_missing(frame, column):
    assert frame[column].notna().all(), f"{frame[column].isna().sum()} values are missing"


@pytest.mark.parametrize("column", ["customer_id"])
def test_a_key_stands_once(frame, column):
    assert frame[column].is_unique


@pytest.mark.parametrize(
    ("column", "low", "high"),
    [
        ("age", 18, 100),
        ("income", 0, math.inf),
    ],
)
def test_values_are_within_their_range(frame, column, low, high):
    values = frame[column].dropna()
    assert values[~values.between(low, high)].tolist() == []


@pytest.mark.parametrize(
    ("column", "allowed"),
    [
        ("target", [0, 1]),
    ],
)
def test_only_known_values_occur(frame, column, allowed):
    assert set(frame[column].dropna().unique()) <= set(allowed)
