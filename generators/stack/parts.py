"""The parts of a set: each gets what all share, then what it has to know of the others, then its own options."""

from typing import Any

from errors import BadOption
from generators.frame import Files, GeneratorOptions, refusal
from generators.frame.registry import Generator, load
from generators.frame.validate import validated
from generators.stack.links import is_built_here, linked, place

# What all parts may share, and the option of a part that takes it.
_TAKEN_AS = {
    "name": ("name", "service", "app_name"),
    "app": ("app",),
    "port": ("port",),
    "image": ("image",),
    "python": ("python",),
}


def joined(own: dict[str, dict[str, Any]], shared: dict[str, Any]) -> dict[str, GeneratorOptions]:
    """The options of every part.

    Raises:
        PydanticCustomError: a part refuses its own options; the message names the part.
    """
    kinds = set(own)
    return {
        kind: _options(load(kind), {**_taken(load(kind), _without_image(kind, kinds, shared)), **options})
        for kind, options in linked(own, shared).items()
    }


def rendered(parts: dict[str, GeneratorOptions]) -> Files:
    """All files. A part's own file goes before what compose wrote for it; other files of one path go to folders of their own."""
    files: Files = {}
    written_by: dict[str, str] = {}
    for kind in sorted(parts, key=lambda kind: kind != "compose"):
        for own_path, text in load(kind).render(parts[kind]).items():
            path = place(own_path, kind, set(parts))
            if files.get(path, text) != text and written_by[path] != "compose":
                path = f"{kind}/{own_path}"
            files[path], written_by[path] = text, kind
    return files


def _without_image(kind: str, kinds: set[str], shared: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shared.items() if name != "image"} if is_built_here(kind, kinds) else shared


def _options(generator: Generator, raw: dict[str, Any]) -> GeneratorOptions:
    try:
        return validated(generator, raw)
    except BadOption as error:
        raise refusal(
            f"cannot be made: {generator.kind}: {error}", f"nie da się zrobić: {generator.kind}: {error.polish}"
        ) from error


def _taken(generator: Generator, shared: dict[str, Any]) -> dict[str, Any]:
    """Of what is shared, what this kind has an option for and accepts there."""
    taken: dict[str, Any] = {}
    for name, targets in _TAKEN_AS.items():
        if name not in shared:
            continue
        target = next((target for target in targets if target in generator.options.model_fields), None)
        for value in (shared[name], shared["repository"]) if name == "image" else (shared[name],):
            if target is not None and target not in taken and _accepts(generator, {**taken, target: value}):
                taken[target] = value
    return taken


def _accepts(generator: Generator, raw: dict[str, Any]) -> bool:
    try:
        validated(generator, raw)
    except BadOption:
        return False
    return True
