"""The folder is the registry: every module in generators/ but the rooms of the frame is a kind of file."""

import importlib
import pkgutil
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from errors import BadInput
from generators.frame.options import Files, GeneratorOptions
from generators.frame.why import Why

_FOLDER = Path(__file__).parents[1]
_NOT_KINDS = {"checks", "frame"}


@dataclass(frozen=True)
class Generator:
    """One kind of file: `kind` is its name at every door (`github-actions`), `cues` how people call it in both languages."""

    kind: str
    module: ModuleType

    @property
    def summary(self) -> str:
        """Its help line in English."""
        return (self.module.__doc__ or "").strip().split("\n")[0]

    @property
    def summary_pl(self) -> str:
        """Its help line in Polish."""
        text: str = self.module.POLISH
        return text

    @property
    def cues(self) -> tuple[str, ...]:
        """The words by which a request means this kind: folded, lower case, `*` for any ending."""
        cues: tuple[str, ...] = self.module.CUES
        return cues

    @property
    def about(self) -> tuple[str, ...]:
        """Weaker names, which mean this kind only in a request that names no file at all."""
        about: tuple[str, ...] = self.module.ABOUT
        return about

    @property
    def covers(self) -> tuple[str, ...]:
        """Kinds whose names are among its contents: "a Helm chart with a Deployment" wants no manifests beside it."""
        covers: tuple[str, ...] = getattr(self.module, "COVERS", ())
        return covers

    @property
    def options(self) -> type[GeneratorOptions]:
        """What can be varied."""
        options: type[GeneratorOptions] = self.module.Options
        return options

    @property
    def whys(self) -> Sequence[Why]:
        """The reasons of its lines."""
        whys: Sequence[Why] = self.module.WHY
        return whys

    def render(self, options: GeneratorOptions) -> Files:
        """The files, by path; the same options give the same files."""
        files: Files = self.module.render(options)
        return files


@cache
def names() -> tuple[str, ...]:
    """All kinds, by name."""
    modules = (module.name for module in pkgutil.iter_modules([str(_FOLDER)]))
    return tuple(sorted(name.replace("_", "-") for name in modules if name not in _NOT_KINDS))


@cache
def load(kind: str) -> Generator:
    """One kind.

    Raises:
        BadInput: there is none of that name.
    """
    name = re.sub(r"[\s_]+", "-", kind.strip().lower())
    if name not in names():
        raise BadInput(f"No generator is called {kind!r}. Choose one of: {', '.join(names())}.")
    return Generator(name, importlib.import_module(f"generators.{name.replace('-', '_')}"))
