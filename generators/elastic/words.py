"""From words to which logs are read."""

import re

from generators.elastic.grammars import FieldName
from generators.frame import Grammar
from generators.frame.lists import words_after
from generators.frame.spoken import plain

_STOP = {"only", "and", "with", "tylko", "i", "oraz", "z", "w", "the", "for", "na", "do", "dla", "jest", "is", "o", "logs", "logi"}


_SOURCES = (
    ("kubernetes", r"kubernet\w*|k8s|\bpod\w{0,3}\b|namespace\w*|daemon ?set"),
    ("docker", r"docker\w*|kontener\w*|container\w*"),
    ("files", r"/var/log/|\bz plik\w*|from (?:log )?files?|log files?|plik\w* log\w*|/[\w./*-]+\.log\b"),
)


def source_in(text: str) -> str | None:
    """Where logs come from; paths of files count when neither Docker nor Kubernetes is named."""
    return next((source for source, pattern in _SOURCES if re.search(pattern, plain(text))), None)


def namespaces_in(text: str) -> list[str] | None:
    """The namespaces to collect from."""
    cues = r"\bnamespace\w*(?:'?u|'?ow|'?ie)?\s*[:=]?\s*|\bprzestrzen\w* nazw\s*[:=]?\s*"
    listed = [name for name in words_after(text, cues, r"[a-z](?:[a-z0-9-]*[a-z0-9])?") if name not in _STOP]
    before = re.search(r"\b(?:from|of|in|the|only) (?:the )?([a-z][a-z0-9-]*) namespace\b", plain(text))
    if not listed and before and before[1] not in ("the", "a", "all", "every", "each", "one", "single"):
        listed = [before[1]]
    return listed or None


def containers_in(text: str) -> list[str] | None:
    """The containers to collect from: "only containers api and worker"."""
    cues = (
        r"\b(?:containers?|kontener\w*)\s+(?:named |called |o nazw\w+ )?(?=[\"'`„]|[a-z0-9]+[-_][a-z0-9]|(?:only )?\w+ "
        r"(?:and|i|oraz)\b)"
    )
    found = [name.replace("_", "-") for name in words_after(text, cues, r"[a-z][a-z0-9_-]*[a-z0-9]")]
    return [name for name in found if name not in _STOP] or None


def format_in(text: str) -> str | None:
    """The form of the lines."""
    low = plain(text)
    if re.search(r"\bjson\w*|structlog", low) and not re.search(r"template|szablon|ilm|\.json", low):
        return "json"
    return "text" if re.search(r"\bgrok\w*|plain text|text logs?|log\w* tekstow\w*|zwykl\w+ tekst\w*|unstructured", low) else None


def service_in(text: str) -> str | None:
    """The service whose logs are read."""
    named = re.search(
        r"\b(?:service|serwis\w*|uslug\w*|aplikacj\w*|app)\s*[:=]?\s*(?:named |called |o nazwie "
        r")?[\"'`„]?([a-z][a-z0-9]*(?:-[a-z0-9]+)+)",
        plain(text),
    )
    quoted = re.search(r"\b(?:service|serwis\w*|uslug\w*|aplikacj\w*|app)\s+[\"'`„]([A-Za-z][\w-]*)[\"'`”]", plain(text))
    match = named or quoted
    return text[match.start(1) : match.end(1)] if match else None


def dropped_in(text: str) -> list[str] | None:
    """The fields to remove."""
    grammar: Grammar = FieldName.__metadata__[0]  # type: ignore[attr-defined]
    cues = r"\b(?:drop|remove|usun|usuwa\w*|wyrzuc|bez)\s+(?:the )?(?:fields?|pol\w*)\s*:?\s*"
    return words_after(text, cues, grammar.pattern) or None


def environment_in(text: str) -> str | None:
    """The environment, where it is spoken of; the end of another name does not count."""
    low = plain(text)
    named = re.search(r"\b(?:env|environment|srodowisk\w*)\s*[:=]?\s*(prod|staging|dev|test)", low)
    if named:
        return named[1]
    return "prod" if re.search(r"(?<![\w-])(?:production|produkcyjn\w*|produkcji)\b", low) else None
