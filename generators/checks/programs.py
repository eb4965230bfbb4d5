"""Programs that come in Python packages, found and run."""

import os
import shutil
import subprocess
import sys
import sysconfig
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

from generators.checks.problem import Missing

_SECONDS = 10.0
_SECONDS_HEAVY = 115.0


def package_version(name: str) -> str:
    """The installed version of a Python package.

    Raises:
        Missing: it is not installed.
    """
    try:
        return installed(name)
    except PackageNotFoundError:
        raise Missing(f"{name} is not installed (pip install 'sternik[validators]')") from None


@cache
def separate_version(environment: str, package: str) -> str:
    """The version of a package in a validator's own environment, read without starting its Python.

    Raises:
        Missing: that environment, or the package in it, is not there.
    """
    folders = map(str, (Path(sys.prefix) / "validators" / environment).glob("lib/python*/site-packages"))
    found = next(iter(Distribution.discover(name=package, path=list(folders))), None)
    if found is None:
        raise Missing(f"{package} is not installed (its own environment is made by `make validators`)")
    return found.version


@cache
def find_program(name: str) -> str:
    """Where a program is: beside this Python first, then in the validators' own environments, then on the path.

    Raises:
        Missing: it is nowhere.
    """
    own = sorted((Path(sys.prefix) / "validators").glob("*/bin"))
    places = (sysconfig.get_path("scripts"), *map(str, own), None)
    found = next((found for place in places if (found := shutil.which(name, path=place))), None)
    if found is None:
        raise Missing(f"the program {name} is not installed")
    return found


def run(
    program: str | Path, *arguments: str, folder: Path, heavy: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder and give back whatever it said.

    Raises:
        subprocess.TimeoutExpired: it took longer than its validator's limit, and was ended.
    """
    scripts = sysconfig.get_path("scripts")
    env = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1", **environment}
    limit = _SECONDS_HEAVY if heavy else _SECONDS
    return subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=limit,
        stdin=subprocess.DEVNULL,
    )


@cache
def separate_python(package: str) -> str:
    """The Python of a validator that has an environment of its own, because its requirements would not go with ours.

    `make test-extras` makes these environments, in `validators/` inside the virtual environment.

    Raises:
        Missing: that environment is not there.
    """
    found = Path(sys.prefix) / "validators" / package / "bin" / "python"
    if not found.exists():
        raise Missing(f"{package} is not installed (its own environment is made by `make validators`)")
    return str(found)
