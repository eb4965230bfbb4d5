"""Kinds of values that only Kubernetes has."""

from typing import Annotated

from generators.frame import Grammar

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?"

LabelKey = Annotated[
    str,
    Grammar(
        rf"(?:{_LABEL}(?:\.{_LABEL}){{0,4}}/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{{0,61}}[A-Za-z0-9])?",
        "must be a label's key such as team or example.com/team",
        "musi być kluczem etykiety, na przykład team lub example.com/team",
        longest=250,
    ),
]
LabelValue = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?",
        "must be a label's value: letters, digits, dots, hyphens and underscores, at most 63 characters",
        "musi być wartością etykiety: litery, cyfry, kropki, myślniki i podkreślenia, do 63 znaków",
        longest=63,
    ),
]
SecretKey = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9_][A-Za-z0-9_.-]*",
        "must be a key of a Secret: letters, digits, hyphens, underscores and dots",
        "musi być kluczem Secretu: litery, cyfry, myślniki, podkreślenia i kropki",
        longest=120,
    ),
]
RoleArn = Annotated[
    str,
    Grammar(
        r"arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role/[A-Za-z0-9+=,.@_/-]+",
        "must be the ARN of an IAM role, such as arn:aws:iam::123456789012:role/models-reader",
        "musi być ARN-em roli IAM, na przykład arn:aws:iam::123456789012:role/models-reader",
        find=r"arn:aws[\w-]*:iam::\d+:role/[\w+=,.@/-]*\w",
        longest=200,
    ),
]
# Registries (models:/churn/1) are found as well, to be refused instead of overlooked: no server loads from them.
MODEL_URI = r"(?:s3|gs|hdfs|pvc|abfs|hf|oci|models|file|azure|wasbs)://?[^\s\"'`,;)]*[\w/]"
ModelUri = Annotated[
    str,
    Grammar(
        r"(?:s3|gs|hdfs|pvc|https?|abfs|hf|oci)://[A-Za-z0-9][A-Za-z0-9._-]*(?::\d{2,5})?(?:/[A-Za-z0-9._=-]+)*/?",
        "must be the address of a stored model, such as s3://models/churn/1, gs://models/churn or pvc://claim/churn",
        "musi być adresem zapisanego modelu, na przykład s3://modele/churn/1, gs://modele/churn lub pvc://claim/churn",
        find=MODEL_URI,
        longest=250,
    ),
]
# Hundreds of names in one label are possible and helpful to nobody; objects get suffixes, and 63 is the end.
WorkloadName = Annotated[
    str,
    Grammar(
        r"[a-z](?:[a-z0-9-]*[a-z0-9])?",
        "must be a DNS label (RFC 1123): at most 40 lower-case letters, digits and hyphens, starting with a letter and not ending "
        "with a hyphen",
        "musi być etykietą DNS (RFC 1123): najwyżej 40 małych liter, cyfr i myślników, z literą na początku i bez myślnika "
        "na końcu",
        longest=40,
    ),
]
