"""What a request says about MLflow."""

import re
from typing import Any

from ingest import fold

_PARTS = {
    "project": r"\bmlproject|\bml project|\bprojekt\w* mlflow|\bmlflow project|\bentry point|\bpunkt\w* wejsc|\bpython_env|\bconda",
    "kubernetes": r"\bkubernetes\w*|\bk8s\b|\bmanifest\w*|\bkubectl|\bnamespace|\bklast\w+",
    "server": r"\bcompose|\btracking server|\bserver\w*|\bserwer\w*|\bbackend store|\bui\b|\bpostgres|\bminio|\bartifact store",
    "training": r"\btrain\w*|\btrenin\w*|\btrenuj\w*|\buczen\w*|\bautolog|\blog(?:s|ging|uje|ow\w+)? (?:param|metr)"
    r"|\bskrypt\w*|\bscript",
    "registry": r"\bregistr\w*(?![.\w])|\brejestr\w*|\bpromo\w*|\bchampion|\balias\w*|\bstage\b.{0,20}\bproduction",
}
_PARAMETER = re.compile(
    r"(?<![\w./:-])[\"'`]?([a-z_][a-z0-9_]*)[\"'`]?\s*"
    r"(?:\(?\s*(?:of type |typu )?\b(float|int|integer|string|str|path|liczba calkowita|sciezka)\b\s*"
    r"(?:,|=|:|default|domyslnie|\s)*\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?|(?:[\w-]+/)*[\w-]+\.\w{2,7})?\s*\)?"
    r"|\s*(?:=|:)\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?|(?:[\w-]+/)+[\w.-]+|[\w-]+\.\w{2,7})"
    r"|\s*\(?(?:default|domyslnie)?\s*(-?\d+(?:\.\d+)?(?:e-?\d+)?)\)?)(?![\w.]*\w)"
)
_PARAMETERS = re.compile(r"\b(?:param\w*|hyperparam\w*|hiperparam\w*|z parametr\w*|arguments?|argument\w*)\b")
_TYPES = {"integer": "int", "liczba calkowita": "int", "str": "string", "sciezka": "path"}
_NO_NAMES = {
    "params", "parameters", "parametry", "parametrami", "and", "i", "oraz", "port", "python", "default", "domyslnie", "with",
    "mlflow", "a", "of", "type", "typu", "to", "na", "z", "float", "int", "string", "path", "s3", "postgres", "version",
}  # fmt: skip
_HOST = re.compile(r"(?<![\w./:@-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w/:(-])")
_FILES = (".py", ".yaml", ".yml", ".json", ".csv", ".txt", ".env", ".md", ".parquet", ".pkl", ".toml")


def read_parts(message: str) -> list[str] | None:
    """What to make, in the order of this file; a server on Kubernetes is no Compose file."""
    text = fold(message.lower())
    found = [part for part, pattern in _PARTS.items() if re.search(pattern, text)]
    if "kubernetes" in found and not re.search(r"\bcompose", text):
        found = [part for part in found if part != "server"]
    if {"server", "kubernetes"} & set(found) and not re.search(r"\bmlproject|\bskrypt|\bscript|\btrain\.py|\btrening", text):
        found = [part for part in found if part in ("server", "kubernetes")]
    if "registry" in found and "training" in found and not re.search(r"\bpromo|\balias|\bchampion", text):
        found.remove("registry")  # "registers the model" is a line of the training script
    if re.search(r"\bprom(?:o|uj)", text) and not re.search(r"\btrain|\btren|\buczen", text):
        found = [part for part in found if part != "training"]
    return found or None


def read_environment(message: str) -> str | None:
    """The environment of the project."""
    text = fold(message.lower())
    forms = {
        "conda": r"\bconda",
        "docker": r"\bdocker[_ ]?env\w*|\bsrodowisk\w+ docker|\bdocker image|\bobraz\w* docker",
        "python": r"\bpython_env|\bvenv|\bvirtualenv",
    }
    return next((name for name, form in forms.items() if re.search(form, text)), None)


def read_login(message: str) -> bool | None:
    """Whether the server asks who one is; "logowanie do MLflow" by a script is another thing."""
    text = fold(message.lower())
    found = re.search(
        r"\blogin\b|\bbasic.auth|\bauthent\w*|\buwierzyteln\w*|\blogowani\w*\b(?! (?:do mlflow|param|metr|model))", text
    )
    if not found:
        return None
    return not re.search(r"\b(?:bez|without|no|nie)\s+(?:\w+\s+)?$", text[: found.start()])


def read_parameters(message: str) -> list[dict[str, Any]] | None:
    """Parameters with types and defaults: "alpha (float, 0.5), max_depth=8, data path data/train.csv"."""
    text = fold(message.lower())
    start = _PARAMETERS.search(text)
    found: dict[str, dict[str, Any]] = {}
    for match in _PARAMETER.finditer(text, start.end() if start else 0):
        name, kind, *rest = match.groups()
        value = next((item for item in rest if item), None)
        if name in _NO_NAMES or (not start and "=" not in match.group()) or name in found:
            continue
        found[name] = _parameter(name, _TYPES.get(kind, kind), value)
    return list(found.values()) or None


def _parameter(name: str, kind: str | None, value: str | None) -> dict[str, Any]:
    is_number = value is not None and bool(re.fullmatch(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", value))
    is_whole = is_number and re.fullmatch(r"-?\d+", str(value))
    kind = kind or ("int" if is_whole else "float" if is_number else "path" if value and "/" in value else "string")
    default: Any = value
    if is_number and kind in ("int", "float"):
        default = int(str(value)) if is_whole else float(str(value))
    return {"name": name, "type": kind, **({} if default is None else {"default": default})}


def read_entry_points(message: str) -> list[str] | None:
    """Entry points: "entry points main and evaluate"."""
    text = fold(message.lower())
    start = re.search(r"\b(?:entry points?|entrypoints?|punkt\w* wejsc\w*)\s*:?\s*", text)
    if not start:
        return None
    words = re.match(r"[a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*(?:\s+(?:and|i|oraz)\s+[a-z][\w-]*)?", text[start.end() :])
    names = re.split(r"\s*(?:,|\band\b|\bi\b|\boraz\b)\s*", words.group()) if words else []
    names = [name for name in names if name and name not in ("with", "z", "for", "dla", "runs", "calling")]
    return [*(() if "main" in names else ("main",)), *names] if names else None


def read_flavor(message: str) -> str | None:
    """The library of the model."""
    text = fold(message.lower())
    forms = {
        "xgboost": r"\bxgb|xgboost",
        "pytorch": r"\bpytorch|\btorch\b|\bsiec\w* neuron|neural net",
        "sklearn": r"\bsklearn|scikit|\bforest|\bregresj|\blas losowy",
    }
    return next((name for name, form in forms.items() if re.search(form, text)), None)


def read_registered(message: str) -> str | None:
    """The name that the model is registered under."""
    text = fold(message.lower())
    name = r"[\"'`„]?([a-z][\w-]*[a-z0-9])"
    forms = (
        rf"\b(?:regist|rejestr|zarejestr)\w*\b(?: \w+){{0,3}}? (?:as|under|jako|pod nazwa)(?: the name)? {name}",
        rf"\b(?:registered model|rejestr\w* model\w*|register the model)(?: named| called| o nazwie) {name}",
        r"\bmodel\w* [\"'`„]([a-z][\w-]*)[\"'`”]",
    )
    found = next((match for form in forms if (match := re.search(form, text))), None)
    return message[slice(*found.span(1))] if found else None


def read_metric(message: str) -> str | None:
    """The metric that decides."""
    text = fold(message.lower())
    forms = {"auc": r"\bauc\b|\broc\b", "f1": r"\bf1\b", "rmse": r"\brmse\b|\bregression\b", "accuracy": r"\baccuracy|\bdokladnos"}
    return next((name for name, form in forms.items() if re.search(form, text)), None)


def read_database(message: str) -> str | None:
    """The database of the server."""
    text = fold(message.lower())
    forms = {"postgres": r"\bpostgres", "mysql": r"\bmysql|\bmariadb", "sqlite": r"\bsqlite"}
    return next((name for name, form in forms.items() if re.search(form, text)), None)


def read_store(message: str) -> str | None:
    """Where the artifacts go."""
    text = fold(message.lower())
    if re.search(r"\bminio", text):
        return "minio"
    if re.search(r"\bs3\b|\bbuck", text):
        return "s3"
    local = r"\b(?:local\w*|lokaln\w*)\b(?: \w+){0,2} (?:artifact\w*|artefakt\w*|volume|wolumen\w*|dysk\w*|disk)"
    return (
        "volume"
        if re.search(rf"{local}|\bartif\w+ (?:on|in) a? ?(?:local )?volume|\bartefakt\w+ na (?:wolumen|dysk)", text)
        else None
    )


def read_artifacts(message: str) -> str | None:
    """The bucket of the artifacts."""
    address = re.search(r"s3://([\w-]+)", message)
    if address:
        return address[1]
    text = fold(message.lower())
    found = re.search(
        r"\b(?:bucket\w*|buckec\w*|kubel\w*)\s+(?:s3 |minio |named |called |o nazwie )*[\"'`„]?([a-z0-9][\w-]*[a-z0-9])", text
    )
    name = message[slice(*found.span(1))] if found else ""
    return name if "-" in name or (found and re.search(r"named|called|nazwie|[\"'`„]", found.group())) else None


def read_allowed_hosts(message: str) -> list[str] | None:
    """Host names: mlflow.acme.com."""
    hosts = [host for host in _HOST.findall(message.lower()) if not host.endswith(_FILES) and "registry" not in host]
    hosts = [host for host in hosts if not re.search(rf"{re.escape(host)}/|//{re.escape(host)}", message.lower())]
    return list(dict.fromkeys(hosts)) or None
