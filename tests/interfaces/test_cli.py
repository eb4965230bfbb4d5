"""The terminal door: `sternik`, its help, its exit statuses and its errors."""

import os
import pty
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.interfaces.cli_running import REAL_CLI, ROOT, SMALL_CLI, Sternik, run_program

COMMANDS = ["ask", "search", "ingest", "path", "status", "reindex", "serve"]


def in_terminal(*arguments: str, **environ: str) -> str:
    """What a person sees in a terminal."""
    mine, theirs = pty.openpty()
    env = {"TERM": "xterm", **os.environ, "PYTHONPATH": str(ROOT), **environ}
    process = subprocess.Popen([*SMALL_CLI, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=env)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(mine, 65536)
        except OSError:  # Linux says so when the other side has gone
            break
        if not piece:
            break
        seen += piece
    os.close(mine)
    assert process.wait(60) == 0, seen.decode()
    return seen.decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(sternik: Sternik, command: str) -> None:
    ran = sternik(command, "--help")
    assert (ran.status, ran.err) == (0, "") and ran.out.startswith(f"usage: sternik {command}")


def test_the_help_lists_the_commands_and_the_exit_statuses(sternik: Sternik) -> None:
    ran = sternik("--help")
    assert all(re.search(rf"^    {command} +[A-Z]", ran.out, re.M) for command in COMMANDS)
    assert "exit status: 0 success, 1" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [(), ("nonsense",), ("ask", "--nonsense"), ("ask", "x", "--json", "--jsonl"), ("ingest",), ("search", "x", "-k", "0"),
     ("search", "x", "-k", "many"), ("search", "x", "-k", "101"), ("serve", "--port", "0"), ("serve", "--port", "65536"), ("status", "extra")],
)  # fmt: skip
def test_wrong_usage_is_explained_on_standard_error(sternik: Sternik, arguments: tuple[str, ...]) -> None:
    ran = sternik(*arguments)
    assert (ran.status, ran.out) == (2, "") and "usage: sternik" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "  "), "The question is empty"),
        (("ask",), "The question is empty"),
        (("search",), "The question is empty"),
        (("search", " "), "The question is empty"),
        (("ask", "x" * 10_001), "10,001 characters; the most is 10,000"),
        (("ask", "x" * 10_001, "--conversation", "c"), "10,001 characters"),
        (("search", "x" * 10_001), "10,001 characters"),
        (("ask", "what is a pod", "--collection", "nowhere"), "no collection 'nowhere'. Present: sternik."),
        (("search", "what is a pod", "--collection", "nowhere"), "no collection 'nowhere'. Present: sternik."),
        (("ask", "what is a pod", "--conversation", ""), "1 to 64 printable characters"),
        (("ask", "what is a pod", "--conversation", "n" * 65), "1 to 64 printable characters"),
        (("ask", "what is a pod", "--jsonl"), "takes no question"),
        (("search", "what is a pod", "--jsonl"), "takes no question"),
        (("ingest", "/nowhere/at/all"), "/nowhere/at/all: no such file or folder"),
        (("ingest", ".", "--collection", "sternik"), "Choose another name"),
        (("ingest", "README.md", "--collection", "No Such Name"), "cannot name a collection"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_explained_on_standard_error(sternik: Sternik, arguments: tuple[str, ...], message: str) -> None:
    ran = sternik(*arguments)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("sternik: ") and message in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "value"),
    [("STERNIK_LANGUAGE", "de"), ("MODEL_TIMEOUT", "soon"), ("CHROMA_URL", "localhost"), ("MODEL", "nobody:gpt"), ("EMBEDDINGS", "nobody:e5")],
)  # fmt: skip
def test_a_setting_that_cannot_be_used_is_named(sternik: Sternik, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    ran = sternik("ask", "what is a pod")
    assert (ran.status, ran.out) == (1, "") and name in ran.err and value in ran.err


def test_a_home_that_is_a_file_is_named(sternik: Sternik, home: Path) -> None:
    shutil.rmtree(home)
    home.write_text("not a folder")
    for arguments in (("ask", "what is a pod"), ("status",), ("search", "pod"), ("reindex",)):
        ran = sternik(*arguments)
        assert (ran.status, ran.out) == (1, "") and str(home) in ran.err


def test_a_word_is_looked_up_in_both_languages(sternik: Sternik) -> None:
    done = sternik("glossary", "karty", "graficznej")
    assert done.status == 0 and "GPU" in done.out and "karta graficzna" in done.out
    missing = sternik("glossary", "xyzzy")
    assert missing.status == 1 and "xyzzy" in missing.err and not missing.out


def test_the_status_tells_what_is_there(sternik: Sternik, home: Path) -> None:
    ran = sternik("status")
    assert (ran.status, ran.err) == (0, "")
    assert str(home) in ran.out and re.search(r"sternik: 10 pages, \d+ passages", ran.out) and "embedded" in ran.out


def test_the_status_of_an_empty_home_says_so(sternik: Sternik, home: Path) -> None:
    shutil.rmtree(home)
    ran = sternik("status")
    assert ran.status == 0 and "The library is empty" in ran.out


def test_the_program_tells_its_version_and_wrong_usage() -> None:
    assert re.fullmatch(r"sternik (\S+|\(not installed\))\n", run_program(REAL_CLI, "--version").out)
    wrong = run_program(REAL_CLI, "nonsense")
    assert (wrong.status, wrong.out) == (2, "")


def test_the_program_indexes_the_built_in_pages_once_and_answers_on_standard_output_alone(home: Path) -> None:
    first = run_program(SMALL_CLI, "ask", "Co to jest wersjonowanie danych?", LC_ALL="C", PYTHONUTF8="1")
    assert first.status == 0 and first.err == "Indexing the built-in knowledge; this happens once.\n"
    assert "Wersjonowanie danych to zapisywanie" in first.out and "Źródła:" in first.out and "\x1b" not in first.out
    again = run_program(SMALL_CLI, "ask", "Co to jest wersjonowanie danych?")
    assert (again.status, again.err, again.out) == (0, "", first.out)


def test_a_terminal_of_another_encoding_gets_what_it_can_show(sternik: Sternik) -> None:
    ran = run_program(SMALL_CLI, "ask", "Co to jest wersjonowanie danych?", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.status == 0 and "Wersjonowanie danych to zapisywanie" in ran.out and "\\u0179r\\xf3d\\u0142a" in ran.out


def test_colours_are_for_terminals_whose_owner_wants_them(sternik: Sternik) -> None:
    assert "\x1b[1mHome\x1b[0m" in in_terminal("status")
    plain = in_terminal("status", NO_COLOR="1")
    assert "Home" in plain and "\x1b" not in plain
    assert "\x1b" not in in_terminal("status", TERM="dumb")


def test_a_reader_that_has_seen_enough_is_no_error(sternik: Sternik) -> None:
    command = " ".join([*SMALL_CLI, "search", "probe", "|", "head", "-1"])
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith("1. ")


def test_an_interruption_ends_it_quietly(sternik: Sternik) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*SMALL_CLI, "search", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=env,
        # A shell that runs the tests in the background has them ignore the signal, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin and process.stdout
    process.stdin.write(b'{"id": 1, "question": "probe"}\n')
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"id": 1')
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_a_model_that_is_not_there_is_told_of_without_its_key(sternik: Sternik) -> None:
    ran = run_program(
        SMALL_CLI, "ask", "What is data versioning?",
        MODEL="openai:test-model", OPENAI_API_KEY="sk-very-secret", OPENAI_BASE_URL="http://127.0.0.1:9/v1", NO_PROXY="127.0.0.1",
    )  # fmt: skip
    assert ran.status == 0 and ran.out.startswith("The model openai:test-model did not answer")
    assert "ConnectionError" in ran.err and "secret" not in ran.err + ran.out and "Traceback" not in ran.err
