"""Container images in a message, and the names that they suggest."""

import re
from collections.abc import Iterator

from generators.frame.saying import low
from generators.kubernetes.reading.names import QUOTED_VALUE, same, value

_TAGGED = re.compile(
    r"(?<![\w./:@-])((?:[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{2,5})?/)?[a-z0-9]+(?:[._/-][a-z0-9]+)*"
    r"(?::[A-Za-z0-9_](?:[\w.-]*\w)?|@sha256:[0-9a-f]{64}))(?![\w/:])"
)
_HOSTED = re.compile(r"(?<![\w./:@-])((?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{2,5})?/[a-z0-9][\w./-]*\w)(?![\w/:=-])")
_CUE = re.compile(
    r"\b(?:image|obraz\w*|kontener\w*|container)\s*(?:[:=]|is|to|na|jest)?\s*"
    + rf"(?:{QUOTED_VALUE}|(?P<token>[^\s,;()<>\"'`„”“’‘«»]+))",
    re.S,
)
# "port:8000" and "namespace:ml" have a colon as well.
_KEYS = set(
    "port ports replicas repliki replik namespace name cpu memory limit limits requests gpu env s3 gs http https hdfs pvc host path"
    " label labels type kind min max schedule secret localhost model uri node class".split()
)
_GENERIC = {
    "api",
    "app",
    "server",
    "service",
    "web",
    "model",
    "train",
    "trainer",
    "training",
    "worker",
    "job",
    "image",
    "main",
    "backend",
    "serving",
}


def image(text: str) -> str | None:
    """The container image."""
    return next(iter(images(text)), None)


def images(text: str) -> list[str]:
    """All of them: what stands after the word, what has a tag, and what has a registry's host before it."""
    hosted = (match[1] for match in _HOSTED.finditer(text) if not _is_link(text, match.start()))
    return list(dict.fromkeys([*_after_cue(text), *_tagged(text), *hosted]))


def _after_cue(text: str) -> Iterator[str]:
    for match in _CUE.finditer(low(text)):
        said = value(same(match, text))
        if match["quoted"] or re.search(r"[a-z0-9]/[a-z0-9]|[a-z0-9]:\w", said):
            yield said


def _tagged(text: str) -> Iterator[str]:
    for match in _TAGGED.finditer(text):
        repository, _, tag = match[1].partition(":")
        is_image = "/" in repository or "@" in match[1] or bool(re.match(r"v?\d|latest$", tag))
        if is_image and re.search(r"[a-z]", repository) and repository not in _KEYS and not _is_link(text, match.start()):
            yield match[1]


def _is_link(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start] == "://"


def name_of_image(image: str) -> str | None:
    """A workload's name after its image: `registry/reco/scoring:2` is scoring, `registry/reco/api:2` is reco-api."""
    path = re.sub(r"(?:@sha256:\w+|:[\w.-]+)$", "", image)
    parts = [re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in path.split("/")]
    parts = parts if len(parts) == 1 or not re.search(r"[.:]", path.split("/")[0]) else parts[1:]
    told = "-".join(parts[-2:]) if parts[-1] in _GENERIC else parts[-1]
    return told if re.fullmatch(r"[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?", told) else None
