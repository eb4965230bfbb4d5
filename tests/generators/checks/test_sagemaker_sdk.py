"""The SageMaker SDK builds the definition of a pipeline, and botocore judges its jobs. No network, no account."""

import pytest

from generators import load, validated
from generators.checks import Missing, sagemaker_sdk

pytestmark = pytest.mark.extras


@pytest.fixture(autouse=True)
def _installed() -> None:
    try:
        sagemaker_sdk.version()
    except Missing as error:
        pytest.skip(str(error))


def faults(folder, old: str = "", new: str = "") -> list[str]:
    kind = load("sagemaker")
    for path, text in kind.render(validated(kind, {})).items():
        (folder / path).parent.mkdir(exist_ok=True)
        assert path != "pipeline.py" or old in text
        (folder / path).write_text(text.replace(old, new) if path == "pipeline.py" and old else text)
    return [problem.message for problem in sagemaker_sdk.check(folder, ["pipeline.py"])]


def test_a_good_pipeline_passes(tmp_path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name="Train", step_args', 'name="Preprocess", step_args', "duplicate names"),
        ("max_run=3600", 'max_run="long"', "MaxRuntimeInSeconds"),
        ("framework_version=", "framework_versoin=", "framework_versoin"),
        ('framework_version="1.4-2"', 'framework_version="9.9-9"', "9.9-9"),
    ],
)
def test_a_broken_one_does_not(tmp_path, old: str, new: str, message: str) -> None:
    assert any(message in found for found in faults(tmp_path, old, new))
