"""The data before training: its columns, ranges and gaps. Run from the project's root: python -m pytest"""

from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).parents[1] / "data/train.csv"


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return pd.read_csv(DATA)


def test_there_are_enough_rows(frame):
    assert len(frame) >= 1


def test_no_row_stands_twice(frame):
    assert not frame.duplicated().any(), f"{frame.duplicated().sum()} rows stand twice"


def test_few_values_are_missing(frame):
    shares = frame.isna().mean()
    assert shares[shares > 0.05].to_dict() == {}
