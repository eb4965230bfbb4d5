"""clean_data: what it promises. Run from the project's root: python -m pytest"""

import pandas as pd
import pytest

from src.clean import clean_data


@pytest.fixture
def frame() -> pd.DataFrame:
    """A few rows that one can count by hand: row 2 stands twice, row 5 lacks its amount."""
    return pd.DataFrame(
        {
            "customer": [1, 2, 2, 3, 4, 5],
            "amount": [0.0, 20.0, 20.0, 4.0, 56.0, None],
            "city": ["Gdańsk", "Kraków", "Kraków", "Kraków", "Lublin", "Opole"],
        }
    )


def test_the_input_is_left_as_it_was(frame):
    before = frame.copy(deep=True)
    clean_data(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_duplicates_are_removed(frame):
    result = clean_data(frame)
    assert not result.duplicated().any()
    assert result["customer"].tolist().count(2) == 1


@pytest.mark.parametrize(("amounts", "median"), [([1.0, 2.0, 9.0, None], 2.0), ([5.0, None, 7.0], 6.0), ([-3.0, 0.0, None, 30.0], 0.0)])
def test_missing_numbers_become_the_median(amounts, median):
    frame = pd.DataFrame({"customer": range(len(amounts)), "amount": amounts})
    result = clean_data(frame)
    missing = frame["amount"].isna().to_numpy()
    assert result["amount"].to_numpy()[missing].tolist() == [median]
    assert result["amount"].to_numpy()[~missing].tolist() == frame["amount"].dropna().tolist()
