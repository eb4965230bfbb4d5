"""The test files."""

import ast
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from generators.frame import fill, python
from generators.pytest.function import module_name, subject

if TYPE_CHECKING:
    from generators.pytest import Options

_READERS = {
    ".parquet": "read_parquet",
    ".json": "read_json",
    ".feather": "read_feather",
    ".xlsx": "read_excel",
    ".pkl": "read_pickle",
}
_VALID: dict[str, Any] = {"int": 3, "float": 1.5, "str": "text", "bool": True, "list": [1.0, 2.0]}
_WRONG: dict[str, Any] = {"int": "three", "float": "much", "str": {"not": "a text"}, "bool": "perhaps", "list": "not a list"}


def function_tests(options: "Options") -> str:
    """Tests of one function."""
    return fill("pytest/test_function.py", options=options, subject=subject(options))


def data_tests(options: "Options") -> str:
    """Tests of a table."""
    path = options.data.removeprefix("./")
    allowed = {column: ", ".join(python(value) for value in literals(text)) for column, text in options.allowed.items()}
    shown = options.model_copy(update={"allowed": allowed, "columns": _columns(options)})
    return fill(
        "pytest/test_data.py",
        options=shown,
        data=path,
        reader=_READERS.get(PurePosixPath(path).suffix, "read_csv"),
        required=list(dict.fromkeys(options.required)),
        ranges=[(column, _bound(span.low, "-math.inf"), _bound(span.high, "math.inf")) for column, span in options.ranges.items()],
        up=_up(options),
    )


def metrics_tests(options: "Options") -> str:
    """The quality gate."""
    baseline = options.baseline.removeprefix("./") if options.baseline else None
    limits = {side: {one.metric: one.value for one in options.thresholds if one.side == side} for side in ("at-least", "at-most")}
    return fill(
        "pytest/test_metrics.py",
        options=options,
        metrics=options.metrics.removeprefix("./"),
        baseline=baseline,
        at_least=limits["at-least"],
        at_most=limits["at-most"],
        up=_up(options),
    )


def model_tests(options: "Options") -> str:
    """Tests of how a model behaves."""
    names = dict.fromkeys((*options.features, *options.increasing, *options.invariant))
    row = {name: options.features.get(name, 1.0) for name in names}
    return fill("pytest/test_model.py", options=options, model=options.model.removeprefix("./"), row=row, up=_up(options))


def api_tests(options: "Options") -> str:
    """Tests of a service."""
    valid = {name: _VALID[kind] for name, kind in options.fields.items()}
    wrong = {name: _WRONG[kind] for name, kind in options.fields.items()}
    return fill("pytest/test_api.py", options=options, module=module_name(options.service), valid=valid, wrong=wrong)


def conftest(options: "Options") -> str:
    """Fixtures for all tests."""
    return fill("pytest/conftest.py", options=options, module=module_name(options.service))


def literals(text: str) -> list[Any]:
    """Values as they are written in Python, separated by commas."""
    return list(ast.literal_eval(f"[{text}]"))


def _bound(value: float | None, without: str) -> str:
    return without if value is None else repr(int(value) if value.is_integer() else value)


def _up(options: "Options") -> int:
    """How many folders the project's root is above the tests."""
    return len(PurePosixPath(options.folder.removeprefix("./")).parts)


def _columns(options: "Options") -> tuple[str, ...]:
    """Every column that a rule speaks of has to be there."""
    return tuple(dict.fromkeys((*options.columns, *options.required, *options.unique, *options.ranges, *options.allowed)))
