"""GitLab pipelines by gitlab-emulator: stages, `needs` and `extends` name what exists."""

from pathlib import Path

import yaml

from generators.checks.gitlab_schema import wants
from generators.checks.problem import Problem
from generators.checks.programs import package_version

__all__ = ["HEAVY", "TOOL", "check", "version", "wants"]

TOOL = "gitlab-emulator"
HEAVY = False


def version() -> str:
    """Its version."""
    return package_version("gitlab-emulator")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What keeps it from loading the pipeline."""
    return [problem for path in paths for problem in _problems(folder / path, path)]


def _problems(file: Path, path: str) -> list[Problem]:
    # Here and not above, because it takes a second and most kinds of files do not need it.
    from gitlabemu.configloader import Loader
    from gitlabemu.errors import GitlabEmulatorError

    loader = Loader()
    try:
        loader.load(str(file))
    except yaml.YAMLError as error:
        return [Problem(path, str(error))]
    except GitlabEmulatorError as error:
        return [Problem(path, str(error))]
    return []
