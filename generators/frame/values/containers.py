"""Images, ports and resources of containers."""

from typing import Annotated

from pydantic import Field

from generators.frame.grammar import Grammar
from generators.frame.values.pieces import EDGE, HOST

Image = Annotated[
    str,
    Grammar(
        rf"(?:{HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*"
        r"(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?",
        "must be an image reference such as registry.example.com/team/api:1.4.0",
        "musi być nazwą obrazu, na przykład registry.example.com/zespol/api:1.4.0",
        # A letter before the first colon, or "1:30" would be one.
        find=rf"{EDGE}(?=[\w./-]*[a-z][\w./-]*:)(?:{HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-][a-z0-9]+)*"
        r"(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*:\w(?:[\w.-]*\w)?(?![\w/:])",
    ),
]
PinnedImage = Annotated[
    str,
    Grammar(
        rf"(?:{HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*"
        r"(?::(?!latest(?:@|$))[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}(?:@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})",
        "must be an image reference with its version, not latest, such as registry.example.com/ml/base:1.4.0",
        "musi być nazwą obrazu z wersją inną niż latest, na przykład registry.example.com/ml/base:1.4.0",
    ),
]
Repository = Annotated[
    str,
    Grammar(
        rf"(?:{HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*",
        "must be an image name without a tag, such as ghcr.io/acme/api",
        "musi być nazwą obrazu bez znacznika, na przykład ghcr.io/acme/api",
        find=rf"{EDGE}{HOST}(?::\d{{2,5}})?/[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*(?![\w/])",
    ),
]
ImageTag = Annotated[
    str,
    Grammar(
        r"v?\d{1,4}(?:\.\d{1,4}){0,3}(?:-[a-z0-9]+(?:[.-][a-z0-9]+)*)?",
        "must be a version as images are tagged, such as 16, 7-alpine or v3.1.0",
        "musi być wersją jak w znacznikach obrazów, na przykład 16, 7-alpine lub v3.1.0",
        longest=40,
    ),
]
Port = Annotated[int, Field(ge=1, le=65535)]
Memory = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,5}(?:Ki|Mi|Gi|Ti|k|M|G|T)",  # a bare number means bytes, and "512MB" or "512m" are the usual slips
        "must be a Kubernetes quantity of memory with its unit, such as 512Mi or 2Gi",
        "musi być ilością pamięci w zapisie Kubernetesa z jednostką, na przykład 512Mi lub 2Gi",
        find=r"(?<![\w.])\d+ ?(?:Ki|Mi|Gi|Ti|[KMGT]B?|[kmgt]b)(?!\w)",
        longest=8,
    ),
]
Cpu = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,5}m|(?:[1-9]\d{0,2}|0)(?:\.\d{1,3})?",
        "must be a Kubernetes quantity of CPU, such as 500m or 2",
        "musi być ilością CPU w zapisie Kubernetesa, na przykład 500m lub 2",
        find=r"(?<![\w.])\d+m(?!\w)",
        longest=8,
    ),
]
