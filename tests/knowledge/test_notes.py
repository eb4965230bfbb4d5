"""What the library remembers about itself."""

from pathlib import Path

import pytest

from knowledge.database import Database
from knowledge.notes import Notes


@pytest.fixture
def notes(home: Path) -> Notes:
    return Notes(Database(home / "sternik.db"))


def test_a_value_is_remembered_and_replaced(notes: Notes) -> None:
    assert notes.get("colour") is None
    notes.set("colour", "red")
    notes.set("colour", "blue")
    assert notes.get("colour") == "blue"


def test_a_home_keeps_its_identity_and_shares_it_with_no_other(notes: Notes, home: Path, tmp_path: Path) -> None:
    assert notes.identity
    assert Notes(Database(home / "sternik.db")).identity == notes.identity
    assert Notes(Database(tmp_path / "other" / "sternik.db")).identity != notes.identity


def test_a_collection_is_marked_while_it_changes_and_each_step_is_counted(notes: Notes) -> None:
    before = notes.generation
    notes.mark_changing("a%b")
    notes.mark_changing("a")
    assert notes.changing() == ["a", "a%b"]
    between = notes.generation
    notes.mark_changed("a%b")
    assert notes.changing() == ["a"]
    assert before < between < notes.generation
