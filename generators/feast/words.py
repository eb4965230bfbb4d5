"""From words to the stores and names of a feature repository."""

import re

from generators.frame.spoken import duration_near, plain, seconds_of

_NAME = r"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)"


def project_in(text: str) -> str | None:
    """The name of the project."""
    match = re.search(
        rf"\b(?:project|projek\w*|repo\w*|feature store|feature_store)\s*[:=]?\s*(?:named |called |o nazwie "
        rf"|name |dla |for )?[\"'`„]?{_NAME}\b",
        plain(text),
    )
    quoted = re.search(rf"\b(?:project|projek\w*|repo\w*)[^\"'`„]{{0,12}}[\"'`„]{_NAME}[\"'`”]", plain(text))
    found = quoted or match
    return found[1] if found and found[1] not in _NOT_NAMES else None


_NOT_NAMES = set(
    "with z ze for dla and i yaml config in w na on using the a local aws gcp redis postgres with that from feast named called "
    "o feature features"
    " definitions file plik store example repo of do as to".split()
)


def view_in(text: str) -> str | None:
    """The name of the view."""
    cues = (
        r"(?:feature[ _]?views?|featureview\w*|widok\w*(?: cech)?|view)(?:\s*[:=]\s*|\s+)(?:named |called |o nazwie |name "
        r")?[\"'`„]?"
    )
    match = re.search(rf"\b{cues}([a-z][a-z0-9]*(?:_[a-z0-9]+)+|(?<=[\"'`„])[a-z]\w*)", plain(text))
    return match[1] if match else None


def service_in(text: str) -> str | None:
    """The name of the feature service."""
    cues = r"(?:feature[ _]?services?|featureservice|uslug\w* cech)(?:\s*[:=]\s*|\s+)(?:named |called |o nazwie |name )?[\"'`„]?"
    match = re.search(rf"\b{cues}([a-z][a-z0-9]*(?:_[a-z0-9]+)+|(?<=[\"'`„])[a-z]\w*)", plain(text))
    return match[1] if match else None


def table_in(text: str) -> str | None:
    """The table of the warehouse."""
    match = re.search(
        r"\b(?:table|tabel\w*)\s*[:=]?\s*(?:named |called |o nazwie "
        r")?[\"'`„]?([A-Za-z][\w-]*(?:\.[A-Za-z]\w*){0,2})",
        text,
    )
    if match and match[1].lower() not in _NOT_NAMES:
        return match[1]
    dotted = re.search(r"(?<![\w./-])([a-z][\w-]*(?:\.[a-z]\w*){1,2})(?![\w./])", text)
    warehouse = re.search(r"bigquery|redshift|snowflake|postgres", plain(text))
    return dotted[1] if dotted and warehouse and not re.search(r"\.(?:parquet|py|ya?ml|db|com|pl|csv)$", dotted[1]) else None


def ttl_in(text: str) -> str | None:
    """How old a value may be."""
    found = duration_near(text, r"\bttl\b|\btime to live\b|\bczas zycia\b|\bwaznosc\w*|\bwazn\w+ (?:przez )?|\bvalid for\b")
    if found is None or seconds_of(found) < 3600:
        return None
    whole = int(seconds_of(found))
    return f"{whole // 86400}d" if whole % 86400 == 0 else f"{whole // 3600}h"


def online_in(text: str) -> str | None:
    """The online store; PostgreSQL counts when it is not said to be the offline one."""
    low = plain(text)
    if re.search(r"\bredis\w*", low):
        return "redis"
    if re.search(r"\bdynamo\w*|\bna aws\b|\bon aws\b|\bw aws\b", low):
        return "dynamodb"
    if re.search(r"\bdatastore\b|\bfirestore\b|\bgcp\b|google cloud", low):
        return "datastore"
    if re.search(r"\bpostgres\w*", low) and (
        not re.search(r"offline\W+(?:\w+\W+){0,3}postgres", low) or re.search(r"online\W+(?:\w+\W+){0,3}postgres", low)
    ):
        return "postgres"
    return "sqlite" if re.search(r"\bsqlite\w*|\blokaln\w*|\blocal\b", low) else None


def offline_in(text: str) -> str | None:
    """The offline store."""
    low = plain(text)
    for store, pattern in (
        ("bigquery", r"big ?query|\bgcp\b"),
        ("redshift", r"redshift"),
        ("snowflake", r"snowflake"),
        ("duckdb", r"duck ?db"),
    ):
        if re.search(pattern, low):
            return store
    if re.search(r"offline\W+(?:\w+\W+){0,3}postgres|postgres\w*\W+(?:\w+\W+){0,2}offline", low):
        return "postgres"
    return "file" if re.search(r"parquet|\blokaln\w*|\blocal\b", low) else None


def registry_in(text: str) -> str | None:
    """Where the registry is kept."""
    low = plain(text)
    cue = re.search(r"\bregistr\w*|\brejestr\w*", low)
    near = low[max(0, cue.start() - 25) : cue.end() + 40] if cue else ""
    for place, pattern in (("sql", r"\bsql\b|postgres"), ("s3", r"\bs3\b|\baws\b"), ("gcs", r"\bgcs\b|\bgcp\b|gs://")):
        if re.search(pattern, near):
            return place
    if re.search(r"\b(?:na|on|w|in) aws\b", low):
        return "s3"
    return "gcs" if re.search(r"\bgcp\b|google cloud", low) else None
