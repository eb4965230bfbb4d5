"""What varies between workflows."""

import re
from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values
from generators.frame.lists import words_after
from generators.frame.pipeline import PipelineOptions, Title, wants
from generators.frame.pipeline.grammars import RoleArn
from ingest import fold

Event = Literal["push", "pull_request", "workflow_dispatch", "release", "workflow_call"]
_EVENTS = {
    "pull_request": r"\bpull[ _-]?request\w*|\bprs?\b|\bpr-?(?:ach|ow|y|ze|a|ce)\b|\bmerge request\w*",
    "push": r"\b(?:on|every|each|przy|po|na|kazd\w+) (?:every |each |kazdym |kazdy |a |git )?push\w*"
    r"|\bpush(?:es|ie|u|ach)?\s+(?:to|do|na)\s+(?:the )?(?:branch \w+|galaz \w+|main|master|develop|trunk)"
    r"|\bpush(?:u|ach)\b|\bmerge[sd]?\s+(?:to|into|do)\b|\bpo (?:z?mergowaniu|merge\w*)\b|\bafter (?:a )?merge\b",
    "workflow_dispatch": (
        r"\bworkflow[_ ]dispatch\b|\bmanual\w*|\bby hand\b|\breczn\w+|\bz reki\b|\bbutton\b|\bprzycisk\w*|\bon demand\b"
        r"|\bna zadanie\b"
    ),
    "release": (
        r"\b(?:on|when|after|przy|po) (?:a |every |new |each )?(?:github )?release\w*|\brelease (?:is )?(?:published|created)"
        r"|\bwydani(?:u|em|e) (?:wersji|release)"
    ),
    "workflow_call": r"\bworkflow_call\b|\breusable\b|\bwielokrotnego uzytku\b",
}
_APPROVAL = re.compile(r"\b(?:approv\w*|zatwierdz\w*|akcept\w*|confirm\w*)\b")


def _events_in(text: str) -> list[str] | None:
    low = fold(text.lower())
    found = {event: match.start() for event, pattern in _EVENTS.items() if (match := re.search(pattern, low))}
    if "workflow_dispatch" in found and _APPROVAL.search(low) and len(found) > 1:
        del found["workflow_dispatch"]
    return sorted(found, key=lambda event: found[event]) or None


def _name_in(text: str) -> str | None:
    match = re.search(
        r"(?i)\bworkflow\w*\s+(?:called|named|name:?|o nazwie|nazwany|pod nazwą)\s+[\"'`„]?(\w[\w ./-]*\w)[\"'`”]", text
    )
    plain = re.search(r"(?i)\bworkflow\w*\s+(?:called|named|name:|o nazwie)\s+([\w.-]*\w)", text)
    found = match or plain
    return found[1] if found else None


def _file_in(text: str) -> str | None:
    match = re.search(
        r"workflows/([A-Za-z][\w-]*)\.ya?ml|(?<![\w/.-])((?:ci|cd|test|tests|lint|build|train|deploy|release|docker"
        r"|retrain)[\w-]*)\.ya?ml",
        text,
    )
    return (match[1] or match[2]) if match else None


_INPUTS = r"\b(?:inputs?|parametr\w*|parameters?)\b\s*[:=]?\s*(?:called |named |o nazw\w+ |like |such as |takimi jak )?"
_NO_INPUTS = frozenset("and i oraz for with to the a w z do of from na in".split())


def _inputs_in(text: str) -> list[str] | None:
    low = fold(text.lower())
    if not re.search(r"dispatch|manual|reczn|input", low):
        return None
    names = words_after(low, _INPUTS, r"[a-z_][a-z0-9_]*")
    return [name for name in names if name not in _NO_INPUTS] or None


_IMAGE_TAGS = {
    "sha": r"\b(?:commit|git)[ -]?sha\b|\bsha\b|github\.sha|\bhash\w* commit\w*|\bskrot\w* commit\w*|\bcommit hash\b",
    "version": r"\bsemver\b|\b(?:tag\w*|oznacz\w*)[^.;]{0,30}\b(?:wersj\w+|version|git tag|tagiem gita)\b|\bversion tags?\b",
    "branch": r"\b(?:tag\w*|oznacz\w*)[^.;]{0,30}\b(?:branch|gale\w+)\b|\bbranch name\b|\bnazw\w+ galezi\b",
    "latest": r"\blatest\b",
}


def _image_tags_in(text: str) -> list[str] | None:
    low = fold(text.lower())
    found = {tag: match.start() for tag, pattern in _IMAGE_TAGS.items() if (match := re.search(pattern, low))}
    if re.search(r"\b(?:no|not|without|bez|nie)\s+(?:\w+\s+)?latest\b", low):
        found.pop("latest", None)
    return sorted(found, key=lambda tag: found[tag]) or None


def _runner_in(text: str) -> list[str] | None:
    low = fold(text.lower())
    if not re.search(r"\bself-?hosted\b|\bwlasn\w+ runner\w*|\bour (?:own )?runner\w*", low):
        return None
    match = re.search(
        r"\b(?:labels?|labeled|labelled|etykiet\w*)\s*[:=]?\s*((?:[\"'`]?[a-z][\w-]*[\"'`]?\s*(?:,|and|i"
        r"|oraz)\s*)*[\"'`]?[a-z][\w-]*)",
        low,
    )
    labels = re.findall(r"[a-z][\w-]*", re.sub(r"\b(?:and|i|oraz)\b", " ", match[1])) if match else []
    labels = [label for label in labels if label != "self-hosted"]
    return labels or (["gpu"] if re.search(r"\bgpu\b", low) else ["linux"])


def _cluster_in(text: str) -> str | None:
    match = re.search(
        r"\b(?:eks|klaster\w*|cluster)\s+(?:eks\s+|cluster\s+|klaster\w*\s+)?(?:named |called "
        r"|o nazwie )?[\"'`]?([a-z][a-z0-9-]*[a-z0-9])",
        fold(text.lower()),
    )
    common = (
        "using with after via namespace and for when on eks cluster kubernetes through przez do z w na i po to from in at by"
        " the only"
    ).split()
    return match[1] if match and match[1] not in common else None


class Options(PipelineOptions):
    """What varies between workflows; the rest is what every workflow should do."""

    name: Title | None = option(None, "Name of the workflow.", pl="Nazwa workflow.", read=_name_in)
    file: values.Name | None = option(None, "File name without its ending.", pl="Nazwa pliku bez rozszerzenia.", read=_file_in)
    events: tuple[Event, ...] | None = option(
        None,
        "Events that start it; without them those that fit its work.",
        pl="Zdarzenia, które go uruchamiają; bez nich te, które pasują do zadań.",
        read=_events_in,
        min_length=1,
    )
    inputs: tuple[values.Identifier, ...] = option(
        (), "Inputs of a start by hand.", pl="Parametry ręcznego uruchomienia.", read=_inputs_in, max_length=10
    )
    os: tuple[Literal["ubuntu", "macos", "windows"], ...] = option(
        ("ubuntu",),
        "Systems of the tests.",
        pl="Systemy, na których działają testy.",
        min_length=1,
        words={"ubuntu": ("ubuntu*", "linux*"), "macos": ("macos*", "mac", "osx"), "windows": ("windows*",)},
    )
    runner: tuple[values.Name, ...] = option(
        (), "Labels of a self-hosted runner.", pl="Etykiety własnego runnera.", read=_runner_in, max_length=5
    )
    cache: bool = option(
        True,
        "Keep downloaded packages between runs.",
        pl="Zachowuj pobrane pakiety między przebiegami.",
        cues=("cache*", "cachowani*"),
    )
    registry: Literal["ghcr", "ecr", "dockerhub", "other"] | None = option(
        None,
        "Where the image is pushed; without it told by the image's name, otherwise GHCR.",
        pl="Dokąd trafia obraz; bez tego wynika z nazwy obrazu, a domyślnie GHCR.",
        read=wants.registry_in,
    )
    image_tags: tuple[Literal["sha", "version", "branch", "latest"], ...] = option(
        ("sha",), "What the image is tagged with.", pl="Czym oznaczany jest obraz.", read=_image_tags_in, min_length=1
    )
    platforms: tuple[Literal["amd64", "arm64"], ...] = option(
        ("amd64",),
        "Processors the image is for.",
        pl="Procesory, dla których jest obraz.",
        min_length=1,
        words={"amd64": ("linux/amd64", "x86*"), "arm64": ("linux/arm64", "arm")},
    )
    role: RoleArn | None = option(
        None, "IAM role that the workflow takes by OIDC.", pl="Rola IAM, którą workflow przyjmuje przez OIDC."
    )
    cluster: values.Name | None = option(None, "EKS cluster to deploy to.", pl="Klaster EKS, na który wdrażać.", read=_cluster_in)
    report: Literal["summary", "comment"] | None = option(
        None,
        "Where the metrics of a training are shown.",
        pl="Gdzie pokazywane są metryki treningu.",
        words={"summary": ("job summary", "step summary", "podsumowani*"), "comment": ("comment*", "koment*", "skoment*", "cml")},
    )
    notify: bool = option(False, "Tell Slack about a failure.", pl="Powiadom Slacka o niepowodzeniu.", cues=("slack*",))

    @model_validator(mode="after")
    def _runs(self) -> "Options":
        if self.services and (set(self.os) - {"ubuntu"}):
            raise refusal("services run only on Linux runners", "usługi działają tylko na runnerach z Linuksem")
        if self.runner and self.os != ("ubuntu",):
            raise refusal("either os or a runner of one's own, not both", "albo os, albo własny runner, nie oba naraz")
        return self
