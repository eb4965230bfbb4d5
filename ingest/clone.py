"""The files of a git repository's folder, copied shallowly with the `git` program."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from errors import UnreadableSource

_MOST_SECONDS = 1800


@dataclass(frozen=True)
class Copy:
    """The folder on this disk, and when its repository was last changed."""

    folder: Path
    changed: float


def clone(address: str, folder: str, into: Path) -> Copy:
    """Copy the newest state of one folder of a repository to below `into`, without its history and its other folders.

    Raises:
        UnreadableSource: git is missing, the repository does not answer, or has no such folder.
    """
    to = into / "repository"
    # Symbolic links become plain files: one that a stranger wrote could lead to any file of this machine.
    options = ["-c", "core.symlinks=false", "--depth", "1", "--no-tags", "--single-branch", "--filter=blob:none", "--sparse"]
    _git(address, "clone", "--quiet", *options, "--", address, str(to))
    _git(address, "-C", str(to), "sparse-checkout", "set", "--", folder)
    found = to / folder
    if not found.is_dir():
        raise UnreadableSource(f"{address}: it has no folder {folder!r} any more. Clone it yourself and run: sternik ingest FOLDER")
    changed = _git(address, "-C", str(to), "log", "-1", "--format=%ct").strip()
    return Copy(found, float(changed or 0))


def _git(address: str, *arguments: str) -> str:
    # Without a terminal git cannot stop to ask for a password.
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, env=environment, timeout=_MOST_SECONDS, check=False)
    except FileNotFoundError as error:
        raise UnreadableSource("The program git is not installed. Install it (Debian: apt install git), then try again.") from error
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource(
            f"{address}: not copied after {_MOST_SECONDS // 60} minutes. Try again on a faster network."
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        reason = said[-1].removeprefix("fatal: ") if said else f"git ended with {done.returncode}"
        raise UnreadableSource(f"{address}: it could not be cloned ({reason}). Is there a network? A mirror is named with --from.")
    return done.stdout.decode("utf-8", errors="replace")
