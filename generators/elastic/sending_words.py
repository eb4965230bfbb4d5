"""From words to where events go."""

import re

from generators.frame.spoken import plain

_HOST = re.compile(
    r"(?<![\w@.-])(?:https?://[A-Za-z0-9][\w.-]*\w(?::\d{2,5})?"
    r"|[A-Za-z0-9](?:[\w.-]*\w)?:[1-9]\d{1,4})(?![\w:.]*\d)"
)
_VARIABLE = re.compile(r"\$?\{?\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b\}?")


def output_in(text: str) -> str | None:
    """Where Filebeat sends to."""
    low = plain(text)
    patterns = (
        (
            "logstash",
            r"(?:\bdo|\bto|\binto|output[.: ]*|wysyl\w*(?: \w+)?|->|ship\w*(?: \w+)?)\s+logstash|output\.logstash"
            r"|logstash[\w.-]*:\d",
        ),
        ("kafka", r"(?:\bdo|\bto|\binto|wysyl\w*)\s+kafk\w*|output\.kafka"),
        ("elasticsearch", r"(?:\bdo|\bto|\binto|wysyl\w*)\s+(?:elastic\w*|es\b)|output\.elasticsearch|(?:\bdo|\bto)\s+https?://"),
    )
    if "filebeat" not in low:
        return None
    at = [(match.start(), name) for name, pattern in patterns for match in [re.search(pattern, low)] if match]
    return min(at)[1] if at else None


def hosts_in(text: str) -> list[str] | None:
    """The addresses of Elasticsearch: URLs, and hosts on port 9200."""
    found = [host for host in _hosts(text) if not re.search(r"logstash|kafka|broker|kibana|:5044|:9092|:5601", host)]
    return [host if "://" in host else f"http://{host}" for host in found if "://" in host or host.endswith(":9200")] or None


def logstash_in(text: str) -> list[str] | None:
    """The addresses of Logstash."""
    return [host for host in _hosts(text) if "logstash" in host.lower() or host.endswith(":5044")] or None


def kafka_in(text: str) -> list[str] | None:
    """The brokers of Kafka."""
    return [host for host in _hosts(text) if re.search(r"kafka|broker|:9092", host.lower())] or None


def inputs_in(text: str) -> list[str] | None:
    """The inputs of Logstash; only where a pipeline is spoken of."""
    low = plain(text)
    if "logstash" not in low:
        return None
    patterns = {
        "beats": r"\bbeats?\b|filebeat\w*|5044",
        "tcp": r"\btcp\b",
        "http": r"\bhttp input\w*|\bprzez http\b|over "
        r"http\b|wejsci\w* http",
        "kafka": r"(?:from|z|input|wejsci\w*|czyta\w*)\s+(?:\w+\s+)?kafk\w*",
    }
    return [name for name, pattern in patterns.items() if re.search(pattern, low)] or None


def user_in(text: str) -> str | None:
    """The variable with the user."""
    return next((name for name in _VARIABLE.findall(text) if re.search(r"USER|LOGIN", name)), None)


def password_in(text: str) -> str | None:
    """The variable with the password."""
    return next((name for name in _VARIABLE.findall(text) if re.search(r"PASS|PWD|HASLO|SECRET", name)), None)


def grok_in(text: str) -> str | None:
    """A grok pattern, as typed."""
    quoted = re.search(r"[\"'`„]([^\"'`\n]*%\{[^\"'`\n]*)[\"'`”]", text)
    bare = re.search(r"%\{[A-Z0-9_]+(?::\w+)*\}(?:[ \S]*%\{[A-Z0-9_]+(?::\w+)*\})?", text)
    return quoted[1] if quoted else bare.group() if bare else None


def _hosts(text: str) -> list[str]:
    return list(dict.fromkeys(match.group() for match in _HOST.finditer(text)))


def time_field_in(text: str) -> str | None:
    """The field with the event's time: "date from field ts", "czas z pola timestamp"."""
    match = re.search(
        r"\b(?:dates?|time(?:stamp)?s?|czas\w*|dat[aey])\s+(?:(?:from|in|z|w|is|jest)\s+)?(?:the )?(?:field"
        r"|pol\w+)\s+[\"'`]?([a-z@][\w.]*)",
        plain(text),
    )
    return text[match.start(1) : match.end(1)].rstrip(".") if match else None


def port_in(text: str) -> int | None:
    """The port of an input: after that word, or after the input's name ("beats on 5045")."""
    match = re.search(
        r"\b(?:port\w*\s*[:=]?|(?:beats?|tcp|http)(?: input\w*)?)\s*(?:is |to |na |on |jest |nr |port\w* "
        r")*(\d{2,7})\b",
        plain(text),
    )
    return int(match[1]) if match else None
