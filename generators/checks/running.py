"""Running validators: side by side, each with its time limit, and a failure of its own is never a pass."""

import importlib
import pkgutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Thread
from types import ModuleType

from generators.checks.problem import Missing, Problem, Verdict

_LIMIT = 10.0  # seconds; the light ones take tenths
_LIMIT_HEAVY = 120.0


@cache
def validators() -> tuple[ModuleType, ...]:
    """All validator modules, by name; a module without `TOOL` is part of one."""
    folder = str(Path(__file__).parent)
    names = sorted(module.name for module in pkgutil.iter_modules([folder]))
    modules = (importlib.import_module(f"generators.checks.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "TOOL"))


@dataclass
class _Run:
    """One validator over the files it wants, in a thread that nobody waits for longer than its limit."""

    validator: ModuleType
    folder: Path
    paths: list[str]
    problems: list[Problem] = field(default_factory=list)
    version: str = ""
    trouble: str = "took longer than {limit:g} s"

    def start(self) -> Thread:
        thread = Thread(target=self._judge, daemon=True, name=self.validator.TOOL)
        thread.start()
        return thread

    def _judge(self) -> None:
        try:
            self.version = self.validator.version()
            self.problems = self.validator.check(self.folder, self.paths)
            self.trouble = ""
        except Missing as error:
            self.trouble = str(error)
        except Exception as error:  # noqa: BLE001 - a validator that crashes has not passed the file, and the others go on
            self.trouble = f"failed: {type(error).__name__}: {error}"

    def verdicts(self) -> dict[str, Verdict]:
        tool = self.validator.TOOL
        if self.trouble:
            detail = "not checked: " + self.trouble.format(limit=_limit(self.validator))
            return {path: Verdict(tool, self.version, None, detail) for path in self.paths}
        return {path: self._verdict(path) for path in self.paths}

    def _verdict(self, path: str) -> Verdict:
        mine = [problem for problem in self.problems if problem.path == path]
        detail = "\n".join(problem.message if problem.line is None else f"{problem.line}: {problem.message}" for problem in mine)
        return Verdict(self.validator.TOOL, self.version, not mine, detail, mine[0].line if mine else None)


def check_files(files: Mapping[str, str], *, heavy: bool = False) -> dict[str, tuple[Verdict, ...]]:
    """What all validators say of each file of a set, by path."""
    chosen = [one for one in validators() if (heavy or not one.HEAVY) and getattr(one, "applies", _always)(files)]
    wanted = {validator: [path for path, text in files.items() if validator.wants(path, text)] for validator in chosen}
    with tempfile.TemporaryDirectory(prefix="sternik-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write(files, folder)
        runs = [_Run(validator, folder, paths) for validator, paths in wanted.items() if paths]
        _finish(runs)
    found = [run.verdicts() for run in runs]
    return {path: tuple(verdicts[path] for verdicts in found if path in verdicts) for path in files}


def _always(files: Mapping[str, str]) -> bool:
    return True


def _finish(runs: Sequence[_Run]) -> None:
    threads = [run.start() for run in runs]
    for run, thread in zip(runs, threads, strict=True):
        thread.join(_limit(run.validator))


def _limit(validator: ModuleType) -> float:
    return _LIMIT_HEAVY if validator.HEAVY else _LIMIT


def _write(files: Mapping[str, str], folder: Path) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
