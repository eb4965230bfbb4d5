"""Generated files before every validator, the slow ones too: the golden ones, and random ones of every kind."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from random_options import options_of

from generators import load, names, validated
from generators.checks import check_files

pytestmark = pytest.mark.extras

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.parent.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("*/*/options.yaml"))
# A judgement of a random set takes so many seconds here; the others take less than one.
SLOW = {
    "airflow": 2,
    "ansible": 4,
    "feast": 4,
    "sagemaker": 3,
    "stack": 3,
    "kubeflow": 4,
    "mlflow": 5,
    "dvc": 6,
    "pytest": 6,
    "terraform": 8,
}
# What may be missing where everything is installed: programs that no package registry of ours has, and the machines of a cloud.
MAY_BE_MISSING = (
    "the program npm-groovy-lint is not installed",
    "the program helm is not installed",
    "the program kubectl is not installed",
    "the extra of Feast for this store is not installed",
    "the store cannot be reached from here",
    "this build of promtool does not know",
    "does not know msteamsv2_configs yet",
    "the plugin pytest_asyncio is not installed here",
    "the plugin pytest_timeout is not installed here",
)


def complaints(files: dict[str, str]) -> list[str]:
    """What was found, or could not be looked for."""
    return [
        f"{path}: {verdict.tool}: {verdict.detail}"
        for path, verdicts in check_files(files, heavy=True).items()
        for verdict in verdicts
        if verdict.passed is False or (verdict.passed is None and not any(reason in verdict.detail for reason in MAY_BE_MISSING))
    ]


@pytest.mark.parametrize("case", CASES)
def test_every_validator_passes_the_golden_files(case: str) -> None:
    kind = case.split("/")[0]
    raw = yaml.safe_load((GOLDEN / case / "options.yaml").read_text(encoding="utf-8")) or {}
    assert complaints(load(kind).render(validated(load(kind), raw))) == []


@pytest.mark.parametrize("kind", names())
def test_every_validator_passes_random_files(kind: str) -> None:
    generator = load(kind)

    @settings(
        max_examples=SLOW.get(kind, 20),
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(options_of(generator))
    def passes(options: object) -> None:
        assert complaints(generator.render(options)) == []  # type: ignore[arg-type]

    passes()
