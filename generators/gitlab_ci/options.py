"""What varies between GitLab pipelines."""

import re
from typing import Literal

from generators.frame import option, values
from generators.frame.pipeline import PipelineOptions, wants
from ingest import fold

_RETRY = re.compile(r"\b(?:retr(?:y|ies|ied)|ponow\w*|ponawia\w*|powtorz\w*|powtarza\w*|prob\w*)\b")
_TIMES = {"once": 1, "twice": 2, "raz": 1, "dwa": 2, "dwukrotnie": 2, "two": 2, "one": 1, "three": 3, "trzy": 3}
_ONLY_MR = re.compile(r"\b(?:only|just|tylko|wylacznie)\s+(?:\w+\s+){0,3}(?:mrs?\b|mr-?\w+|merge)")
_ONLY_BRANCH = re.compile(
    r"\b(?:only|just|tylko|wylacznie)\s+(?:on|for|na|dla|w)\s+(?:the )?(?:branch\w*|galez\w*|main\b|master\b)"
)


def _retry_in(text: str) -> int | None:
    low = fold(text.lower())
    word = _RETRY.search(low)
    if not word:
        return None
    near = re.findall(r"(?<![\w.:/])\d+(?![\w.:/%])|[a-z]+", low[max(0, word.start() - 20) : word.end() + 45])
    return next((int(part) if part.isdigit() else _TIMES[part] for part in near if part.isdigit() or part in _TIMES), None)


def _runner_tags_in(text: str) -> list[str] | None:
    low = fold(text.lower())
    match = re.search(
        r"\brunner\w*\b[^.;]{0,30}?\b(?:tags?|tagiem|tagami|tagu|tagged"
        r"|etykiet\w*)\b\s*[:=]?\s*\[?[\"'`]?([a-z][\w-]*(?:[\"'`]?\s*(?:,|and|i|oraz)\s*[\"'`]?[a-z][\w-]*)*)",
        low,
    )
    if match:
        return [tag for tag in re.split(r"[\"'`]?\s*(?:,|\band\b|\bi\b|\boraz\b)\s*[\"'`]?", match[1]) if tag]
    return (
        ["gpu"] if re.search(r"\bgpu runner\w*|\brunner\w* (?:z |with (?:a )?)?gpu\b|\bna gpu\b|\bon (?:a )?gpu\b", low) else None
    )


def _on_in(text: str) -> str | None:
    low = fold(text.lower())
    if _ONLY_MR.search(low):
        return "merge_requests"
    return (
        "branches"
        if _ONLY_BRANCH.search(low) and not re.search(r"\bmerge requ|\bmrs?\b|\bdeploy|\bwdro|\bbuild|\bbud|\bobraz|\bimage", low)
        else None
    )


def _manual_in(text: str) -> bool | None:
    low = fold(text.lower())
    word = re.search(
        r"\b(bez |without |no )?(?:\w+ )?(?:manual\w*|by hand|reczn\w+|przycisk\w*|button|click|klik\w*|approv\w*|zatwierdz\w*"
        r"|akcept\w*)\b",
        low,
    )
    if word:
        return not word[1]
    return False if re.search(r"\bautomat\w*", low) else None


def _registry_in(text: str) -> str | None:
    named = wants.registry_in(text)
    if named and named != "ghcr":
        return named
    own = re.search(
        r"\bgitlab\w*(?:'s)? (?:container )?registry|\brejestr\w* (?:kontenerow )?gitlab\w*|\bci_registry", fold(text.lower())
    )
    return "gitlab" if own else None


class Options(PipelineOptions):
    """What varies between pipelines; the rest is what every pipeline should do."""

    on: Literal["both", "merge_requests", "branches"] = option(
        "both",
        "Run for merge requests, for branches, or for both.",
        pl="Uruchamiaj dla merge requestów, dla gałęzi albo dla obu.",
        read=_on_in,
    )
    builder: Literal["dind", "kaniko", "buildkit"] = option(
        "dind",
        "What builds the image; all but dind do without privileged mode.",
        pl="Czym budować obraz; wszystko poza dind działa bez trybu uprzywilejowanego.",
        words={
            "dind": ("docker-in-docker", "docker in docker", "docker:dind"),
            "kaniko": ("kaniko*",),
            "buildkit": ("rootless", "buildctl", "bez trybu uprzywilejowanego", "without privileged*", "unprivileged"),
        },
    )
    registry: Literal["gitlab", "ecr", "dockerhub", "other"] | None = option(
        None,
        "Where the image is pushed; without it told by the image's name, otherwise GitLab's own.",
        pl="Dokąd trafia obraz; bez tego wynika z nazwy obrazu, a domyślnie rejestr GitLaba.",
        read=_registry_in,
    )
    manual: bool = option(
        True, "Production waits for somebody to press a button.", pl="Produkcja czeka na naciśnięcie przycisku.", read=_manual_in
    )
    retry: int = option(
        1,
        "How often a job is repeated when the runner failed.",
        pl="Ile razy powtarzać zadanie, gdy zawiedzie runner.",
        ge=0,
        le=2,
        read=_retry_in,
    )
    runner_tags: tuple[values.Name, ...] = option((), "Tags of the runner.", pl="Tagi runnera.", read=_runner_tags_in, max_length=5)
    cache: bool = option(
        True,
        "Keep downloaded packages between pipelines.",
        pl="Zachowuj pobrane pakiety między potokami.",
        cues=("cache*", "cachowani*"),
    )
