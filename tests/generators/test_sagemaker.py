"""What is particular to SageMaker: the scripts agree with the pipeline, and they really run."""

import ast
import json
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from generators import load, validated
from generators.checks import Missing
from generators.checks.programs import separate_python

KIND = load("sagemaker")


def files(**raw: Any) -> dict[str, str]:
    return KIND.render(validated(KIND, raw))


def constants(text: str) -> dict[str, Any]:
    assigned = [
        node for node in ast.parse(text).body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant | ast.Dict)
    ]
    return {node.targets[0].id: ast.literal_eval(node.value) for node in assigned if isinstance(node.targets[0], ast.Name)}


def test_the_pipeline_names_scripts_that_are_there() -> None:
    made = files(preprocess_script="jobs/prep.py", train_script="model/fit.py", evaluate_script="jobs/eval.py")
    assert {"pipeline.py", "jobs/prep.py", "model/fit.py", "jobs/eval.py", "model/inference.py", "requirements.txt"} == set(made)
    for text in ('code="jobs/prep.py"', 'entry_point="fit.py"', 'source_dir="model"', 'code="jobs/eval.py"'):
        assert text in made["pipeline.py"]


@pytest.mark.parametrize(
    ("metric", "condition"), [("auc", "ConditionGreaterThanOrEqualTo"), ("rmse", "ConditionLessThanOrEqualTo")]
)
def test_the_condition_looks_the_right_way(metric: str, condition: str) -> None:
    text = files(metric=metric, threshold=0.5)["pipeline.py"]
    assert f"{condition}(left=measured, right=threshold)" in text and f"metrics.{metric}.value" in text


def test_instance_types_and_the_threshold_are_parameters() -> None:
    text = files(threshold=0.85, instance="ml.c5.xlarge")["pipeline.py"]
    assert 'ParameterFloat("AucThreshold", default_value=0.85)' in text
    assert 'ParameterString("TrainingInstanceType", default_value="ml.c5.xlarge")' in text


def test_an_endpoint_script_creates_or_updates() -> None:
    text = files(parts=["endpoint"], endpoint="churn-prod", instance="ml.c5.large", instances=2)["deploy.py"]
    assert {"ENDPOINT": "churn-prod", "INSTANCE_TYPE": "ml.c5.large", "INSTANCE_COUNT": 2}.items() <= constants(text).items()
    assert "create_endpoint(" in text and "update_endpoint(" in text


def test_each_kind_of_endpoint_says_what_it_needs_and_no_more() -> None:
    serverless = files(parts=["endpoint"], serving="serverless", max_instances=4)["deploy.py"]
    assert "ServerlessConfig" in serverless and "INSTANCE_TYPE" not in serverless and "scale()" not in serverless
    asynchronous = files(parts=["endpoint"], serving="async")["deploy.py"]
    assert "AsyncInferenceConfig" in asynchronous and "DataCaptureConfig" not in asynchronous


def test_the_sdk_stays_below_version_3() -> None:
    assert "sagemaker==2." in files()["requirements.txt"]


def test_a_build_of_an_image_pushes_only_what_was_built() -> None:
    phases = yaml.safe_load(files(parts=["buildspec"], build="image", repository="team/api")["buildspec.yml"])["phases"]
    commands = phases["post_build"]["commands"]
    assert commands.index('test "$CODEBUILD_BUILD_SUCCEEDING" = 1') < commands.index('docker push "$IMAGE"')


@pytest.mark.extras
@pytest.mark.parametrize(("framework", "metric"), [("sklearn", "auc"), ("sklearn", "rmse"), ("xgboost", "f1"), ("xgboost", "rmse")])
def test_the_scripts_run_one_after_the_other_as_the_pipeline_runs_them(tmp_path: Path, framework: str, metric: str) -> None:
    try:
        python = separate_python("mlflow")  # it has scikit-learn and XGBoost
    except Missing as error:
        pytest.skip(str(error))
    for path, text in files(framework=framework, metric=metric, threshold=0.5).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)

    def run(*arguments: str) -> str:
        done = subprocess.run([python, *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=600, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    sample = "import sklearn.datasets as d, pathlib; t = d.load_breast_cancer(as_frame=True).frame; pathlib.Path('in').mkdir(); t.to_csv('in/a.csv', index=False)"
    run("-c", sample)
    run("src/preprocess.py", "--input", "in", "--output", "out")
    assert f"validation_{metric}=" in run("src/train.py", "--train", "out/train", "--model-dir", "model")
    with tarfile.open(tmp_path / "model" / "model.tar.gz", "w:gz") as archive:
        for path in (tmp_path / "model").glob("model.jo*"):
            archive.add(path, path.name)
        for path in (tmp_path / "model").glob("model.json"):
            archive.add(path, path.name)
    run("src/evaluate.py", "--model", "model", "--test", "out/test", "--output", "evaluation")
    report = json.loads((tmp_path / "evaluation" / "evaluation.json").read_text())
    assert report["metrics"][metric]["value"] < 1 if metric == "rmse" else report["metrics"][metric]["value"] > 0.9

    calls = "import sys; sys.path.insert(0, 'src'); import inference as i; m = i.model_fn('model'); rows = open('out/test/test.csv').read().splitlines()[1:3]; body = '\\n'.join(r.rsplit(',', 1)[0] for r in rows); print(i.output_fn(i.predict_fn(i.input_fn(body, 'text/csv'), m), 'application/json'))"
    assert len(json.loads(run("-c", calls))["predictions"]) == 2
