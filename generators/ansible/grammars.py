"""The kinds of text that playbooks need: machines with ranges, groups, users, files to copy."""

import re
from typing import Annotated

from pydantic import AfterValidator

from generators.frame import Grammar, refusal


def _check_ranges(machine: str) -> str:
    for first, last in re.findall(r"\[(\d+):(\d+)\]", machine):
        if int(first) > int(last) or (first[0] == "0" and len(first) != len(last)):
            raise refusal(
                f"has the impossible range [{first}:{last}]: it must rise, and keep its leading zeros",
                f"ma niemożliwy zakres [{first}:{last}]: musi rosnąć i zachować zera na początku",
            )
    return machine


Machine = Annotated[
    str,
    AfterValidator(_check_ranges),
    Grammar(
        r"[a-z0-9](?:[a-z0-9.-]|\[\d{1,4}:\d{1,4}\])*(?:[a-z0-9]|\[\d{1,4}:\d{1,4}\])|[a-z0-9]",
        "must be a machine such as gpu-01.example.com, 10.0.0.5 or gpu-[01:08].example.com",
        "musi być maszyną, na przykład gpu-01.example.com, 10.0.0.5 lub gpu-[01:08].example.com",
        longest=120,
    ),
]
Group = Annotated[
    str,
    Grammar(
        r"(?!(?:all|ungrouped)$)[a-z][a-z0-9_]*",
        "must be the name of a group: lower-case letters, digits and underscores, not all or ungrouped",
        "musi być nazwą grupy: małe litery, cyfry i podkreślenia, nie all ani ungrouped",
        longest=63,
    ),
]
MoreMachines = Annotated[
    str,
    Grammar(
        r"(?!(?:all|ungrouped)=)[a-z][a-z0-9_]*=[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:,[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)*",
        "must be a group with its machines, such as web=web-1.example.com,web-2.example.com",
        "musi być grupą z maszynami, na przykład web=web-1.example.com,web-2.example.com",
    ),
]
UserName = Annotated[
    str,
    Grammar(
        r"[a-z_][a-z0-9_-]*",
        "must be the name of a Linux user: lower-case letters, digits, hyphens and underscores",
        "musi być nazwą użytkownika Linuksa: małe litery, cyfry, myślniki i podkreślenia",
        longest=32,
    ),
]
Unit = Annotated[
    str,
    Grammar(
        r"[a-z][a-z0-9_.-]*",
        "must be the name of a systemd service, such as mlflow",
        "musi być nazwą usługi systemd, na przykład mlflow",
        longest=60,
    ),
]
Entry = Annotated[
    str,
    Grammar(
        r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*:[A-Za-z_][A-Za-z0-9_]*",
        "must be a module with its application, such as app.main:app",
        "musi być modułem z aplikacją, na przykład app.main:app",
        find=r"(?<![\w/:.@-])[a-z_]\w*(?:\.[a-z_]\w*)*:(?:app|application|api|server|create_app)\b",
        longest=100,
    ),
]
Command = Annotated[
    str,
    Grammar(
        # No braces, which Ansible would fill, and no per cent sign, which ends the line in a crontab.
        r"[A-Za-z0-9_./][A-Za-z0-9_./:=@,+ -]*",
        "must be a command of letters, digits, spaces and _ . / : = @ , + -",
        "musi być poleceniem z liter, cyfr, spacji i znaków _ . / : = @ , + -",
        longest=200,
    ),
]
