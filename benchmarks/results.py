"""What was measured, as JSON files, each with the machine, the versions and the commit it was measured with."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.questions import ROOT
from benchmarks.scale import QUICK, Scale

RESULTS = ROOT / "benchmarks" / "results"
Figures = dict[str, Any]
_PACKAGES = ("chromadb", "onnxruntime", "langchain", "streamlit", "sentence-transformers", "torch")


def save(name: str, figures: Mapping[str, Any], scale: Scale) -> Path:
    """Write a step's figures."""
    path = folder(scale) / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**figures, "circumstances": circumstances()}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def load(name: str, scale: Scale) -> Figures | None:
    """A step's figures, if it has been measured."""
    path = folder(scale) / f"{name}.json"
    if not path.exists():
        return None
    figures: Figures = json.loads(path.read_text(encoding="utf-8"))
    return figures


def folder(scale: Scale) -> Path:
    """Quick figures are kept apart, so that they never reach the documentation."""
    return RESULTS / "quick" if scale == QUICK else RESULTS


def circumstances() -> Figures:
    """Where, when and of what the figures are."""
    return {
        "machine": f"{_processor()}, {os.cpu_count()} cores, {_memory()}, {platform.system()} {platform.machine()}",
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": commit(),
        "load": round(os.getloadavg()[0], 1),
        "versions": {"python": platform.python_version(), **{name: found for name in _PACKAGES if (found := _version(name))}},
    }


def commit() -> str:
    """The commit of the code, and whether there are changes beyond it; `unknown` outside a repository."""
    try:
        name = _git("rev-parse", "--short=10", "HEAD")
        changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f"{name} with changes" if changed else name


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
