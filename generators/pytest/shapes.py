"""Options that have parts of their own: examples, limits and ranges."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generators.pytest.grammars import Column, Literals, Raised


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Case(_Part):
    """Arguments of a function and what it gives back for them."""

    arguments: Literals
    expected: Literals


class Refused(_Part):
    """Arguments that a function refuses, and the error that it raises."""

    arguments: Literals
    error: Raised = "ValueError"


class Threshold(_Part):
    """The limit of a metric."""

    metric: Column
    side: Literal["at-least", "at-most"] = "at-least"
    value: float = Field(ge=-1_000_000, le=1_000_000)


class Range(_Part):
    """The smallest and the largest value of a column; None leaves a side open."""

    low: float | None = Field(default=None, ge=-1_000_000_000, le=1_000_000_000)
    high: float | None = Field(default=None, ge=-1_000_000_000, le=1_000_000_000)
