"""The official documentation of the tools: where it is, and how it comes into the library."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from errors import BadInput
from ingest import Page, Skipped, clone, walk
from knowledge.ingesting import IngestReport, Progress
from knowledge.library import Library


@dataclass(frozen=True)
class Site:
    """Where pages are read: `address`, the page's path without its ending, `ending`. Pages called `index` are their folder's."""

    address: str
    ending: str
    index: tuple[str, ...] = ()

    def url(self, path: str) -> str:
        """The address of the page at a path."""
        *folders, name = Path(path).with_suffix("").parts
        if name not in self.index:
            return self.address + "/".join([*folders, name]) + self.ending
        return self.address + "/".join(folders) + (self.ending if folders else "")


@dataclass(frozen=True)
class Preset:
    """A tool's documentation: a folder of a public git repository."""

    name: str
    tool: str
    repository: str
    folder: str
    format: str
    licence: str
    site: Site | None = None


@cache
def load_presets() -> tuple[Preset, ...]:
    """All of them, by name; a field that is missing or unknown stops the program."""
    data = yaml.safe_load(files("knowledge").joinpath("presets.yaml").read_text(encoding="utf-8"))
    return tuple(_preset(name, dict(row)) for name, row in data.items())


def find_preset(name: str) -> Preset:
    """A preset by its name.

    Raises:
        BadInput: there is none of that name.
    """
    presets = {preset.name: preset for preset in load_presets()}
    if name not in presets:
        raise BadInput(f"There is no preset {name!r}. Choose one of: {', '.join(presets)}.")
    return presets[name]


def ingest_preset(library: Library, preset: Preset, progress: Progress, address: str | None = None) -> IngestReport:
    """Bring the collection named after the preset up to date with its repository, or with a mirror at `address`.

    Raises:
        UnreadableSource: the repository cannot be copied.
    """
    with tempfile.TemporaryDirectory(prefix="sternik-") as folder:
        copy = clone(address or preset.repository, preset.folder, Path(folder))
        pages = _pages(preset, copy.folder, copy.changed)
        # The preset's own address in any case, so that a mirror updates what the original brought.
        return library.ingest_pages(pages, preset.repository, preset.name, progress)


def _pages(preset: Preset, folder: Path, changed: float) -> Iterator[Page | Skipped]:
    for page in walk(folder):
        if isinstance(page, Page):
            url = preset.site.url(page.path) if preset.site else None
            yield replace(page, modified=changed, url=url)
        else:
            yield page


def _preset(name: str, row: dict[str, Any]) -> Preset:
    site = row.pop("site", None)
    found = Site(**{**site, "index": tuple(site.get("index", ()))}) if site else None
    return Preset(name, **row, site=found)
