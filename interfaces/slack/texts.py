"""The bot's own words in Polish and English."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Texts:
    """Every word of the bot in one language; a word that `texts.yaml` lacks or has too many stops the program."""

    looking: str
    status: str
    sources: str
    ask_next: str
    helpful: str
    unhelpful: str
    thanks: str
    not_your_answer: str
    share: str
    shared: str
    gone: str
    only_you: str
    apology: str
    maybe_lost: str
    empty: str
    not_allowed: str
    passed: str
    failed: str
    unchecked: str
    files_in_dm: str
    file_failed: str
    cannot_write: str
    files_ready: str
    help: str
    explain: str
    nothing_to_explain: str
    nothing_to_check: str
    unknown_config: str
    checked: str
    file_too_big: str
    home_title: str
    home_promise: str
    home_path: str
    home_no_path: str
    home_progress: str
    home_next: str
    home_finished: str
    home_done: str
    home_recent: str
    home_nothing: str
    home_generate: str
    home_ask: str
    path_list: str
    path_started: str
    path_none: str
    path_unknown: str
    path_step: str
    path_read: str
    path_task: str
    path_done_with: str
    path_done: str
    path_usage: str
    form_title: str
    form_kind: str
    form_submit: str
    form_close: str
    form_yes: str
    form_list_hint: str
    form_rest: str
    pane_title: str
    prompts: list[str]


@cache
def load_texts(language: str) -> Texts:
    """The words for `pl` or `en`."""
    text = files("interfaces.slack").joinpath("texts.yaml").read_text(encoding="utf-8")
    return Texts(**yaml.safe_load(text)[language])
