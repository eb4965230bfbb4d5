"""Marks the tests of Helm itself, which comes from npm and is not everywhere."""

import pytest

from generators.checks import Missing
from generators.checks.programs import find_program


def _is_here() -> bool:
    try:
        find_program("helm")
    except Missing:
        return False
    return True


NEEDS_HELM = pytest.mark.skipif(not _is_here(), reason="helm is not installed (deploy/helm.sh takes it from npm)")
