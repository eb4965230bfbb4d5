"""Files of Git, by Git itself: .gitignore and .gitattributes are read without a word, and what is let in again really is."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import find_program, run

TOOL = "git"
HEAVY = False
_PROBES = ("README.md", "src/train.py", "data/raw/a.csv", "models/model.onnx", "notebooks/a.ipynb", "run.sh")


def version() -> str:
    """Its version."""
    said = run(find_program("git"), "--version", folder=Path(tempfile.gettempdir())).stdout
    return said.removeprefix("git version ").split()[0]


def wants(path: str, text: str) -> bool:
    """.gitignore and .gitattributes, in any folder."""
    return PurePosixPath(path).name in (".gitignore", ".gitattributes")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What Git says of each file in a new repository."""
    problems = []
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="sternik-git-") as name:
            repository = Path(name)
            _git(repository, "init", "--quiet")
            kind = PurePosixPath(path).name
            shutil.copyfile(folder / path, repository / kind)
            judge = _ignore if kind == ".gitignore" else _attributes
            problems += [Problem(path, message, line) for message, line in judge(repository)]
    return problems


def _attributes(repository: Path) -> list[tuple[str, int | None]]:
    said = _git(repository, "check-attr", "--all", "--", *_PROBES)
    return [(line, _line(line)) for line in said.stderr.splitlines() if line.strip()]


def _ignore(repository: Path) -> list[tuple[str, int | None]]:
    found = []
    for number, line in enumerate((repository / ".gitignore").read_text(encoding="utf-8").splitlines(), 1):
        path = line.removeprefix("!").strip("/")
        if line.startswith("!") and not re.search(r"[*?\[]", path):
            said = _git(repository, "check-ignore", "--verbose", "--no-index", "--", path)
            if said.returncode == 0 and not re.match(r"\.gitignore:\d+:!", said.stdout):
                by = said.stdout.partition("\t")[0].rpartition(":")[2]
                found.append((f"{path} stays ignored by {by}, because Git does not look into an ignored folder", number))
    said = _git(repository, "check-ignore", "--no-index", "--", *_PROBES)
    return [*found, *((line, _line(line)) for line in said.stderr.splitlines() if line.strip())]


def _line(message: str) -> int | None:
    found = re.search(r":(\d+)(?:$|:)", message)
    return int(found[1]) if found else None


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # A person's own configuration, such as a global .gitignore, must not decide.
    return run(
        find_program("git"), *arguments, folder=repository, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", LC_ALL="C"
    )
