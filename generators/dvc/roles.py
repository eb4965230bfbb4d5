"""What a stage does, by its name."""

import re

_ROLES = {
    "download": ("download", "fetch", "get", "extract", "ingest", "load", "collect", "import", "pull"),
    "train": ("train", "fit", "tune"),
    "evaluate": ("eval", "test", "score", "report", "metric", "measure"),
    "prepare": ("prep", "clean", "split", "process", "transform", "validate", "feature", "featurize"),
    "release": ("deploy", "register", "publish", "promote", "package", "export", "convert", "push"),
}


def role_of(name: str) -> str:
    """download, prepare, train, evaluate, release or other."""
    words = re.split(r"[-_]", name.lower())
    return next((role for role, starts in _ROLES.items() if any(word.startswith(starts) for word in words)), "other")
