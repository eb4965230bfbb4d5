"""Lists that must not be empty.

Pydantic's own `min_length` counts only items that are valid, so a wrong item would also be called a missing one.
"""

from typing import Any

from pydantic import AfterValidator

from generators.frame.grammar import refusal


def _not_empty(items: Any) -> Any:
    if not items:
        raise refusal("must name at least one", "musi wymieniać co najmniej jedną pozycję")
    return items


Some = AfterValidator(_not_empty)
