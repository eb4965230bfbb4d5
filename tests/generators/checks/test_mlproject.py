"""MLproject files with faults that a person makes, judged by our own check and by MLflow."""

import pytest

from generators.checks import Missing, mlflow_project, mlproject

GOOD = """name: churn
python_env: python_env.yaml
entry_points:
  main:
    parameters:
      alpha: {type: float, default: 0.5}
      data: path
    command: python train.py --alpha {alpha} --data {data}
"""
BROKEN = [
    ("{alpha}", "{alhpa}", "`command` uses {alhpa}, which is no parameter"),
    ("python_env.yaml", "env.yaml", "names a file that is not there: 'env.yaml'"),
    ("name: churn\n", "name: churn\nconda_env: python_env.yaml\n", "names more than one environment"),
    ("type: float", "type: double", "unknown type 'double'"),
    ("default: 0.5", "default: half", "the default 'half' is no float"),
    ("    command", "    comand", "`command` is missing"),
    ("name: churn\n", "name: churn\nenvironment: x\n", "unknown key 'environment'"),
    ("alpha: {type", "alpha: [{type", "is no YAML"),
]


def written(folder, text: str):
    (folder / "MLproject").write_text(text)
    (folder / "python_env.yaml").write_text('python: "3.12"\n')
    return folder


def test_a_good_project_passes(tmp_path) -> None:
    assert mlproject.check(written(tmp_path, GOOD), ["MLproject"]) == []


@pytest.mark.parametrize(("old", "new", "message"), BROKEN)
def test_a_fault_is_named(tmp_path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    found = mlproject.check(written(tmp_path, GOOD.replace(old, new, 1)), ["MLproject"])
    assert any(message in problem.message for problem in found), found


@pytest.mark.extras
def test_mlflow_agrees(tmp_path) -> None:
    try:
        mlflow_project.version()
    except Missing as error:
        pytest.skip(str(error))
    assert mlflow_project.check(written(tmp_path, GOOD), ["MLproject"]) == []
    for old, new, _ in BROKEN[:3]:
        assert mlflow_project.check(written(tmp_path, GOOD.replace(old, new, 1)), ["MLproject"]) != [], new
