"""DVC itself builds the graph of a pipeline."""

import pytest

from generators.checks import Missing, dvc_dag

GOOD = "stages:\n  prepare:\n    cmd: run\n    outs: [data]\n  train:\n    cmd: run\n    deps: [data]\n    outs: [model]\n"
pytestmark = pytest.mark.extras


@pytest.fixture(autouse=True)
def _installed() -> None:
    try:
        dvc_dag.version()
    except Missing as error:
        pytest.skip(str(error))


def faults(folder, text: str) -> list[str]:
    (folder / "dvc.yaml").write_text(text)
    return [problem.message for problem in dvc_dag.check(folder, ["dvc.yaml"])]


def test_a_good_pipeline_passes_and_leaves_nothing_behind(tmp_path) -> None:
    assert faults(tmp_path, GOOD) == []
    assert [path.name for path in tmp_path.iterdir()] == ["dvc.yaml"]


@pytest.mark.parametrize(
    ("old", "new"), [("deps: [data]", "dep: [data]"), ("deps: [data]", "deps: [model]"), ("cmd: run", "cmd: run ${x}")]
)
def test_a_broken_one_does_not(tmp_path, old: str, new: str) -> None:
    assert faults(tmp_path, GOOD.replace(old, new)) != []
