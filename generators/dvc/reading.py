"""What a request says about a DVC pipeline."""

import re
from typing import Any

from ingest import fold

_POLISH = {
    "przygotowanie": "prepare", "przygotuj": "prepare", "przetwarzanie": "preprocess", "czyszczenie": "clean", "podzial": "split",
    "pobranie": "download", "pobieranie": "download", "pobierz": "download", "cechy": "featurize", "trening": "train",
    "uczenie": "train", "trenowanie": "train", "ewaluacja": "evaluate", "ewaluacje": "evaluate", "ocena": "evaluate",
    "walidacja": "validate", "walidacje": "validate", "wdrozenie": "deploy", "rejestracja": "register",
}  # fmt: skip
_ARROWS = re.compile(r"[A-Za-z][\w-]*(?:\s*(?:->|-->|→|=>|>)\s*[A-Za-z][\w-]*)+")
_STAGES = re.compile(
    r"\b(?:stages?|etap\w*|krok\w*|steps?|pipeline\w*|potok\w*)\b(?:\s+(?:are|to|sa|named|called|o nazwach|dvc|z|with))*"
    r"\s*[:(-]?\s*"
)
_WORD = re.compile(r"[\"'`„]?([a-z][a-z0-9_-]*)[\"'`”]?")
_JOINT = re.compile(r"\s*(?:,|/|\+)\s*(?:and |oraz |i |potem |then )?|\s+(?:and|oraz|i|then|potem|a potem|nastepnie)\s+")
_SETTING = re.compile(r"\s*[:=]?\s*(?:s3|gs|gcs|azure|ssh)://")
_NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
_PAIR = re.compile(
    rf"(?<![\w.=/])([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)\s*(?:=|:|\bto\b|\bna\b|\browne\b)?\s*"
    rf"(?:(?<=[=:\s])({_NUMBER}|true|false))(?![\w.]*\w)"
)
_QUOTED_PAIR = re.compile(r"(?<![\w.=/])([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)\s*[=:]\s*[\"'`]?([A-Za-z][\w-]*)[\"'`]?")
_PARAMETERS = re.compile(r"\b(?:params?|parametr\w*|parameters?|hyperparam\w*|hiperparam\w*)\b")
_NO_PARAMETERS = {
    "python", "dvc", "port", "stages", "etapy", "params", "parametry", "metrics", "metryki", "and", "i", "z", "a", "top", "version",
    "auc", "s3", "https", "http", "gs", "ssh", "azure", "remote", "stage", "etap", "name", "with", "on", "to", "in", "dla", "for",
    "foreach", "matrix", "pipeline", "na",
}  # fmt: skip
_PATH = r"(?<![\w/:.@-])(?:\./)?[A-Za-z0-9_][\w-]*(?:[/.][\w-]+)*"
_MATRIX = re.compile(
    r"\b(?:matrix|foreach|for each|dla kazd\w+|po kazd\w+|osobno dla)\s+(?:of\s+)?(?:z\s+)?[\"'`]?([a-z]\w*)[\"'`]?"
    r"\s*(?:in|z|:|=|\(|\[|sposrod)*\s*"
)
_URL = re.compile(r"(?:s3|gs|gcs|azure|ssh)://[^\s,;\"'`<>()]+[^\s,;\"'`<>().]")
_ADDRESSES = {"s3": "s3://", "gcs": "gs://", "azure": "azure://", "ssh": "ssh://"}


def read_stages(message: str) -> list[str] | None:
    """The stages: "prepare -> train -> evaluate", "etapy prepare, train i evaluate"."""
    text = fold(message.lower())
    arrows = _ARROWS.search(text)
    if arrows:
        return _named(re.split(r"\s*(?:-->|->|→|=>|>)\s*", arrows.group()))
    for start in _STAGES.finditer(text):
        words, at, is_last = [], start.end(), False
        while word := _WORD.match(text, at):
            if _SETTING.match(text, word.end()):
                break  # "…, remote s3://bucket" is no stage
            words.append(word[1])
            joint = _JOINT.match(text, word.end())
            if not joint or is_last:
                break
            is_last = bool(re.search(r"\b(?:and|oraz|i)\s*$", joint.group()))
            at = joint.end()
        if len(words) > 1:
            return _named(words)
    return None


def _named(words: list[str]) -> list[str]:
    return list(dict.fromkeys(_POLISH.get(word, word) for word in words))


def read_parameters(message: str) -> dict[str, Any] | None:
    """Parameters with their values: "n_estimators=200, max_depth 8", "train.lr: 0.01"."""
    text = fold(message.lower())
    start = _PARAMETERS.search(text)
    found: dict[str, Any] = {}
    for match in _PAIR.finditer(text):
        is_set = "=" in match.group() or ":" in match.group()
        if (
            "_" in match[1]
            or "." in match[1]
            or (is_set and _is_free(match[1]))
            or (start and match.start() >= start.end() and _is_free(match[1]))
        ):
            found[match[1]] = _value(match[2])
    if start:
        for match in _QUOTED_PAIR.finditer(text, start.end()):
            if match[1] not in found and _is_free(match[1]) and not text[match.start(2) :].startswith(("true", "false")):
                found[match[1]] = match[2]
    return found or None


def _is_free(name: str) -> bool:
    return name not in _NO_PARAMETERS


def _value(text: str) -> int | float | bool:
    if text in ("true", "false"):
        return text == "true"
    return int(text) if re.fullmatch(r"-?\d+", text) else float(text)


def read_data(message: str) -> str | None:
    """The raw data: a table or folder below data/."""
    paths = re.findall(rf"{_PATH}\.(?:csv|parquet|jsonl|zip|tsv|xlsx)(?![\w/])|(?<![\w/:.@-])data/[\w./-]*\w", message)
    usable = [path for path in paths if not re.search(r"prepared|processed|features|roc|plot|reports/", path)]
    return usable[0] if usable else None


def read_model(message: str) -> str | None:
    """Where the model goes."""
    found = re.search(rf"{_PATH}\.(?:pkl|joblib|pt|pth|onnx|bin|h5|keras|ubj|cbm)(?![\w/])", message)
    return found.group() if found else None


def read_plots_file(message: str) -> str | None:
    """Where the plot's points go."""
    found = re.search(rf"\b(?:plot|wykres)\w*[^,.;\n]{{0,25}}?({_PATH}\.(?:csv|json|tsv))(?![\w/])", fold(message.lower()))
    return message[slice(*found.span(1))] if found else None


def read_files(message: str) -> list[str] | None:
    """Scripts that are named."""
    return list(dict.fromkeys(re.findall(rf"{_PATH}\.py(?![\w/])", message))) or None


def read_matrix(message: str) -> dict[str, list[Any]] | None:
    """A stage for each of several values: "foreach model: linear, forest", "dla każdego kraju: pl, de"."""
    text = fold(message.lower())
    for start in _MATRIX.finditer(text):
        found, at = [], start.end()
        while word := re.compile(r"[\"'`]?([a-z0-9][\w.-]*\w|\w)[\"'`]?").match(text, at):
            found.append(word[1])
            joint = _JOINT.match(text, word.end())
            if not joint:
                break
            at = joint.end()
        if len(found) > 1:
            return {start[1]: [_value(item) if re.fullmatch(_NUMBER, item) else item for item in found]}
    return None


def read_remote_url(message: str) -> str | None:
    """The remote's address; a bucket or folder that is only named becomes one."""
    found = _URL.search(message)
    if found:
        return found.group().replace("gcs://", "gs://")
    text = fold(message.lower())
    if re.search(r"\bremote|\bzdaln|\bmagazyn|\bstorage", text):
        folder = re.search(r"(?<![\w/:.])/(?:mnt|srv|data|nfs|media|home|opt)/[\w./-]*\w", message)
        bucket = re.search(r"\bbuck\w+\s+(?:s3 |gcs |named |called |o nazwie )?[\"'`„]?([a-z0-9][a-z0-9-]{1,60}[a-z0-9])", text)
        kind = read_remote(message)
        if folder:
            return folder.group()
        if bucket and kind in ("s3", "gcs"):
            return f"{_ADDRESSES[kind]}{bucket[1]}"
    return None


def read_remote(message: str) -> str | None:
    """The kind of remote."""
    text = fold(message.lower())
    if re.search(r"\b(?:bez|without|no) (?:remote|zdaln\w+)", text):
        return "none"
    forms = {
        "ssh": r"\bssh\b",
        "gcs": r"\bgcs\b|\bgs://|google cloud",
        "azure": r"\bazure\b|\bblob\b",
        "s3": r"\bs3\b|\bminio\b",
        "local": r"\blocal remote|\blokaln\w+ (?:remote|magazyn)|\bnfs\b|\bnas\b|(?<![\w/:.])/(?:mnt|srv|nfs|media)/",
    }
    return next((kind for kind, form in forms.items() if re.search(form, text)), None)
