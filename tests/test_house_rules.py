"""How the house is built (docs/architecture.md), held by the code itself."""

import ast
import importlib
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Imports point left.
RANK = {
    name: rank
    for rank, name in enumerate(
        ["errors", "settings", "ingest", "knowledge", "generators", "agents", "interfaces", "app", "benchmarks", "training"]
    )
}
# Rooms that are no part of what is installed.
WORKSHOPS = ("benchmarks", "training")
DOORS = ("ingest", "knowledge", "generators", "agents")
MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40

LANGCHAIN = ("agents/", "knowledge/embeddings/langchain.py")
HOMES = {
    "chromadb": ("knowledge/vectors.py",),
    "sqlite3": ("knowledge/database.py",),
    "filelock": ("knowledge/locking.py",),
    "Stemmer": ("knowledge/lexical.py",),
    "onnxruntime": ("knowledge/embeddings/embedded.py",),
    "tokenizers": ("knowledge/embeddings/embedded.py",),
    "sentence_transformers": ("knowledge/embeddings/sentence_transformers.py",),
    "torch": ("knowledge/embeddings/sentence_transformers.py",),
    "langchain": LANGCHAIN,
    "langchain_core": LANGCHAIN,
    "langgraph": LANGCHAIN,
    # Chroma's client speaks through httpx and lets its errors through.
    "httpx": ("ingest/fetch.py", "knowledge/vectors.py"),
    "docutils": ("ingest/sources/restructuredtext.py",),
    "nbformat": ("ingest/sources/notebook.py",),
    "pypdfium2": ("ingest/sources/pdf.py",),
    "mammoth": ("ingest/sources/word.py",),
    "pptx": ("ingest/sources/powerpoint.py",),
    "markdownify": ("ingest/sources/html",),
    "slack_bolt": ("interfaces/slack/",),
    "slack_sdk": ("interfaces/slack/",),
    "streamlit": ("app.py", "interfaces/web/"),
}


def product_files() -> list[str]:
    """The Python files of the rooms, as paths from the root."""
    found = [path for name in RANK for path in (ROOT / name).rglob("*.py")]
    found += [ROOT / f"{name}.py" for name in RANK if (ROOT / f"{name}.py").exists()]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def files_of_tests() -> list[str]:
    """The tests, as paths from the root."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py"))


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"), file)


def imports(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each imported module, and the names taken from it (none for a plain `import`)."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno}: name the room, as in `from knowledge import Library`"
            yield node.module or "", tuple(alias.name for alias in node.names)


def room_of(file: str) -> str:
    return file.removesuffix(".py").split("/")[0]


PRODUCT = product_files()
TESTS = files_of_tests()


@pytest.mark.parametrize("file", PRODUCT + TESTS)
def test_a_file_is_short_enough_to_be_read_in_one_go(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES_OF_A_FILE, f"{file} has {lines} lines: divide it by what its parts do"


@pytest.mark.parametrize("file", PRODUCT + TESTS)
def test_a_function_fits_on_a_screen(file: str) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MOST_LINES_OF_A_FUNCTION, f"{file}:{node.lineno}: {node.name} has {lines} lines"


@pytest.mark.parametrize("file", PRODUCT)
def test_imports_point_left(file: str) -> None:
    room = room_of(file)
    for module, _ in imports(file):
        other = module.split(".")[0]
        if other in RANK and other != room:
            assert RANK[other] < RANK[room], f"{file}: {room} must not import {other}"


@pytest.mark.parametrize("file", PRODUCT)
def test_rooms_are_entered_by_their_door(file: str) -> None:
    for module, names in imports(file):
        other = module.split(".")[0]
        if other in DOORS and other != room_of(file):
            assert module == other, f"{file}: import from {other}, not from {module}"
            missing = set(names) - set(importlib.import_module(other).__all__)
            assert not missing, f"{file}: {other} does not offer {', '.join(sorted(missing))}"


@pytest.mark.parametrize("file", [file for file in PRODUCT if room_of(file) not in WORKSHOPS])
def test_each_vendor_has_one_home(file: str) -> None:
    for module, _ in imports(file):
        homes = HOMES.get(module.split(".")[0])
        assert homes is None or file.startswith(homes), f"{file}: {module} is at home in {' and '.join(homes)}"


@pytest.mark.parametrize("file", [file for file in PRODUCT if room_of(file) not in ("settings", *WORKSHOPS)])
def test_only_settings_reads_the_environment(file: str) -> None:
    if file == "generators/checks/pytest_run/strangers.py":
        return  # a plugin that runs in another process, which is told what to do by its environment
    text = (ROOT / file).read_text(encoding="utf-8")
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") and ast.unparse(node.value) == "os":
            # Handing the whole environment on to a child process is not reading a setting.
            handed_on = f"{{**{ast.unparse(node)}" in text
            assert handed_on, f"{file}:{node.lineno}: read it in settings.py"


@pytest.mark.parametrize("file", PRODUCT)
def test_a_public_function_says_what_it_promises(file: str) -> None:
    if room_of(file) in WORKSHOPS:
        return
    module = tree(file)
    assert ast.get_docstring(module) or not module.body, f"{file} does not say what it is for"
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{file}:{node.lineno}: {node.name} has no docstring"


@pytest.mark.parametrize("file", PRODUCT + TESTS)
def test_a_file_is_named_after_what_it_holds(file: str) -> None:
    assert Path(file).stem not in {"utils", "util", "helpers", "common", "misc", "base", "manager"}, file


@pytest.mark.parametrize("file", TESTS)
def test_tests_use_the_real_thing(file: str) -> None:
    for module, names in imports(file):
        assert not module.startswith(("unittest.mock", "mock", "pytest_mock")), f"{file}: no mocks"
        assert not (module == "unittest" and "mock" in names), f"{file}: no mocks"


def test_tests_are_no_package() -> None:
    found = [path for path in (ROOT / "tests").rglob("__init__.py")]
    assert not found, f"{found}: it would shadow the room of the same name"


def test_every_package_is_installed() -> None:
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    folders = {Path(file).parent.as_posix().replace("/", ".") for file in PRODUCT if "/" in file} - set(WORKSHOPS)
    assert folders == set(setup["packages"])
    assert {Path(file).stem for file in PRODUCT if "/" not in file} == set(setup["py-modules"])


@pytest.mark.parametrize("file", PRODUCT)
def test_a_file_that_is_read_at_run_time_is_installed_too(file: str) -> None:
    """A folder's data files have to match a pattern of package-data, or an installed Sternik lacks them."""
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    room = room_of(file)
    if "/" not in file or room in WORKSHOPS:
        return
    installed = {path for pattern in patterns.get(room, []) for path in (ROOT / room).glob(pattern)}
    data = {path for path in (ROOT / file).parent.iterdir() if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert data <= installed, f"not in package-data: {sorted(map(str, data - installed))}"


def test_comments_carry_no_rulers() -> None:
    for file in PRODUCT:
        ruler = re.search(r"^\s*#\s*[-=#*]{5,}", (ROOT / file).read_text(encoding="utf-8"), re.M)
        assert not ruler, f"{file}: {ruler and ruler.group()}"
