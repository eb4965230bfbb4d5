"""The built-in pages as resources: `sternik://tools/en/docker/overview.md`."""

from collections.abc import Iterator

from mcp.types import Resource

from errors import BadInput
from knowledge import builtin_paths, builtin_root

SCHEME = "sternik://"


def list_pages() -> list[Resource]:
    """All pages, with their titles."""
    return list(_resources())


def read_page(uri: str) -> str:
    """The Markdown of a page.

    Raises:
        BadInput: there is no such page.
    """
    path = uri.removeprefix(SCHEME)
    if uri == path or path not in {place.relative_to(builtin_root()).as_posix() for place in builtin_paths(builtin_root())}:
        raise BadInput(f"There is no page {uri!r}. List the resources to see all; one is {SCHEME}tools/en/docker/overview.md.")
    return (builtin_root() / path).read_text(encoding="utf-8")


def _resources() -> Iterator[Resource]:
    root = builtin_root()
    for place in builtin_paths(root):
        path = place.relative_to(root).as_posix()
        title = next(
            (line[6:].strip().strip("\"'") for line in place.read_text(encoding="utf-8").splitlines() if line[:6] == "title:"), path
        )
        yield Resource(name=path, title=title, uri=SCHEME + path, mime_type="text/markdown")
