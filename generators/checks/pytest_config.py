"""pytest's configuration, by a check of our own: known settings of the right type, and no marker that is not registered."""

import ast
import configparser
import re
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks.problem import Problem
from generators.checks.python_tree import parse_python

TOOL = "own check: pytest"
HEAVY = False
_TEXTS = (
    "anyio_mode assertion_text_diff_style asyncio_default_fixture_loop_scope asyncio_default_test_loop_scope asyncio_mode cache_dir"
    " console_output_style doctest_encoding empty_parameter_set_mark faulthandler_timeout junit_duration_report junit_family"
    " junit_logging junit_suite_name log_auto_indent log_cli_date_format log_cli_format log_cli_level log_date_format log_file"
    " log_file_date_format log_file_format log_file_level log_file_mode log_format log_level max_warnings minversion"
    " parametrize_long_str_id_strategy session_timeout timeout timeout_method tmp_path_retention_count tmp_path_retention_policy"
    " truncation_limit_chars truncation_limit_lines verbosity_assertions verbosity_subtests verbosity_test_cases"
).split()
_FLAGS = (
    "collect_imported_tests consider_namespace_packages enable_assertion_pass_hook faulthandler_exit_on_timeout"
    " junit_log_passing_tests log_cli strict strict_config strict_markers strict_parametrization_ids strict_xfail timeout_func_only"
    " xfail_strict"
).split()
_LISTS = (
    "addopts doctest_optionflags env filterwarnings markers norecursedirs python_classes python_files"
    " python_functions pythonpath required_plugins testpaths usefixtures"
).split()
_ACTIONS = ("default", "error", "ignore", "always", "all", "module", "once")
_BUILT_IN = (
    "parametrize",
    "skip",
    "skipif",
    "xfail",
    "usefixtures",
    "filterwarnings",
    "asyncio",
    "timeout",
    "anyio",
    "flaky",
    "xdist_group",
)


def version() -> str:
    """The rules' own version."""
    return "1"


def wants(path: str, text: str) -> bool:
    """pytest.ini, a pyproject.toml with a table for pytest, and the tests whose markers they register."""
    name = PurePosixPath(path).name
    return (
        name == "pytest.ini" or (name == "pyproject.toml" and "[tool.pytest" in text) or bool(re.fullmatch(r"test_\w+\.py", name))
    )


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Settings that pytest would refuse or overlook, and markers of tests that nobody registered."""
    configs = [path for path in paths if not path.endswith(".py")]
    problems = [Problem(path, message) for path in configs for message in _faults(folder / path)]
    sound = [path for path in configs if not any(problem.path == path for problem in problems)]
    registered = {marker for path in sound for marker in _markers(_settings(folder / path))}
    tests = [path for path in paths if path.endswith(".py")] if sound else []
    return [*problems, *(problem for path in tests for problem in _unregistered(folder, path, registered))]


def _settings(path: Path) -> dict[str, Any]:
    if path.suffix == ".ini":
        parser = configparser.ConfigParser(interpolation=None)
        parser.read_string(path.read_text(encoding="utf-8"))
        return dict(parser["pytest"]) if parser.has_section("pytest") else {}
    table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("pytest", {})
    settings: dict[str, Any] = table.get("ini_options", table)
    return settings


def _faults(path: Path) -> list[str]:
    try:
        settings = _settings(path)
    except (configparser.Error, tomllib.TOMLDecodeError) as error:
        return [str(error).splitlines()[0]]
    if not settings:
        return ["has no settings of pytest: an ini file needs the section [pytest]"]
    found = [f"{name!r} is no setting of pytest" for name in settings if name not in (*_TEXTS, *_FLAGS, *_LISTS)]
    if path.suffix == ".toml":
        found += [message for name, value in settings.items() if (message := _wrong_type(name, value))]
    found += [f"marker {marker!r} is not a name" for marker in _markers(settings) if not re.fullmatch(r"[A-Za-z_]\w*", marker)]
    warnings = _lines(settings.get("filterwarnings", []))
    return [
        *found,
        *(f"filterwarnings: {line!r} begins with no action" for line in warnings if line.split(":")[0].strip() not in _ACTIONS),
    ]


def _wrong_type(name: str, value: Any) -> str | None:
    if name in _FLAGS and not isinstance(value, bool | str):
        return f"{name}: {value!r} is neither true nor false"
    if name in _LISTS and not (
        isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))
    ):
        return f"{name}: must be a list of texts"
    return f"{name}: must be one value" if name in _TEXTS and isinstance(value, list | dict) else None


def _lines(value: Any) -> list[str]:
    lines = value.splitlines() if isinstance(value, str) else value if isinstance(value, list) else []
    return [str(line).strip() for line in lines if str(line).strip()]


def _markers(settings: dict[str, Any]) -> list[str]:
    return [re.split(r"[:(]", line)[0].strip() for line in _lines(settings.get("markers", []))]


def _unregistered(folder: Path, path: str, registered: set[str]) -> list[Problem]:
    try:
        tree = parse_python((folder / path).read_text(encoding="utf-8"))
    except SyntaxError:
        return []  # pyflakes says it
    used = [
        node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "pytest.mark"
    ]  # fmt: skip
    return [
        Problem(path, f"the marker {node.attr!r} is not registered", node.lineno)
        for node in used
        if node.attr not in registered and node.attr not in _BUILT_IN
    ]
