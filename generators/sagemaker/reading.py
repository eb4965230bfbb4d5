"""What a request says about SageMaker."""

import re
from collections.abc import Callable
from typing import Any

from ingest import fold

_PARTS = {
    "pipeline": r"\bpipelin\w*|\bpotok\w*|\bprocessing step|\bcondition\w*|\bregister\w* (?:the )?model|\brejestr\w* model",
    "training": r"\btraining job"
    r"|\btrain\w* (?:script|job)|\bzadani\w+ trening\w*|\btrening\w*"
    r"|\bestimator|\bspot\b|\btrain\w*\b(?! (?:instanc|type|machine|count))",
    "endpoint": r"\bendpoin\w*|\bwystaw\w*|\bdeploy\w*|\bwdroz\w*|\bwdraza\w*|\bserverless|\breal.?time|\basync\w*|\basynchron\w*",
    "transform": r"\bbatch transform\w*|\btransform job|\bbatch (?:inference|scoring|predict\w*)|\bwsadow\w*|\bbatchow\w*",
    "buildspec": r"\bbuildspec\w*|\bcodebuild\w*",
}
_NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
_HYPER = re.compile(r"\b(?:hyperparam\w*|hiperparam\w*|params?|parametr\w*)\b")
_PAIR = re.compile(rf"(?<![\w.])([a-z][a-z_0-9]*[a-z0-9])\s*(?:=|:|\s)\s*({_NUMBER})(?![\w.]*\w)")
_NO_NAMES = {
    "instance", "instances", "port", "auc", "accuracy", "f1", "rmse", "threshold", "prog", "python", "to", "na", "for", "do", "max",
    "min", "count", "params", "parametry", "least", "hyperparameters", "hiperparametry", "memory", "concurrency", "the",
}  # fmt: skip
_USUAL = {"eta", "alpha", "gamma", "lr", "epochs", "subsample", "lambda", "num_round"}
_COUNT = re.compile(
    r"(?<![\w.-])(\d{1,3})\s*(?:x\b|×|instanc\w*|sztuk\w*|szt\b|maszyn\w*|machines?)"
    r"|\b(?:instance[ _]count|count|instances|liczba instancji|instancji)\s*[:=]?\s*(\d{1,3})\b"
)
_UP_TO = re.compile(
    r"\b(?:autoscal\w*|autoskal\w*|skal\w*|scal\w*|up to|max\w* (?:instanc\w*|\d))\D{0,25}?"
    r"(?:\d+\s*(?:-|–|do|to)\s*)?(\d{1,3})\b"
)
_THRESHOLD = re.compile(
    r"\b(?:auc|accuracy|dokladnos\w+|f1|rmse|threshold|prog\w*)\b\D{0,30}?"
    r"(?:>=|=>|>|<=|<|≥|≤|at least|co najmniej|powyzej|above|min\w*|=|:|of|to|na)?\s*(\d+(?:[.,]\d+)?)(?!\w|\.\d)"
)
_NAME = r"\s*[\"'`„]?([A-Za-z][\w-]*[A-Za-z0-9])"
_SKIPPED = {
    "for", "dla", "script", "skrypt", "with", "named", "called", "nazwie", "in", "na", "from", "serverless", "sagemaker", "using",
    "that", "model", "modelu", "async", "real-time", "and", "is", "on", "as", "z", "w", "to", "instance", "deployment", "config",
    "scoring",
}  # fmt: skip


def read_parts(message: str) -> list[str] | None:
    """What to make."""
    text = fold(message.lower())
    found = [part for part, pattern in _PARTS.items() if re.search(pattern, text)]
    if "pipeline" in found or "transform" in found:
        found = [part for part in found if part != "training" or re.search(r"\btraining job|\bzadani\w+ trening", text)]
    if "pipeline" in found and not re.search(r"\bendpoin|\bwystaw|\bserverless", text):
        found = [part for part in found if part != "endpoint"]
    if "transform" in found and not re.search(r"\bendpoin", text):
        found = [part for part in found if part != "endpoint"]
    if "buildspec" in found and not re.search(r"sagemaker pipelin|\bdefinition|\bskrypt|\bscript", text):
        found = ["buildspec"]
    if "training" in found and "endpoint" in found and not re.search(r"\btraining job|\btrain\w* script|\btrening", text):
        found.remove("training")
    return found or None


def reader_after(noun: str) -> Callable[[str], str | None]:
    """A reader of the name after a noun: "endpoint churn-prod", "grupa modeli o nazwie churn"."""
    pattern = re.compile(
        rf"\b{noun}(?:\s+(?:sagemaker\w*|serverless|asynchron\w*|async|repo|repository|named|called|o nazwie|pod nazwa|name|nazwa"
        r"|group|modeli|grupie|package|is|to|the))*"
        rf"\s*[:=]?{_NAME}"
    )

    def read(message: str) -> str | None:
        text = fold(message.lower())
        for match in pattern.finditer(text):
            word = message[slice(*match.span(1))]
            if word.lower() not in _SKIPPED and (
                "-" in word or "_" in word or re.search(r"named|called|nazw|name|[\"'`„:=]", match.group())
            ):
                return word
        return None

    return read


def read_group(message: str) -> str | None:
    """The model package group: "registers the model in the group churn-models"."""
    return reader_after(r"(?:model package group|model group|group|grup\w+|registry|rejestr\w*|rejestrze)")(message)


def read_hyperparameters(message: str) -> dict[str, Any] | None:
    """Hyperparameters: "max_depth=6, eta 0.1"."""
    text = fold(message.lower())
    start = _HYPER.search(text)
    found: dict[str, Any] = {}
    for match in _PAIR.finditer(text):
        announced = "=" in match.group() or "_" in match[1] or (start and match.start() >= start.end())
        if (announced or match[1] in _USUAL) and match[1] not in _NO_NAMES and not match[1].endswith(("_count", "_gb")):
            found[match[1]] = int(match[2]) if re.fullmatch(r"-?\d+", match[2]) else float(match[2])
    epochs = re.search(r"(?<![\w.])(\d+)\s*(?:epok\w*|epochs?)\b", text)
    if epochs:
        found.setdefault("epochs", int(epochs[1]))
    return found or None


def read_instance(message: str) -> str | None:
    """The type of machine; one of EC2 is given back as it is, so that it is refused by name."""
    found = re.search(r"(?<![\w.])ml\.[a-z][\w-]*\.\w+", message) or re.search(
        r"(?<![\w./])[a-z]\d\w{0,5}\.(?:\d{0,2}xlarge|nano|micro|small|medium|large|metal)\b", message
    )
    return found.group() if found else None


def read_count(message: str) -> int | None:
    """How many machines."""
    return _whole(_COUNT, message)


def read_most(message: str) -> int | None:
    """Up to how many machines the endpoint scales."""
    return _whole(_UP_TO, message)


def read_capture(message: str) -> int | None:
    """The percentage of requests that are captured."""
    text = fold(message.lower())
    found = (
        re.search(r"(\d{1,3})\s*(?:%|procent|percent)", text) if re.search(r"captur|przechwy|zapisywa\w+ zapyta", text) else None
    )
    return int(found[1]) if found else (100 if re.search(r"data capture", text) else None)


def _whole(pattern: re.Pattern[str], message: str) -> int | None:
    found = pattern.search(fold(message.lower()))
    return next((int(group) for group in found.groups() if group), None) if found else None


def read_threshold(message: str) -> float | None:
    """The metric's bound: "AUC >= 0.85", "auc co najmniej 0,8"."""
    found = _THRESHOLD.search(fold(message.lower()))
    return float(found[1].replace(",", ".")) if found else None


def reader_of_script(stem: str) -> Callable[[str], str | None]:
    """A reader of the script whose name has one of these words."""
    pattern = re.compile(rf"(?<![\w/:.@-])(?:[\w-]+/)*[\w-]*(?:{stem})[\w-]*\.py(?![\w/])", re.I)

    def read(message: str) -> str | None:
        found = pattern.search(message)
        return found.group() if found else None

    return read


def read_serving(message: str) -> str | None:
    """The kind of endpoint."""
    text = fold(message.lower())
    forms = {
        "serverless": r"\bserverless|\bbezserwer",
        "async": r"\basync|\basynchron",
        "real-time": r"\breal.?time|\bczasie rzeczywist",
    }
    return next((kind for kind, form in forms.items() if re.search(form, text)), None)


def read_memory(message: str) -> int | None:
    """Memory of a serverless endpoint in MB: "4 GB", "2048 MB"."""
    text = fold(message.lower())
    found = (
        re.search(r"(?<![\w.])(\d{1,4})\s*(gb|mb|gi|mi)\b", text)
        if "serverless" in text or "pamiec" in text or "memory" in text
        else None
    )
    if not found:
        return None
    return int(found[1]) * (1024 if found[2].startswith("g") else 1)


def read_bucket(message: str) -> str | None:
    """The bucket: of an address, or by name."""
    address = re.search(r"s3://([\w.-]+)", message)
    named = re.search(
        r"\b(?:bucket\w*|buckec\w*|kubel\w*)\s+(?:s3 |named |called |o nazwie )*[\"'`„]?([a-z0-9][\w-]*-[\w-]*[a-z0-9])",
        fold(message.lower()),
    )
    return address[1] if address else named[1] if named else None


def read_address(message: str) -> str | None:
    """Data in S3 that is not a model's archive."""
    found = [url for url in re.findall(r"s3://[\w./=-]*[\w/=-]", message) if not url.endswith(".tar.gz")]
    return found[0] if found else None


def read_output(message: str) -> str | None:
    """The second address: where results go."""
    found = [url for url in re.findall(r"s3://[\w./=-]*[\w/=-]", message) if not url.endswith(".tar.gz")]
    return found[1] if len(found) > 1 else None


def read_model_data(message: str) -> str | None:
    """A model's archive in S3."""
    found = re.search(r"s3://[\w./=-]+\.tar\.gz", message)
    return found.group() if found else None
