"""The kinds of values that only files of the Elastic Stack have."""

from typing import Annotated

from generators.frame import Grammar

_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"

IndexName = Annotated[
    str,
    Grammar(
        r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?",
        "must be an index name: lower-case letters, digits, dots, hyphens and underscores",
        "musi być nazwą indeksu: małe litery, cyfry, kropki, myślniki i podkreślenia",
        longest=80,
    ),
]
Host = Annotated[
    str,
    Grammar(
        rf"https?://{_HOST}(?::[1-9]\d{{1,3}})?|{_HOST}:[1-9]\d{{1,3}}",
        "must be a host and a port such as https://es.example.com:9200 or logstash:5044",
        "musi być hostem i portem, na przykład https://es.example.com:9200 lub logstash:5044",
        longest=120,
    ),
]
LogPath = Annotated[
    str,
    Grammar(
        r"(?!.*(?:^|/)\.\.(?:/|$))/(?:[A-Za-z0-9_.*-]+/)*[A-Za-z0-9_.*-]+",
        "must be an absolute path of log files such as /var/log/churn/*.log",
        "musi być bezwzględną ścieżką plików logów, na przykład /var/log/churn/*.log",
        find=r"(?<![\w/:.@-])/(?:[\w.*-]+/)+[\w.*-]*(?:\.log|\*|\.json|\.txt|\.out)(?![\w/])",
        longest=200,
    ),
]
FieldName = Annotated[
    str,
    Grammar(
        r"@?[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*){0,4}",
        "must be the name of a field such as latency_ms or user.email",
        "musi być nazwą pola, na przykład latency_ms lub user.email",
        longest=80,
    ),
]
Days = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,3}[dh]",
        "must be an age in days or hours such as 30d",
        "musi być wiekiem w dniach lub godzinach, na przykład 30d",
        longest=5,
    ),
]
Size = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,3}(?:mb|gb|tb)",
        "must be a size such as 50gb",
        "musi być rozmiarem, na przykład 50gb",
        find=r"(?i)(?<![\w.])\d+ ?(?:mb|gb|tb)(?!\w)",
        longest=6,
    ),
]
# Quotes would end the text and ${ would be filled, so neither is let through.
GrokPattern = Annotated[
    str,
    Grammar(
        r"(?:%\{[A-Z][A-Z0-9_]*(?::[A-Za-z_][A-Za-z0-9_]*(?::(?:int|float))?)?\}|[A-Za-z0-9 .,:;=|/_-])+",
        "must be a grok pattern such as %{TIMESTAMP_ISO8601:time} %{LOGLEVEL:level} %{GREEDYDATA:text}",
        "musi być wzorcem grok, na przykład %{TIMESTAMP_ISO8601:time} %{LOGLEVEL:level} %{GREEDYDATA:text}",
        longest=250,
    ),
]
Topic = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9][A-Za-z0-9._-]*",
        "must be the name of a topic: letters, digits, dots, hyphens and underscores",
        "musi być nazwą tematu: litery, cyfry, kropki, myślniki i podkreślenia",
        longest=100,
    ),
]
