"""Names that a request gives to the parts: bucket acme-models, klaster o nazwie ml-prod, repo acme/churn."""

import re
from collections.abc import Callable

from ingest import fold

_GIVING = (
    r"(?:\s*(?:s3|ecr|iam|eks|rds|sagemaker|repos?|repository|repositories|repozytori\w+|klaster\w*|cluster|named|called|names?|is"
    r"|o nazwach|o nazwie|pod nazwa|nazwie|nazwa|nazwany|nazwana|to|jest)\b|\s*[:=])*"
)
_TOKEN = r"\s+[\"'`„]([^\"'`„”\n]{1,120})[\"'`”]|\s+([A-Za-z0-9][^\s,;()\"'`„”:]*)"
_MORE = re.compile(
    r"\s*(?:,|\band\b|\boraz\b|\bi\b)\s*(?:and |oraz |i )?"
    r"(?:[\"'`„]([A-Za-z0-9][^\s\"'`”]*)[\"'`”]|([A-Za-z0-9][\w.-]*[-_/][\w./-]*))",
    re.I,
)
_NAMING = re.compile(r"named|called|name|nazw|[:=]|[\"'`„]")
_STATE = r"(?:state|stan\w*|backend\w*|tfstate)"
_S3 = r"(?:s3|bucke\w+|kubel\w+)(?: bucke\w+)?"
_HERE = r"(?:\s+(?:named|called|o nazwie))?\s+[\"'`„]?([a-z0-9][\w-]*-[\w-]*\w)"
_STATE_BUCKETS = (
    re.compile(rf"(?<![\w-]){_STATE}[^.;\n]{{0,60}}?\b{_S3}{_HERE}"),
    re.compile(rf"\bbucke\w+[^.,;\n]{{0,30}}?\b{_STATE}{_HERE}"),
)
_PROJECT = r"(?:project|projekt\w*|platform\w*|stack)"
BUCKET = r"(?:buckets?|bucketow|bucketu|buckecie|kubelek|kubelki)"
REPOSITORY = r"(?:ecr|repositor\w+|repozytori\w+|rejestr\w*|registry|repo)"
CLUSTER = r"(?:eks|cluster|klaster|klastra|klastrze|klastr)"
ENDPOINT = r"(?:endpoint\w*)"
ROLE = r"(?:role|rola|role|roli)"
DATABASE = r"(?:rds|database|postgres\w*|baz\w+ danych|bazy?)"


def reader_of(noun: str) -> Callable[[str], str | None]:
    """A reader of the name after a noun."""
    return lambda message: next(iter(names_after(noun, message)), None)


def reader_of_many(noun: str) -> Callable[[str], list[str] | None]:
    """A reader of the names after a noun: "buckets acme-raw, acme-models and acme-logs"."""
    return lambda message: names_after(noun, message) or None


def names_after(noun: str, message: str) -> list[str]:
    """The names after a noun. Without a word of naming or quotes, only what looks like a name is one: acme-models, team/api."""
    low = fold(message.lower())
    for match in re.finditer(rf"(?<![\w/-])(?={noun}({_GIVING})(?:{_TOKEN}))", low):
        name = message[slice(*match.span(2))] if match[2] else message[slice(*match.span(3))].rstrip(".!?")
        if not _is_name(name, bool(match[2]) or bool(_NAMING.search(match[1])), low[match.start() - 20 : match.start()]):
            continue
        names, at = [name], _end(match, message)
        while more := _MORE.match(message, at):
            names.append(more[1] or more[2].rstrip("."))
            at = more.end()
        return names
    return []


def _end(match: re.Match[str], message: str) -> int:
    """Where the name ends, its closing quotation mark included."""
    at = match.end(2 if match[2] else 3)
    return at + 1 if message[at : at + 1] and message[at] in "\"'`”" else at


def _is_name(text: str, was_named: bool, before: str) -> bool:
    if re.search(rf"(?<![\w-]){_STATE}(?![\w-])[^.,;]*$", before):
        return False
    return was_named or bool(re.search(r"\w[-_/]\w", text))


def read_state_bucket(message: str) -> str | None:
    """The bucket of the state: "stan w buckecie acme-tfstate", "bucket for the state acme-tfstate"."""
    low = fold(message.lower())
    found = next((match for pattern in _STATE_BUCKETS if (match := pattern.search(low))), None)
    return message[slice(*found.span(1))] if found else None


def read_project(message: str) -> str | None:
    """The name of the whole: the project's, or the only name that is given."""
    named = (name for name in names_after(_PROJECT, message) if "/" not in name)  # acme/churn is a repository
    return next(named, None) or _only_name(message)


def _only_name(message: str) -> str | None:
    low = fold(message.lower())
    given = re.findall(r"(?:\bo nazwie|\bnamed|\bcalled|\bpod nazwa)\s+[\"'`„]?([a-z][a-z0-9-]{1,40})(?=[\s\"'`”,.;]|$)", low)
    return str(given[0]) if len(given) == 1 else None
