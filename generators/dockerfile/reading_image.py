"""What a request says about the image below the program: base, GPU, system packages, stages."""

import re

from generators.frame import version
from generators.frame.saying import low, says


def gpu(text: str) -> bool | None:
    """Whether a GPU is wanted; "CPU only" refuses it."""
    if says(r"cpu[ -]only|only (?:on )?(?:the )?cpu|tylko (?:na )?cpu", text):
        return False
    return says(r"gpu|gpus|cuda[\d.]*|nvidia|kart\w* graficzn\w*", text)


def cuda(text: str) -> str | None:
    """The CUDA version that was named; another than the known ones is refused by its option."""
    found = re.search(r"\bcuda\w*[ :=-]*(?:w wersji |version |wersja |runtime )?(\d{1,2}\.\d)", low(text))
    return found[1] if found else None


_IMAGE = r"((?:[a-z0-9][\w.-]*(?::\d+)?/)*[a-z0-9][\w.-]*:[\w][\w.-]*\w|(?:[a-z0-9][\w.-]*/)+[a-z0-9][\w.-]*)"
_BASE = re.compile(
    r"\b(?:base(?: image)?|obraz\w* bazow\w*|bazow\w* obraz\w*|baza|based on|na bazie|oparty\w* na|start(?:ing)? from|from)"
    rf"\s*[:=]?\s*(?:the |image |obrazu? |on |is |to |na |of )*[\"'`]?{_IMAGE}"
)
_KNOWN_BASE = re.compile(
    r"(?<![\w./-])((?:python|ubuntu|debian|nvidia/cuda|pytorch/pytorch|tensorflow/tensorflow|nvcr\.io/[\w./-]+|quay\.io/jupyter/[\w-]+"
    r"|jupyter/[\w-]+|mambaorg/micromamba|continuumio/miniconda3|condaforge/[\w-]+):[\w.-]*\w)"
)
_VARIANTS = r"alpine\w*|trixie|bookworm|bullseye"


def base(text: str) -> str | None:
    """The base image: by name, or as a variant of Python's ("bookworm", "alpine")."""
    lowered = low(text)
    found = _BASE.search(lowered) or _KNOWN_BASE.search(lowered)
    if found and not found[1].endswith((".py", ".txt", ".yml", ".toml")):
        return found[1]
    variant = re.search(rf"\b(?:{_VARIANTS})\b", lowered)
    if not variant or not says(_VARIANTS, text):
        return None
    asked = re.search(r"\b(?:python|py)[ :]*(3\.\d{1,2})", lowered)
    name = "alpine" if variant[0].startswith("alpine") else f"slim-{variant[0]}"
    return f"python:{asked[1] if asked else version('python')}-{name}"


_SYSTEM = re.compile(
    r"(?<![\w./-])(lib[a-z][a-z0-9.+-]*[a-z0-9+]|ffmpeg|tesseract-ocr(?:-[a-z]{3})?|poppler-utils|graphviz|build-essential|gcc|g\+\+|cmake|curl|wget"
    r"|git-lfs|openjdk-\d+-jre(?:-headless)?|default-jre(?:-headless)?|unixodbc(?:-dev)?|gdal-bin|sox|ca-certificates|postgresql-client"
    r"|[a-z][a-z0-9]+-dev)(?![\w/+])(?!\.(?:py|txt))"
)
_APT = re.compile(
    r"\b(?:apt(?:-get)?(?: install)?|system packages?|pakiet\w* systemow\w*|pakiet\w* debian\w*|debian packages?|apk add)"
    r"\s*[:=]?\s*((?:[a-z0-9][a-z0-9.+-]*(?:\s*,\s*|\s+(?:and|i|oraz)\s+|\s+|$))+)"
)
_NO_PACKAGES = frozenset(
    "and i oraz z with the a for dla w in na do to via install zainstaluj packages pakiety port python libraries library".split()
)


def system_packages(text: str) -> list[str] | None:
    """System packages: known by their names, or listed after "apt"."""
    lowered = low(text)
    known = [match[1] for match in _SYSTEM.finditer(lowered) if match[1] not in _NO_PACKAGES and not _is_tool_use(lowered, match)]
    listed = _APT.search(lowered)
    for name in re.split(r"[\s,]+", listed[1]) if listed else ():
        if name in _NO_PACKAGES and name not in ("and", "i", "oraz", "install", "zainstaluj", "packages", "pakiety"):
            break
        if name and name not in _NO_PACKAGES:
            known.append(name.rstrip("."))
    return list(dict.fromkeys(known)) or None


def _is_tool_use(lowered: str, match: re.Match[str]) -> bool:
    """ "A health check with curl" tells how to check, not what to install."""
    return match[1] in ("curl", "wget") and bool(re.search(r"health\w*[^.;,]{0,30}$", lowered[: match.start()]))


def multi_stage(text: str) -> bool | None:
    """Whether to install in a stage of its own."""
    if says(r"single[ -]stage|one stage|jednoetapow\w*|jeden etap|jednym etapie", text):
        return False
    return says(r"multi[ -]?stage\w*|wieloetapow\w*|wielostopniow\w*|two[ -]stage\w*|dwuetapow\w*|kilka etapow", text)
