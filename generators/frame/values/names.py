"""Names of things: services, functions, branches, variables."""

from typing import Annotated

from generators.frame.grammar import Grammar

DnsLabel = Annotated[
    str,
    Grammar(
        r"[a-z](?:[a-z0-9-]*[a-z0-9])?",  # a leading digit is a valid label but not a valid Service name (RFC 1035)
        "must be a DNS label (RFC 1123): 1-63 lower-case letters, digits and hyphens, starting with a letter and not ending "
        "with a hyphen",
        "musi być etykietą DNS (RFC 1123): 1-63 małe litery, cyfry i myślniki, z literą na początku i bez myślnika na końcu",
        longest=63,
    ),
]
Identifier = Annotated[
    str,
    Grammar(
        # Keywords of Python are refused where they would be used as a name, in identifier.py of the kinds that need it.
        r"[a-z_][a-z0-9_]*",
        "must be a name of lower-case letters, digits and underscores that starts with a letter",
        "musi być nazwą z małych liter, cyfr i podkreśleń, zaczynającą się od litery",
        longest=63,
    ),
]
Name = Annotated[
    str,
    Grammar(
        r"[A-Za-z][A-Za-z0-9_-]*",
        "must be a name of letters, digits, hyphens and underscores that starts with a letter",
        "musi być nazwą z liter, cyfr, myślników i podkreśleń, zaczynającą się od litery",
        longest=63,
    ),
]
Version = Annotated[
    str,
    Grammar(
        r"v?\d+(?:\.\d+){0,3}(?:[-+.]?[A-Za-z0-9][A-Za-z0-9.-]*)?",
        "must be a version such as 1.4.0",
        "musi być wersją, na przykład 1.4.0",
        longest=40,
    ),
]
GitRef = Annotated[
    str,
    Grammar(
        r"(?!.*(?:\.\.|//|/\.|\.lock$))[A-Za-z0-9][A-Za-z0-9._/-]*[A-Za-z0-9]|[A-Za-z0-9]",
        "must be the name of a branch or tag, such as main or v1.4.0",
        "musi być nazwą gałęzi lub znacznika, na przykład main lub v1.4.0",
        longest=100,
    ),
]
Metric = Annotated[
    str,
    Grammar(
        r"[a-zA-Z_:][a-zA-Z0-9_:]*",
        "must be a Prometheus metric name: letters, digits, underscores and colons, not starting with a digit",
        "musi być nazwą metryki Prometheusa: litery, cyfry, podkreślenia i dwukropki, bez cyfry na początku",
        longest=120,
    ),
]
EnvName = Annotated[
    str,
    Grammar(
        r"_{0,3}[A-Z][A-Z0-9_]*",
        "must be the name of an environment variable, such as MODEL_PATH",
        "musi być nazwą zmiennej środowiskowej, na przykład MODEL_PATH",
        find=r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b",
        longest=100,
    ),
]
Text = Annotated[
    str,
    Grammar(
        # The printable characters of a single line. Whatever else they mean elsewhere, renderers quote them.
        r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*",
        "must be a single line of text without control characters, at most 200 characters",
        "musi być jednym wierszem tekstu bez znaków sterujących, do 200 znaków",
        longest=200,
    ),
]
PythonVersion = Annotated[
    str,
    Grammar(
        r"3\.(?:1[0-4])",
        "must be a supported Python: 3.10, 3.11, 3.12, 3.13 or 3.14",
        "musi być wspieraną wersją Pythona: 3.10, 3.11, 3.12, 3.13 lub 3.14",
        find=r"(?i)(?:\bpython|\bpy)[ :]*(?:w wersji |version |na |to |wersj\w+ )?(\d\.\d{1,2})(?!\d)",
    ),
]
DebianPackage = Annotated[
    str,
    Grammar(
        r"[a-z0-9][a-z0-9+.-]*[a-z0-9+]",
        "must be the name of a system package, such as libgomp1 or g++",
        "musi być nazwą pakietu systemowego, na przykład libgomp1 lub g++",
        longest=80,
    ),
]
ParameterName = Annotated[
    str,
    Grammar(
        r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?",
        "must be the name of a parameter, such as max_depth or train.max_depth",
        "musi być nazwą parametru, na przykład max_depth lub train.max_depth",
        longest=80,
    ),
]
KubernetesVersion = Annotated[
    str,
    Grammar(
        r"1\.(?:2[5-9]|3\d)",
        "must be a version of Kubernetes such as 1.34",
        "musi być wersją Kubernetesa, na przykład 1.34",
        longest=4,
    ),
]
CommandLine = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9_./-]+(?: [A-Za-z0-9_./:=@,+%-]+)*",
        "must be a program and its arguments without quotes, such as python worker.py --queue high",
        "musi być programem z argumentami bez cudzysłowów, na przykład python worker.py --queue high",
        longest=200,
    ),
]
