"""A plugin of pytest that stands in for modules of the user, so that tests can be collected without them.

It is copied beside the tests, with a list of those modules, and runs there by itself, so it imports nothing of this project.
"""

import importlib.abc
import importlib.machinery
import sys
import types
from pathlib import Path
from typing import Any

_STRANGERS = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())


class _Anything:
    """Whatever a test imports from such a module."""

    def __getattr__(self, name: str) -> "_Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything()

    def __call__(self, *arguments: object, **options: object) -> "_Anything":
        return _Anything()


class _Module(types.ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything()


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        if fullname.partition(".")[0] in _STRANGERS:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Nothing to run."""


sys.meta_path.insert(0, _Finder())
