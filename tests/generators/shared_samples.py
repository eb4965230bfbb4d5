"""Samples that may lie beside the repository; where they are not, their tests are skipped."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "validators"


def shared_samples(kind: str, suffix: str = "*.yaml") -> list[pytest.ParameterSet]:
    """One parameter a sample file, or a single skipped one."""
    found = sorted((SHARED / "samples" / kind).glob(suffix))
    if not found:
        return [pytest.param(None, marks=pytest.mark.skip(reason="no samples beside the repository"))]
    return [pytest.param(path, id=path.name) for path in found]
