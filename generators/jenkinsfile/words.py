"""What a request says of agents, triggers, credentials and messages of a Jenkinsfile."""

import re

from generators.frame.schedule import schedule_in
from ingest import fold

_POLLING = re.compile(r"\b(?:poll\w*|odpytuj\w*|odpytyw\w*|sprawdzaj\w* repo\w*|sprawdza\w* zmian\w*)\b")


def poll_in(text: str) -> bool | None:
    """Whether the repository is to be asked for changes."""
    return True if _POLLING.search(fold(text.lower())) else None


def cron_in(text: str) -> str | None:
    """The schedule, with a minute that Jenkins chooses when none is told."""
    return None if poll_in(text) else schedule_in(text, minute="H")


def agent_in(text: str) -> str | None:
    """Where the stages run."""
    low = fold(text.lower())
    if re.search(r"\bagent\w*\s+any\b|\bany agent\b|\bdowoln\w+ agen\w+", low):
        return "any"
    if re.search(
        r"\b(?:agent\w*|pod\w*|podach|pods?)\b[^.;]{0,30}\b(?:kubernetes\w*|k8s)\b|\bkubernetes\w* (?:agent\w*|pod\w*)"
        r"|\bpod template",
        low,
    ):
        return "kubernetes"
    if label_in(text):
        return "label"
    return (
        "docker"
        if re.search(
            r"\bdocker\w* (?:agent\w*|image python)|\bagent\w*\s+(?:w |in )?(?:a )?docker\w*|\bw kontenerze\b"
            r"|\bin (?:a )?(?:docker )?container\b",
            low,
        )
        else None
    )


def label_in(text: str) -> str | None:
    """The label of the agents."""
    low = fold(text.lower())
    match = re.search(
        r"\b(?:label\w*|etykiet\w*|node|wezle|wezel)\s*[:=]?\s*(?:is |named |called |o nazwie |to )?[\"'`]?([a-z][\w-]*)", low
    ) or re.search(r"\bagent\w*\s+(?:labeled |labelled |z etykieta |o etykiecie )?[\"'`]([a-z][\w-]*)[\"'`]", low)
    return match[1] if match and match[1] not in ("the", "a", "with", "and", "for", "in") else None


def tag_in(text: str) -> str | None:
    """What the image is tagged with."""
    low = fold(text.lower())
    if re.search(r"\b(?:commit|git)[ _-]?(?:sha|hash|id)\b|\b(?:skrot\w*|hash\w*) (?:commit\w*|gita)|\bgit_commit\b", low):
        return "commit"
    return "build" if re.search(r"\bbuild[ _]?(?:number|id)\b|\bnumer\w* build\w*", low) else None


def notify_in(text: str) -> list[str] | None:
    """Who is told about a failure."""
    low = fold(text.lower())
    found = [
        name
        for name, pattern in (("slack", r"\bslack\w*"), ("email", r"\be-?mail\w*|\bmail\w*|[\w.+-]+@[\w-]+\.\w"))
        if re.search(pattern, low)
    ]
    return found or None


def image_agent_in(text: str) -> str | None:
    """The image of the agent."""
    low = fold(text.lower())
    match = re.search(
        r"\b(?:docker agent|agent\w*|in docker|docker image|kontener\w*"
        r"|obraz\w*)\b[^.;,]{0,25}?\b((?:[a-z0-9.-]+/)*[a-z0-9.-]+:[\w.-]*\w)",
        low,
    )
    return match[1] if match and not match[1].startswith("python:") and "/" not in match[1][:1] else None


def timezone_in(text: str) -> str | None:
    """The time zone of a schedule."""
    match = re.search(r"\b(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/[A-Z][A-Za-z_]+", text)
    if match:
        return match.group()
    return (
        "Europe/Warsaw"
        if re.search(r"\b(?:czasu polskiego|polskiego czasu|polish time|warsaw time|czas warszawski)\b", fold(text.lower()))
        else None
    )


def credentials_in(text: str) -> str | None:
    """The id of a credential."""
    match = re.search(
        r"(?i)\b(?:credentials?(?:[ -]?id)?|credentialsId|po[sś]wiadcze\w+|creds)\s*[:=(]?\s*(?:with id |id |called |named "
        r"|o id |o nazwie |from )?[\"'`]?([A-Za-z][\w.-]*[A-Za-z0-9])",
        text,
    )
    common = (
        "from",
        "for",
        "and",
        "in",
        "are",
        "is",
        "with",
        "id",
        "jenkins",
        "store",
        "z",
        "dla",
        "w",
        "do",
        "to",
        "the",
        "of",
        "stored",
        "as",
        "called",
    )
    return match[1] if match and match[1].lower() not in common else None


def keep_in(text: str) -> int | None:
    """How many builds are kept."""
    match = re.search(
        r"\b(?:keep|zachow\w*|trzymaj|przechow\w*)\b[^.;\d]{0,25}(\d+)|\b(?:last|ostatni\w*)\s+(\d+)\s+(?:build\w*|przebieg\w*"
        r"|wykona\w*)|\b(\d+)\s+(?:ostatnich )?build\w*",
        fold(text.lower()),
    )
    return int(next(group for group in match.groups() if group)) if match else None
