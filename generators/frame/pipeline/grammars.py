"""The kinds of text that pipelines need besides those of every file."""

from typing import Annotated

from pydantic import AfterValidator

from generators.frame import values
from generators.frame.grammar import Grammar


def _tidied(path: str) -> str:
    # `./src/` and `src` are one place; patterns of paths know only the second.
    return path.removeprefix("./").rstrip("/") or path


Place = Annotated[values.Path, AfterValidator(_tidied)]

GitPattern = Annotated[
    str,
    Grammar(
        r"(?!.*(?:\.\.|//|/\.|\.lock$))[A-Za-z0-9*](?:[A-Za-z0-9._/*-]*[A-Za-z0-9*])?",
        "must be the name of a branch or tag, in which * stands for anything, such as main, release/* or v*",
        "musi być nazwą gałęzi lub znacznika, w której * zastępuje cokolwiek, na przykład main, release/* lub v*",
        longest=100,
    ),
]
PathPattern = Annotated[
    str,
    Grammar(
        r"(?!.*(?:^|/)\.\.(?:/|$))[A-Za-z0-9_.*][A-Za-z0-9_.*-]*(?:/[A-Za-z0-9_.*][A-Za-z0-9_.*-]*)*/?",
        "must be a relative path, in which * stands for anything, such as training/**, src/*.py or params.yaml",
        "musi być ścieżką względną, w której * zastępuje cokolwiek, na przykład training/**, src/*.py lub params.yaml",
        longest=200,
    ),
]
Title = Annotated[
    str,
    Grammar(
        # Letters of any language; no character by which YAML, an expression or a shell would notice it.
        r"[^\W_](?:[\w ./-]*\w)?",
        "must be a title of letters, digits, spaces, dots, hyphens and slashes",
        "musi być tytułem z liter, cyfr, spacji, kropek, myślników i ukośników",
        longest=80,
    ),
]
Service = Annotated[
    str,
    Grammar(
        r"(?:postgres|redis|mysql|mongo|rabbitmq)(?::\d[A-Za-z0-9.-]{0,30})?",
        "must be postgres, redis, mysql, mongo or rabbitmq, with or without a version, such as postgres:15",
        "musi być jedną z usług postgres, redis, mysql, mongo, rabbitmq, z wersją lub bez, na przykład postgres:15",
    ),
]
CredentialId = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9][A-Za-z0-9._-]*",
        "must be the id of a credential: letters, digits, dots, hyphens and underscores",
        "musi być identyfikatorem poświadczenia: litery, cyfry, kropki, myślniki i podkreślenia",
        longest=100,
    ),
]
Channel = Annotated[
    str,
    Grammar(
        r"#?[a-z0-9][a-z0-9._-]*",
        "must be a channel such as #ml-alerts",
        "musi być kanałem, na przykład #ml-alerty",
        find=r"(?<![\w&])#[a-z][\w-]*",
        longest=80,
    ),
]
RoleArn = Annotated[
    str,
    Grammar(
        r"arn:aws[a-z-]*:iam::\d{12}:role/[A-Za-z0-9+=,.@_/-]+",
        "must be the ARN of an IAM role, such as arn:aws:iam::123456789012:role/ci",
        "musi być ARN-em roli IAM, na przykład arn:aws:iam::123456789012:role/ci",
        find=r"arn:aws[a-z-]*:iam::\d+:role/[\w+=,.@/-]*[\w]",
    ),
]
