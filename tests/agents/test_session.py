"""Conversations are remembered, told again as they were, and never meet."""

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agents import Answer, Assistant
from agents.memory import open_memory
from errors import HomeError, NotYours
from knowledge import Conversation, Library

Open = Callable[..., Assistant]
CACHE = "How do I cache pip packages in GitHub Actions?"
CACHE_PL = "Jak przechować pakiety pip w pamięci podręcznej GitHub Actions?"


def start(assistant: Assistant, user: str) -> Conversation:
    return assistant.library.conversations.start(user, "a talk")


def converse(assistant: Assistant, conversation: Conversation, question: str, language: str | None = None) -> Answer:
    *_, last = assistant.stream(question, conversation, language=language)
    assert isinstance(last, Answer)
    return last


def test_a_follow_up_is_understood_after_the_home_was_opened_again(guide: Assistant, reopen: Open) -> None:
    conversation = start(guide, "ala")
    assert converse(guide, conversation, CACHE_PL).sources[0].path == "tools/pl/github-actions.md"
    answer = converse(reopen(), conversation, "a jak to zrobić w Jenkinsie?")
    assert answer.sources[0].path == "tools/pl/jenkins.md" and "W Jenkinsie pakiety pip" in answer.text


def test_a_follow_up_is_understood_in_english(guide: Assistant) -> None:
    conversation = start(guide, "bob")
    converse(guide, conversation, CACHE)
    assert converse(guide, conversation, "and in Jenkins?").sources[0].path == "tools/en/jenkins.md"


def test_turns_are_told_again_as_they_were(guide: Assistant, reopen: Open) -> None:
    conversation = start(guide, "again")
    questions = [CACHE_PL, "a w Jenkinsie?", "Kto wygrał mundial w piłce nożnej w 2022 roku?", "dzięki"]
    given = [converse(guide, conversation, question) for question in questions]
    turns = reopen().turns(conversation)
    assert [turn.question for turn in turns] == questions
    assert [turn.answer for turn in turns] == given
    assert given[0].sources and given[0].suggestions and given[2].refused


def test_the_language_of_an_answer_is_remembered_though_its_question_tells_none(guide: Assistant, reopen: Open) -> None:
    conversation = start(guide, "language")
    answer = converse(guide, conversation, "Kubernetes", language="pl")
    assert answer.language == "pl" and reopen().turns(conversation)[0].answer == answer


def test_conversations_of_two_users_never_meet_though_named_alike(guide: Assistant) -> None:
    conversations = guide.library.conversations
    mine, yours = (conversations.start(user, "same", "same-name") for user in ("me", "you"))
    converse(guide, mine, CACHE)
    assert len(guide.turns(mine)) == 1 and guide.turns(yours) == []
    assert converse(guide, yours, "and in Jenkins?").text != converse(guide, mine, "and in Jenkins?").text
    with pytest.raises(NotYours):
        conversations.get("me/same-name", "x")
    with pytest.raises(NotYours):
        conversations.get("nobody", "same-name")


def test_users_whose_names_look_like_paths_do_not_meet(guide: Assistant) -> None:
    conversations = guide.library.conversations
    first, second = conversations.start("a", "t", "b/c"), conversations.start("a/b", "t", "c")
    converse(guide, first, CACHE)
    assert guide.turns(second) == []


def test_a_question_whose_answer_broke_off_is_there_without_one(guide: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = start(guide, "broken")

    def breaks(*_: object, **__: object) -> None:
        raise HomeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(guide.library, "search", breaks)
        with pytest.raises(HomeError):
            converse(guide, conversation, CACHE)
    (turn,) = guide.turns(conversation)
    assert (turn.question, turn.answer) == (CACHE, None)
    assert converse(guide, conversation, CACHE).sources and len(guide.turns(conversation)) == 2


def test_only_the_present_state_of_a_conversation_is_kept(guide: Assistant) -> None:
    conversation = start(guide, "long")
    for _ in range(3):
        converse(guide, conversation, "hello")
    thread = guide.library.conversations.thread(conversation)
    with sqlite3.connect(guide.library.home / "sternik.db") as db:
        (rows,) = db.execute("SELECT count(*) FROM checkpoints WHERE thread_id = ?", (thread,)).fetchone()
    db.close()
    assert rows == 1 and len(guide.turns(conversation)) == 3


def test_several_threads_may_talk_at_once(guide: Assistant, reopen: Open) -> None:
    assistant = reopen()
    conversations = [start(assistant, f"user {number}") for number in range(4)]
    answers: dict[str, Answer] = {}

    def talk(conversation: Conversation) -> None:
        answers[conversation.user] = converse(assistant, conversation, CACHE)
        assistant.library._database.close()  # each thread's own connection

    threads = [threading.Thread(target=talk, args=(conversation,)) for conversation in conversations]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(answers.values()) == [guide.ask(CACHE)] * 4


def test_a_writer_is_waited_for(library: Library) -> None:
    path = library.home / "sternik.db"
    with open_memory(path) as memory:
        (milliseconds,) = memory.conn.execute("PRAGMA busy_timeout").fetchone()
        assert milliseconds >= 30_000
        memory.setup()
        memory.conn.execute("PRAGMA busy_timeout = 3000")
        writer = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        writer.execute("BEGIN IMMEDIATE")
        threading.Timer(0.4, writer.execute, ["COMMIT"]).start()
        memory.delete_thread("nobody")
        writer.close()


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sternik.db"
    path.write_bytes(b"this is no database, whatever its name says" * 100)
    with open_memory(path) as memory, pytest.raises(HomeError, match="is damaged"):
        memory.get({"configurable": {"thread_id": "x", "checkpoint_ns": ""}})


def test_a_file_that_may_not_be_made_is_named(tmp_path: Path) -> None:
    with pytest.raises(HomeError, match="sternik.db"), open_memory(tmp_path / "missing" / "sternik.db"):
        pass


def test_settings_that_change_do_not_change_what_was_said(guide: Assistant, reopen: Open) -> None:
    conversation = start(guide, "settings")
    answer = converse(guide, conversation, CACHE)
    assert reopen(language="pl").turns(conversation)[0].answer == replace(answer)
