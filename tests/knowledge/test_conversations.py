"""A conversation belongs to one user."""

import threading
from pathlib import Path

import pytest

from errors import BadInput, NotYours
from knowledge import Conversation, Conversations
from knowledge.database import Database


@pytest.fixture
def database(home: Path) -> Database:
    return Database(home / "sternik.db")


@pytest.fixture
def conversations(database: Database) -> Conversations:
    return Conversations(database)


def test_a_conversation_is_found_again_by_its_user(conversations: Conversations) -> None:
    started = conversations.start("ann", "  How do I\nbuild?  ")
    assert conversations.get("ann", started.id) == started
    assert started.title == "How do I build?"


def test_another_user_does_not_learn_whether_it_exists(conversations: Conversations) -> None:
    started = conversations.start("ann", "secret")
    with pytest.raises(NotYours) as others:
        conversations.get("bob", started.id)
    with pytest.raises(NotYours) as nobodys:
        conversations.get("bob", "0" * 32)
    assert str(others.value).replace(started.id, "") == str(nobodys.value).replace("0" * 32, "")
    assert conversations.recent("bob") == []


def test_ids_cannot_be_guessed(conversations: Conversations) -> None:
    ids = {conversations.start("ann", "x").id for _ in range(50)}
    assert len(ids) == 50
    assert all(len(name) == 32 for name in ids)


@pytest.mark.parametrize(
    ("one", "two"),
    [("ann", "bob"), ("a/b", "a_b"), ("a/b", "a%2Fb"), ("a", "a/x"), ("ann", "Ann"), ("U01/T01", "U01%2fT01"), ("ą", "a")],
)
def test_equal_names_of_two_users_never_meet(conversations: Conversations, one: str, two: str) -> None:
    for name in ("plan", "x/plan"):
        first = conversations.get_or_start(one, name, "of the first")
        second = conversations.get_or_start(two, name, "of the second")
        assert conversations.thread(first) != conversations.thread(second)
        assert conversations.get(one, name).title == "of the first"
        assert conversations.get(two, name).title == "of the second"
    assert [found.id for found in conversations.recent(one)] == ["x/plan", "plan"]


def test_a_user_and_a_name_cannot_be_read_as_another_user_and_name(conversations: Conversations) -> None:
    pairs = [("a", "b/c"), ("a/b", "c"), ("a%2Fb", "c")]
    threads = {conversations.thread(Conversation(name, user, "", 0.0)) for user, name in pairs}
    assert len(threads) == len(pairs)


def test_a_name_of_ones_own_is_taken_once(conversations: Conversations) -> None:
    conversations.start("ann", "first", "plan")
    with pytest.raises(BadInput, match="'plan' already"):
        conversations.start("ann", "second", "plan")
    assert conversations.get_or_start("ann", "plan", "third").title == "first"


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "a\nb"])
def test_a_name_that_is_none_is_refused(conversations: Conversations, name: str) -> None:
    with pytest.raises(BadInput, match="1 to 64 printable characters"):
        conversations.start("ann", "x", name)


def test_two_tabs_may_begin_the_same_conversation_at_once(conversations: Conversations) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(conversations.get_or_start("ann", "plan", "x").id)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["plan"] * 6


def test_the_last_used_comes_first(conversations: Conversations) -> None:
    first, second = conversations.start("ann", "first"), conversations.start("ann", "second")
    assert [found.title for found in conversations.recent("ann")] == ["second", "first"]
    conversations.touch(first)
    assert [found.title for found in conversations.recent("ann", limit=1)] == ["first"]
    assert second.touched < conversations.get("ann", first.id).touched


def test_a_second_opinion_replaces_the_first(conversations: Conversations, database: Database) -> None:
    conversation = conversations.start("ann", "x")
    conversations.give_feedback(conversation, 1, helpful=True)
    conversations.give_feedback(conversation, 1, helpful=False)
    conversations.give_feedback(conversation, 2, helpful=True)
    rows = database.read("SELECT turn, helpful FROM feedback ORDER BY turn")
    assert [tuple(row) for row in rows] == [(1, 0), (2, 1)]
