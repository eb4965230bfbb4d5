"""The only reader of the environment."""

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from errors import BadSetting

LANGUAGES = ("auto", "pl", "en")
SLACK_API = "https://slack.com/api/"


@dataclass(frozen=True)
class Settings:
    """What a person may set. Every field names its environment variable in `docs/settings.md`."""

    home: Path
    model: str = "embedded"
    embeddings: str = "embedded"
    reranker: str = ""
    chroma_url: str = ""
    language: str = "auto"
    user: str = "local"
    model_timeout: float = 60.0
    mcp_token: str = field(default="", repr=False)
    slack_bot_token: str = field(default="", repr=False)
    slack_app_token: str = field(default="", repr=False)
    slack_signing_secret: str = field(default="", repr=False)
    slack_workspaces: tuple[str, ...] = ()
    slack_channels: tuple[str, ...] = ()
    slack_users: tuple[str, ...] = ()
    slack_api_url: str = SLACK_API

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read all settings, and complain about all that are wrong together.

        Raises:
            BadSetting: naming each variable that cannot be used, its value and what it takes.
        """
        env = os.environ if environ is None else environ
        problems: list[str] = []
        language = _value(env, "STERNIK_LANGUAGE", "auto")
        if language not in LANGUAGES:
            problems.append(f"STERNIK_LANGUAGE={language!r}: use one of {', '.join(LANGUAGES)}.")
        url = _value(env, "CHROMA_URL", "")
        if url and not url.startswith(("http://", "https://")):
            problems.append(f"CHROMA_URL={url!r}: use an address such as http://localhost:8000.")
        timeout = _seconds(env, "MODEL_TIMEOUT", 60.0, problems)
        slack = _slack(env, problems)
        if problems:
            raise BadSetting("These settings cannot be used:\n" + "\n".join(f"  {line}" for line in problems))
        return cls(
            home=Path(_value(env, "STERNIK_HOME", "~/.sternik")).expanduser().absolute(),
            model=_value(env, "MODEL", "embedded"),
            embeddings=_value(env, "EMBEDDINGS", "embedded"),
            reranker=_value(env, "RERANKER", ""),
            chroma_url=url,
            language=language,
            user=_value(env, "STERNIK_USER", "") or _login(),
            model_timeout=timeout,
            mcp_token=_value(env, "MCP_TOKEN", ""),
            **slack,
        )


def no_color(environ: Mapping[str, str] | None = None) -> bool:
    """Whether colours are unwanted: NO_COLOR is set to anything (no-color.org), or the terminal knows none."""
    env = os.environ if environ is None else environ
    return bool(env.get("NO_COLOR")) or env.get("TERM") == "dumb"


def terminal_language(environ: Mapping[str, str] | None = None) -> str:
    """The language of the person at the terminal, `pl` or `en`, as their locale says it."""
    env = os.environ if environ is None else environ
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "pl" if locale.lower().startswith("pl") else "en"


def _value(env: Mapping[str, str], name: str, default: str) -> str:
    return env.get(name, "").strip() or default


def _seconds(env: Mapping[str, str], name: str, default: float, problems: list[str]) -> float:
    text = env.get(name, "").strip()
    try:
        seconds = float(text) if text else default
    except ValueError:
        seconds = -1.0
    if not 0 < seconds <= 3600:
        problems.append(f"{name}={text!r}: use a number of seconds from 1 to 3600.")
    return seconds


def _slack(env: Mapping[str, str], problems: list[str]) -> dict[str, Any]:
    url = _value(env, "SLACK_API_URL", SLACK_API)
    if not url.startswith(("http://", "https://")):
        problems.append(f"SLACK_API_URL={url!r}: use an address such as {SLACK_API}.")
    return {
        "slack_bot_token": _value(env, "SLACK_BOT_TOKEN", ""),
        "slack_app_token": _value(env, "SLACK_APP_TOKEN", ""),
        "slack_signing_secret": _value(env, "SLACK_SIGNING_SECRET", ""),
        "slack_workspaces": _ids(env, "SLACK_WORKSPACES", "T01ABCDEF", problems),
        "slack_channels": _ids(env, "SLACK_CHANNELS", "C01ABCDEF", problems),
        "slack_users": _ids(env, "SLACK_USERS", "U01ABCDEF", problems),
        "slack_api_url": url.rstrip("/") + "/",
    }


def _ids(env: Mapping[str, str], name: str, example: str, problems: list[str]) -> tuple[str, ...]:
    """Slack's ids, by commas. A name such as #general in their place would silently match nothing."""
    ids = tuple(part.strip() for part in env.get(name, "").split(",") if part.strip())
    wrong = [one for one in ids if not re.fullmatch(r"[A-Z][A-Z0-9]+", one)]
    if wrong:
        problems.append(f"{name}={', '.join(wrong)!r}: use Slack's ids, by commas, such as {example}.")
    return ids


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a user id that has no name
        return "local"
