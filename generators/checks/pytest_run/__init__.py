"""Tests, by pytest itself: all are collected with their fixtures and markers, and those that need only themselves are run."""

import ast
import re
import shutil
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from generators.checks.problem import Missing, Problem
from generators.checks.programs import package_version, run
from generators.checks.python_tree import parse_python

TOOL = "pytest"
HEAVY = True
_CONFIGS = ("pytest.ini", "pyproject.toml")
_PLUGINS = {
    "--cov": "pytest_cov",
    '"-n"': "xdist",
    "\n    -n\n": "xdist",
    "asyncio_mode": "pytest_asyncio",
    "\ntimeout": "pytest_timeout",
}
_FILE = re.compile(r"[\w./-]*\w\.(?:csv|json|parquet|feather|xlsx|pkl|pickle|joblib|onnx)")
_KNOWN = ("pytest", "pandas", "numpy", "sklearn", "joblib", "fastapi", "starlette", "flask", "httpx", "hypothesis", "torch", "yaml")


def version() -> str:
    """Its version."""
    return package_version("pytest")


def wants(path: str, text: str) -> bool:
    """Test files, conftest.py and the configuration of pytest."""
    name = PurePosixPath(path).name
    configures = name == "pytest.ini" or (name == "pyproject.toml" and "[tool.pytest" in text)
    return configures or name == "conftest.py" or bool(re.fullmatch(r"test_\w+\.py", name))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What pytest says. The user's own modules are stood in for, so tests of them are only planned, not run."""
    with tempfile.TemporaryDirectory(prefix="sternik-pytest-") as name:
        place = Path(name)
        shutil.copytree(folder, place, dirs_exist_ok=True)
        shutil.copyfile(Path(__file__).parent / "strangers.py", place / "sternik_strangers.py")
        tests = [path for path in paths if path.endswith(".py")]
        strangers = sorted({module for path in tests for module in _strangers(place, path)})
        (place / "sternik_strangers.txt").write_text("\n".join(strangers), encoding="utf-8")
        if not tests:
            _add_a_test(place)
        problems = _judge(place, paths, ["--setup-plan"])
        alone = [path for path in tests if _stands_alone(place, path) and "conftest" not in path]
        return problems or (_judge(place, alone, []) if alone else [])


def _add_a_test(place: Path) -> None:
    """A configuration alone: pytest complains when the folders that it names hold nothing."""
    config = next(place / name for name in _CONFIGS if (place / name).exists())
    named = re.search(r"^testpaths\s*=\s*\[?\s*[\"']?([\w./-]+)", config.read_text(encoding="utf-8"), re.M)
    folder = place / (named[1] if named else "tests")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "test_nothing.py").write_text("def test_nothing():\n    pass\n", encoding="utf-8")


def _judge(place: Path, paths: list[str], arguments: list[str]) -> list[Problem]:
    tests = [path for path in paths if path.endswith(".py") and "conftest" not in path]
    configs = "".join((place / name).read_text(encoding="utf-8") for name in _CONFIGS if (place / name).exists())
    plugins = _plugins(configs)
    said = run(
        sys.executable,
        *("-m", "pytest", "-q", "--strict-markers", "--strict-config", "-p", "no:cacheprovider", "-p", "sternik_strangers"),
        *(part for plugin in plugins for part in ("-p", plugin)),
        *(["--no-cov"] if "pytest_cov" in plugins else []),
        *arguments,
        *tests,
        folder=place,
        heavy=True,
        PYTHONPATH=str(place),
        PYTEST_ADDOPTS="",
        # Only what the configuration asks for: a plugin that happens to be installed here must not decide.
        PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",
    )
    if said.returncode == 0:
        return []
    return _told(said.stdout + said.stderr, paths)


def _told(words: str, paths: list[str]) -> list[Problem]:
    """The lines that say what is wrong, with the file that they name."""
    lines = [line for line in words.splitlines() if re.match(r"E  |ERROR|FAILED|error:|INTERNALERROR> \w", line)]
    named = next(
        (path for path in paths if any(path in line for line in words.splitlines() if line.startswith(("ERROR", "FAILED")))), None
    )
    found = next((path for path in paths if PurePosixPath(path).name in _CONFIGS), paths[0])
    return [Problem(named or found, "\n".join(lines[:8]) or words.strip()[-400:])]


def _plugins(configs: str) -> list[str]:
    wanted = list(dict.fromkeys(module for sign, module in _PLUGINS.items() if sign in configs))
    missing = next((module for module in wanted if find_spec(module) is None), None)
    if missing:
        raise Missing(f"the plugin {missing} is not installed here")
    return wanted


def _strangers(place: Path, path: str) -> set[str]:
    """Top-level modules that the file imports and that are neither Python's, nor installed, nor part of the set."""
    return {name for name in _imported(place / path) if name not in sys.stdlib_module_names and not _is_here(place, name)}


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    try:
        tree = parse_python(path.read_text(encoding="utf-8"))
    except SyntaxError:
        return found  # pytest says it
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def _is_here(place: Path, name: str) -> bool:
    """Installed counts only for the packages that tests are made of: a program of ours may be called as the user's module is."""
    own = (place / name).is_dir() or (place / f"{name}.py").exists() or (place / "src" / f"{name}.py").exists()
    return own or (name in _KNOWN and find_spec(name) is not None)


def _stands_alone(place: Path, path: str) -> bool:
    text = (place / path).read_text(encoding="utf-8")
    # A test that looks for files beside itself reads the user's data, metrics or model.
    return "__file__" not in text and not _strangers(place, path) and all((place / name).exists() for name in _FILE.findall(text))
