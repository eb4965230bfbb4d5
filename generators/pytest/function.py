"""The tests of one function: its import, its arguments and what it does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.pytest import Options

_FRAMES = ("df", "frame", "data", "dataset", "dataframe", "table", "x", "features", "raw", "rows")
_TEXTS = ("text", "texts", "s", "string", "name", "sentence", "word", "line", "tekst")
# Values for arguments whose names say what they want; others are left to their defaults.
_VALUES = {
    "columns": '["amount"]',
    "cols": '["amount"]',
    "features": '["amount"]',
    "column": '"amount"',
    "col": '"amount"',
    "target": '"target"',
    "target_column": '"target"',
    "seed": "7",
    "random_state": "7",
    "test_size": "0.25",
    "threshold": "0.5",
}
TEXT_BEHAVIOURS = ("strips-text", "lowercases-text")


@dataclass(frozen=True)
class Subject:
    """A function under test, as the template needs it."""

    name: str
    module: str
    on_text: bool
    rest: str

    def call(self, value: str) -> str:
        """The function called with this first argument."""
        return f"{self.name}({value}{self.rest})"


def subject(options: "Options") -> Subject:
    """What is known of the function."""
    name = options.function or "clean_data"
    first, *others = options.arguments or ("df",)
    asked = set(options.behaviours)
    on_text = first.lower() in _TEXTS or (
        bool(asked) and asked <= {*TEXT_BEHAVIOURS, "deterministic"} and first.lower() not in _FRAMES
    )
    rest = "".join(f", {other}={_VALUES[other]}" for other in others if other in _VALUES)
    return Subject(name, module_name(options.module), on_text, rest)


def module_name(path: str) -> str:
    """src/clean.py as Python imports it: src.clean."""
    return path.removeprefix("./").removesuffix(".py").replace("/", ".")


def test_file(options: "Options") -> str:
    """Where the tests of the function stand."""
    folder = options.folder.removeprefix("./").rstrip("/")
    name = (options.function or "clean_data").lower().strip("_")
    return f"{folder}/test_{name or 'function'}.py"
