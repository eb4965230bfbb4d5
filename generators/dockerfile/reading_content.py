"""What a request says about the content of an image: folders, models, variables, and what stays out."""

import re

from generators.frame.saying import low, says

_COPY = re.compile(
    r"\b(?:only copy|copy only|copy|copies|(?:s|prze)?kopiuj\w*|skopiuje)\s+"
    r"(?:tylko |only |just |folder\w* |katalog\w* |the |pliki? )*((?:[\w./-]+/?(?:\s*,\s*|\s+(?:and|i|oraz)\s+)?)+)"
)
_FOLDER = re.compile(
    r"[A-Za-z_][\w-]*(?:/[\w-]+)*/|[A-Za-z_][\w-]*(?:/[\w-]+)+|(?:src|app|configs?|models?|scripts?|templates|static|conf|lib|pkg)"
    r"|[\w/-]+\.(?:py|ya?ml|json|toml)"
)


def folders(text: str) -> list[str] | None:
    """What is copied: "copy only src/ and configs/"."""
    found = _COPY.search(text)
    if not found:
        return None
    words = [word.strip(".") for word in re.split(r"[\s,]+", found[1])]
    return [word for word in words if word not in ("and", "i", "oraz") and _FOLDER.fullmatch(word)] or None


_MODEL = re.compile(
    r"(?<![\w/:.@-])((?:[\w-]+/)*[\w.-]*\w\.(?:pkl|pickle|joblib|onnx|pth?|h5|keras|safetensors|ubj|cbm|gguf|bin|mlmodel))(?![\w/])"
)


def model(text: str) -> str | None:
    """A model file by its ending, when it is to be in the image."""
    found = _MODEL.search(text)
    return found[1] if found and not re.search(r"=\S*$", text[: found.start()]) else None


_IGNORING = re.compile(r"\b(?:dockerignore\w*|ignor\w*|exclud\w*|wyklucz\w*|pomij\w*|pomin\w*)\b([^.;]*(?:\.[\w][^.;]*)*)")
_IGNORED = re.compile(
    r"(?<![\w/.*-])(\.[a-z][\w-]*/?|[\w*.-]*\*[\w*./-]*|(?:[\w-]+/)+|data|notebooks?|tests?|models?|docs|mlruns|node_modules)(?![\w/*-])"
)
_ALWAYS_IGNORED = frozenset(
    ".git .git/ .github .venv .venv/ .env .dockerignore __pycache__/ data notebooks tests models mlruns"
    " data/ notebooks/ tests/ models/ mlruns/".split()
)


def ignored(text: str) -> list[str] | None:
    """What is to stay out besides the usual."""
    found = _IGNORING.search(low(text))
    if not found:
        return None
    stretch = text[found.start(1) : found.end(1)]
    return [name for name in dict.fromkeys(_IGNORED.findall(stretch)) if name not in _ALWAYS_IGNORED and len(name) > 1] or None


_VARIABLES = re.compile(
    r"(?<![\w$-])([A-Z][A-Z0-9_]+)\s?=\s?(?:\"([^\"\n]*)\"|'([^'\n]*)'|`([^`\n]*)`|([^\s,;\"'`]*[^\s,;.\"'`)]))"
)
_SECRET = re.compile(r"PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIAL")


def environment(text: str) -> dict[str, str] | None:
    """Variables with their values: MODEL_PATH=/models/model.pkl."""
    return {
        match[1]: next((part for part in match.groups()[1:] if part is not None), "") for match in _VARIABLES.finditer(text)
    } or None


def is_secret(name: str) -> bool:
    """Whether a variable's name says that its value is nobody's business."""
    return bool(_SECRET.search(name)) and not name.endswith(("_FILE", "_PATH", "_NAME", "_ID", "_URL"))


def private_index(text: str) -> bool | None:
    """Whether packages come from an index of one's own."""
    return says(
        r"private (?:\w+ )?(?:index|pypi|registry|repo\w*)|prywatn\w* (?:\w+ )?(?:indeks\w*|pypi|repozytori\w*)|extra-index-url"
        r"|build secrets?|nexus\w*|artifactory|codeartifact",
        text,
    )
