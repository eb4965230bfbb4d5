"""From words to what is scraped: "scrape api:8000 every 15s and the node exporter every minute"."""

import re
from typing import Any

from generators.frame.lists import words_after
from generators.frame.spoken import Spoken, duration_near, durations, plain

_ADDRESS = re.compile(
    r"(?<![\w@.#-])(?:https?://)?(?P<host>[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?):(?P<port>\d{2,5})(?![\d.]*[\w:])", re.I
)
_PORTS = {
    "9100": "node",
    "9400": "dcgm",
    "9187": "postgres",
    "9121": "redis",
    "9090": "prometheus",
    "8080": "cadvisor",
    "9091": "pushgateway",
}
_JOB = re.compile(r"\b(?:job(?:_name)?|zadani\w*)\s*[:=]?\s*(?:named |called |o nazwie )?[\"'`„]?([A-Za-z][\w-]*)", re.I)
_NOT_JOBS = {
    "name",
    "names",
    "for",
    "with",
    "dla",
    "that",
    "is",
    "o",
    "named",
    "called",
    "labels",
    "label",
    "do",
    "scrape",
    "z",
}
_CONFIG = r"prometheus\.ya?ml|scrap|config|konfig|rule_files"
_ELSEWHERE = re.compile(r"(?:remote[ _-]write\w*|thanos|mimir|blackbox|probe|smtp|smarthost|webhook\w*)\W+(?:\w+\W+){0,2}$", re.I)
_NOT_SERVICES = re.compile(
    r"(?:node|dcgm|postgres|redis|blackbox|kube|alert|rule|scrape|on|e|re|time|ml-alert)[-_](?:export|state|rule|config|call"
    r"|mail|seri|fire)\w*|\w+-(?:alert\w*|exporter|day|minute|level|based|sd)"
)
_CUED = re.compile(
    r"(?:\bservice|\bserwis\w*|\buslug\w*|\bapp|\baplikacj\w*|\bapi|\bmodelu?|\bjob|\bdla|\bfor|\bof|\bwhen|\bif|\bgdy|\bjesli"
    r"|\bjezeli|\bkiedy|\bmonitor\w*|\bwatch\w*"
    r"|\bnamed|\bcalled|\bnazwie)\s*[:=]?\s*(?:the |our |my |api |service |serwis\w* |uslug\w* |model\w* |aplikacj\w* |naszego "
    r"|nasz |moj\w* )*"
    r"[\"'`„]?(?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)"
)
# Alerts are named in capitals (ModelDown), services are not.
_NAMED = re.compile(r"\b(?:[Cc]alled|[Nn]amed|o nazwie|nazwie)\s+[\"'`„]?([a-z][\w-]*[a-z0-9])\b(?![A-Z])")
_QUOTED = re.compile(
    r"(?:\bservice|\bserwis\w*|\buslug\w*|\bapp|\baplikacj\w*|\bapi|\bjob|\bmodelu?|\bdla|\bfor)\s+[\"'`„]([A-Za-z][\w-]*)[\"'`”]",
    re.I,
)


# A plain word counts only where the grammar of the sentence leaves no doubt: "modelu churn", "for the churn model".
_PLAIN = re.compile(
    r"(?:\b(?:modelu|uslugi|usludze|serwisu|serwisie|aplikacji)\s+|\bfor (?:the |our |my )?(?=\w+ (?:model|service|api|app)\b))"
    r"(?P<name>[a-z][a-z0-9_]{2,})\b"
)
_NOT_NAMES = set(
    "jest nie gdy oraz dla ktory ktora ktore ponizej powyzej spada spadnie ma bedzie jako przez nad pod the model service api "
    "app this each every"
    " machine learning our python fastapi flask prod staging scoring".split()
)


def service_in(text: str) -> str | None:
    """The service that a message is about: a quoted or hyphened name after a word that announces it, or a target's host."""
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted[1]
    named = next((match[1] for match in _NAMED.finditer(text) if match[1] not in _NOT_NAMES), None)
    if named:
        return named
    cued = next((match["name"] for match in _CUED.finditer(plain(text)) if not _NOT_SERVICES.fullmatch(match["name"])), None)
    if cued:
        return cued
    plainly = next((match["name"] for match in _PLAIN.finditer(plain(text)) if match["name"] not in _NOT_NAMES), None)
    if plainly:
        return plainly
    hosts = [
        match["host"]
        for match, name in _addresses(text)
        if name not in _PORTS.values() and re.fullmatch(r"[A-Za-z][\w-]*", match["host"])
    ]
    if hosts:
        return hosts[0]
    return next((match[1] for match in _JOB.finditer(text) if match[1].lower() not in _NOT_JOBS), None)


def jobs_in(text: str) -> list[dict[str, Any]] | None:
    """The addresses of a message as jobs: under the name after "job", otherwise under their host's."""
    found = _addresses(text)
    if not found:
        return None
    spoken = [
        one
        for one in durations(text)
        if re.search(r"(?:every|co|interval\w*|interwal\w*)\W*(?:\w+\W+)?$", plain(text)[: one.start]) or _bare(one, text)
    ]
    jobs: dict[str, dict[str, Any]] = {}
    for at, (match, name) in enumerate(found):
        end = found[at + 1][0].start() if at + 1 < len(found) else len(text)
        job = jobs.setdefault(name, {"name": name, "targets": []})
        job["targets"].append(f"{match['host']}:{match['port']}")
        own = [one.value for one in spoken if match.end() <= one.start < end]
        if own and len(spoken) > 1:
            job["interval"] = own[0]
    return list(jobs.values())


def interval_in(text: str) -> str | None:
    """The time between scrapes when there is one for all."""
    low = plain(text)
    if not re.search(r"scrap|prometheus|interwal|interval|zbiera|odpytyw|odczyt|metryk|metrics|exporter|eksporter|monitor", low):
        return None
    named = duration_near(
        text, r"\bscrape[_ ]interval\w*|\binterwal\w*|\bscrap\w*(?: \w+){0,3} (?:every|co)\b|\bevery\b|\bco\b", within=14
    )
    jobs = jobs_in(text) or []
    return None if sum("interval" in job for job in jobs) > 1 else named


def evaluation_in(text: str) -> str | None:
    """The time between evaluations of the rules."""
    return duration_near(
        text, r"\bevaluation(?:[_ ]interval)?\b|\bevaluat\w*(?: \w+){0,2} every\b|\bewaluacj\w*|\bobliczan\w* regul", within=20
    )


def namespaces_in(text: str) -> list[str] | None:
    """The Kubernetes namespaces that are named."""
    cues = r"\b(?:namespace\w*(?:'?u|'?ow|'?ie)?|przestrzen\w* nazw)\s*[:=]?\s*(?:o nazwie |called |named )?"
    found = words_after(text, cues, r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
    stop = {"only", "and", "with", "tylko", "i", "oraz", "z", "w", "the", "for", "na", "do", "dla", "jest", "is"}
    before = re.search(r"\b([a-z][a-z0-9-]*) namespace\b", plain(text))
    listed = [name for name in found if name not in stop]
    if not listed and before and before[1] not in ("the", "a", "all", "every", "each", "one", "kubernetes", "k8s", "in"):
        listed = [before[1]]
    return listed or None


def path_in(text: str) -> str | None:
    """The path of the metrics."""
    named = re.search(
        r"(?:metrics_path|metrics path|sciezk\w*|path|endpoint\w*|pod|under|at|na)\s*[:=]?\s*[\"'`]?(/[a-z][\w/-]*)", plain(text)
    )
    written = re.search(r"(?<![\w./-])/(?:[\w-]+/)*(?:metrics|prometheus)(?:/[\w-]+)*", text)
    match = written or (named if named and "health" not in named[1] and "predict" not in named[1] else None)
    return match.group(1) if match and match is named else match.group() if match else None


def rule_files_in(text: str) -> list[str] | None:
    """Rule files beside the configuration: rules.yml, /etc/prometheus/rules/*.yml."""
    found = re.findall(r"(?<![\w/])/?(?:[A-Za-z0-9_-]+/)*[\w*-]*(?:rule|alert|regul)[\w*-]*(?:/[\w*.-]+)?\.ya?ml", text, re.I)
    kept = [path for path in dict.fromkeys(found) if "alertmanager" not in path.lower()]
    return kept if kept and re.search(_CONFIG, plain(text)) else None


def scheme_in(text: str) -> str | None:
    """How targets are called, where it is said; addresses of other things say nothing about them."""
    low = plain(text)
    named = re.search(r"\bscheme\s*[:=]?\s*(https?)\b", low)
    if named:
        return named[1]
    return "https" if re.search(r"(?:\bover|\bpo|\bprzez|\bvia) (?:https|tls)\b", low) else None


def external_labels_in(text: str) -> dict[str, str] | None:
    """Labels such as cluster=prod after "external labels"."""
    cue = re.search(r"external[_ ]labels?|etykiet\w* zewnetrzn\w*", plain(text))
    pairs = re.findall(r"([a-zA-Z_]\w*)\s*[=:]\s*[\"'`]?([A-Za-z0-9][\w.-]*\w)", text[cue.end() : cue.end() + 120]) if cue else []
    return dict(pairs) or None


def addresses_to_alert(text: str) -> str | None:
    """The address of Alertmanager."""
    match = re.search(r"(?<![\w.-])[\w.-]*alertmanager[\w.-]*:\d{2,5}", text, re.I)
    return match.group() if match else None


def _addresses(text: str) -> list[tuple[re.Match[str], str]]:
    """The targets, each with the name of its job."""
    found = []
    for match in _ADDRESS.finditer(text):
        host = match["host"].lower()
        if "alertmanager" in host or not re.search(r"[a-z]|\d+\.\d+\.\d+\.\d+", host) or _ELSEWHERE.search(text[: match.start()]):
            continue
        if re.search(r"/[\w./-]*$", text[: match.start("host")].removesuffix("//")) or text[match.end() :].startswith("/v"):
            continue
        found.append((match, _job_name(text, match)))
    return found


def _job_name(text: str, match: re.Match[str]) -> str:
    named = [job for job in _JOB.finditer(text[: match.start()]) if job[1].lower() not in _NOT_JOBS]
    if named:
        return named[-1][1]
    host = match["host"].lower().split(".")[0]
    if not re.match(r"[a-z]", host) or host == "localhost":
        return _PORTS.get(match["port"], "model-api")
    return re.sub(r"-exporter$", "", re.sub(r"[-_]?\d+$", "", host)) or host


def _bare(one: Spoken, text: str) -> bool:
    return bool(re.match(r"\s*(?:interval|interwal)", plain(text)[one.end :]))


def port_name_in(text: str) -> str | None:
    """The name of a port, which is a word and not a number: "port metrics"."""
    match = re.search(r"\bport\w*\s*(?:named |called |o nazwie |name )?[:=]?\s*[\"'`]?([a-z][a-z-]*[a-z])\b", plain(text))
    return match[1] if match and match[1] not in _NOT_NAMES | {"is", "to", "na", "number", "and", "i", "with", "z"} else None


def port_in(text: str) -> int | None:
    """The service's port, only after that word: "na 10 minut" is no port."""
    match = re.search(r"\bport\w*\s*[:=]?\s*(?:is |to |na |jest |nr |number |of )*(\d{1,7})\b", plain(text))
    return int(match[1]) if match else None
