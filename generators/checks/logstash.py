"""Logstash pipelines: syntax by logstash-pipeline-parser; the names of plugins, which it does not know, by our own list."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.problem import Problem
from generators.checks.programs import package_version

TOOL = "logstash-pipeline-parser"
HEAVY = False

# The plugins that come with Logstash 9.
_PLUGINS = {
    "input": "azure_event_hubs beats couchdb_changes dead_letter_queue elastic_agent elastic_serverless_forwarder "
    "elasticsearch exec file ganglia"
    " gelf generator graphite heartbeat http http_poller jdbc jms kafka logstash pipe rabbitmq redis snmp snmptrap stdin "
    "syslog tcp twitter udp"
    " unix aws s3 sqs cloudwatch kinesis",
    "filter": "aggregate anonymize cidr clone csv date de_dot dissect dns drop elastic_integration elasticsearch fingerprint "
    "geoip grok http"
    " jdbc_static jdbc_streaming json kv memcached metrics mutate prune ruby sleep split syslog_pri throttle translate "
    "truncate urldecode"
    " useragent uuid xml",
    "output": "csv elasticsearch email file graphite http kafka logstash lumberjack nagios null pipe rabbitmq redis stdout tcp "
    "udp webhdfs s3 sns"
    " sqs cloudwatch",
}


def version() -> str:
    """The parser's version."""
    return package_version("logstash-pipeline-parser")


def wants(path: str, text: str) -> bool:
    """.conf files with a section of a pipeline."""
    return path.endswith(".conf") and bool(re.search(r"^\s*(?:input|filter|output)\s*\{", text, re.M))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Syntax errors and plugins that do not exist."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    from logstash_pipeline_parser import Pipeline
    from logstash_pipeline_parser.tree import ParseError

    text = (folder / path).read_text(encoding="utf-8")
    try:
        sections = Pipeline(text).parse()
    except ParseError as error:
        line = re.search(r"line:(\d+)", str(error))
        yield Problem(path, "does not parse in the section that begins here", int(line[1]) if line else None)
        return
    for section, content in sections:
        yield from (
            Problem(path, f"Logstash has no {section} plugin {name!r}", _line(text, name)) for name in _unknown(section, content)
        )


def _unknown(section: str, content: Any) -> list[str]:
    known = set(_PLUGINS[section].split())
    return [name for name in _plugins(content) if name not in known]


def _plugins(items: list[Any]) -> Iterator[str]:
    """The names of plugins in a section, also of those under conditions; what stands in a condition or a plugin is no name."""
    for item in items:
        if not isinstance(item, list) or not item:
            continue
        if not isinstance(item[0], str):
            yield from _plugins(item)
        elif item[0] in ("if", "else if"):
            yield from _plugins(item[1][1:])
        elif item[0] == "else":
            yield from _plugins(item[1])
        else:
            yield item[0]


def _line(text: str, name: str) -> int | None:
    return next(
        (number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*{re.escape(name)}\s*\{{", line)), None
    )
