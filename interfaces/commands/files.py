"""Generated files written into a folder that may hold others."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from errors import BadInput

if TYPE_CHECKING:
    from generators import GeneratedFile


def write_files(files: Sequence["GeneratedFile"], folder: Path, *, force: bool) -> list[Path]:
    """Write all files or none; files that are there already with the same content are left alone.

    Raises:
        BadInput: another content is there and `force` is not given; the message shows the difference.
    """
    changed = {file: _difference(file, folder) for file in files}
    if not force and any(changed.values()):
        shown = "\n".join(difference for difference in changed.values() if difference)
        raise BadInput(f"These files are there already and differ; --force overwrites them.\n{shown}")
    return [_write(file, folder) for file in files]


def _difference(file: "GeneratedFile", folder: Path) -> str:
    place = folder / file.path
    if not place.exists():
        return ""
    old = place.read_text(encoding="utf-8", errors="replace")
    lines = difflib.unified_diff(old.splitlines(), file.content.splitlines(), str(place), f"{file.path} (new)", lineterm="")
    return "\n".join(lines)


def _write(file: "GeneratedFile", folder: Path) -> Path:
    place = folder / file.path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.content, encoding="utf-8", newline="")
    except OSError as error:
        raise BadInput(f"{place} cannot be written: {error.strerror}. Choose another folder with -o.") from error
    return place
