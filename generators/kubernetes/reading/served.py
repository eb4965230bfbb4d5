"""Served models in a message: their name, replicas and share of the traffic."""

import re

from generators.frame.saying import low
from generators.kubernetes.reading import images, names, numbers

_NAMED = re.compile(
    r"\b(?:inferenceservice\w*|inference service|isvc|seldondeployment\w*|seldon deployment\w*|kserve"
    r"|seldon\w*)\s+(?:for\s+|dla\s+|of\s+)?(?:the\s+|our\s+|modelu\s+|model\s+)?"
    r"[\"'`]?(?P<token>[a-z][a-z0-9-]*[a-z0-9])[\"'`]?"
)
_TOO_COMMON = set(
    "with for from z ze w na dla i and to do the model modelu serving service inferenceservice kserve seldon core "
    "deployment sklearn scikit-learn"
    " xgboost lightgbm mlflow tensorflow pytorch onnx triton huggingface yaml manifest canary kanarek named called o "
    "nazwie on in using that"
    " which ktory rawdeployment serverless knative raw standard v1 v2 pipeline experiment eksperyment ab test abtest "
    "shadow mirror cien canary seldonem loading serwujacy serwujaca obsluguje predictor single two dwa".split()
)
_CANARY = r"canar\w*|kanar\w*|traffic|ruch\w*|nowej wersji|new version"


def name(text: str) -> str | None:
    """The name: told outright, or after the kind of resource."""
    told = names.name(text)
    if told:
        return told
    for found in _NAMED.finditer(low(text)):
        if found["token"] not in _TOO_COMMON:
            return found["token"]
    return None


def least(text: str) -> int | None:
    """The fewest replicas; a bare number of replicas is both bounds."""
    if re.search(r"(?:scale|scaling|skal\w*)[\w\s-]{0,12}(?:to|do) (?:zero|zera|0)\b", low(text)):
        return 0
    told = numbers.least(text)
    return told if told is not None or numbers.most(text) is not None else numbers.replicas(text)


def most(text: str) -> int | None:
    """The most replicas."""
    told = numbers.most(text)
    return told if told is not None or numbers.least(text) is not None else numbers.replicas(text)


def canary(text: str) -> int | None:
    """The share of a canary: "10% of the traffic", "kanarek 20%"."""
    lowered = low(text)
    found = re.search(
        rf"(\d{{1,3}})\s*(?:%|procent\w*|percent)[^.;\n]{{0,30}}?(?:{_CANARY})"
        rf"|(?:{_CANARY})[^\d.;\n]{{0,40}}?(\d{{1,3}})\s*(?:%|procent|percent)",
        lowered,
    )
    found = found or re.search(r"canarytrafficpercent\s*[:=]?\s*()(\d+)", lowered)
    return int(found[1] or found[2]) if found else None


def name_of_uri(uri: str) -> str | None:
    """A model's name after the folder that it lies in: `s3://models/churn/4` is churn."""
    parts = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in uri.partition("://")[2].split("/")]
    telling = [
        part for part in parts[1:] if not re.fullmatch(r"v?[\d-]*|model|models|artifacts?|latest|prod\w*|[0-9a-f]{3,}", part)
    ]
    told = telling[-1][:40].rstrip("-") if telling else ""
    return told if re.fullmatch(r"[a-z](?:[a-z0-9-]*[a-z0-9])?", told) else None


_TRANSFORMER = re.compile(r"(?i)\b(?:transformer\w*(?! server)|preprocess\w*)\b(.*)", re.S)


def transformer(text: str) -> str | None:
    """The image after the word transformer."""
    found = _TRANSFORMER.search(text)
    return images.image(found[1]) if found else None


def own_image(text: str) -> str | None:
    """The image that serves the model, which the transformer's is not."""
    other = transformer(text)
    return next((one for one in images.images(text) if one != other), None)


def protocol(text: str) -> str | None:
    """The protocol of requests, where the word stands beside it."""
    lowered = low(text)
    if re.search(r"open inference|kfserving v2|v2 inference", lowered):
        return "v2"
    found = re.search(
        r"\bprot[ok]\w*\s*(?:version|wersj\w+|[:=]|to|is)?\s*[\"'`]?(v1|v2|seldon|tensorflow)\b|\b(v1|v2|seldon"
        r"|tensorflow) protoc\w*",
        lowered,
    )
    return (found[1] or found[2]) if found else None
