"""Quantities of CPU, memory and storage, as Kubernetes reads them: `512MB` and `2 Gi` are none."""

import re
from decimal import Decimal
from typing import Any

_FORM = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d+)?")
_SCALE = {
    "n": Decimal("1e-9"), "u": Decimal("1e-6"), "m": Decimal("1e-3"), "": Decimal(1),
    "k": Decimal("1e3"), "M": Decimal("1e6"), "G": Decimal("1e9"), "T": Decimal("1e12"), "P": Decimal("1e15"), "E": Decimal("1e18"),
    "Ki": Decimal(2**10), "Mi": Decimal(2**20), "Gi": Decimal(2**30), "Ti": Decimal(2**40), "Pi": Decimal(2**50),
    "Ei": Decimal(2**60),
}  # fmt: skip


def amount(value: Any) -> Decimal | None:
    """How much a quantity is, None when it is none."""
    match = _FORM.fullmatch(str(value)) if not isinstance(value, bool) else None
    if match is None:
        return None
    number, unit = Decimal(match[1]), match[2] or ""
    return number * (_SCALE[unit] if unit in _SCALE else Decimal(f"1{unit}"))
