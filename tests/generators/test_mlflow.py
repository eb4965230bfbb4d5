"""What is particular to MLflow: server, project and scripts agree, and the scripts really run."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generators import load, validated
from generators.checks import Missing
from generators.checks.programs import separate_python

KIND = load("mlflow")


def files(**raw: Any) -> dict[str, str]:
    return KIND.render(validated(KIND, raw))


def test_the_command_of_the_project_hands_over_each_parameter() -> None:
    made = files(parameters=[{"name": "max_depth", "type": "int", "default": 5}, {"name": "data", "type": "path"}])
    main = yaml.safe_load(made["MLproject"])["entry_points"]["main"]
    assert main["command"] == "python train.py --max-depth {max_depth} --data {data}"
    assert main["parameters"] == {"max_depth": {"type": "int", "default": 5}, "data": {"type": "path"}}
    assert '"--max-depth", type=int, default=5' in made["train.py"]


@pytest.mark.parametrize(
    ("environment", "key", "file"),
    [("python", "python_env", "python_env.yaml"), ("conda", "conda_env", "conda.yaml"), ("docker", "docker_env", None)],
)
def test_a_project_has_one_environment(environment: str, key: str, file: str | None) -> None:
    made = files(environment=environment)
    project = yaml.safe_load(made["MLproject"])
    assert [name for name in project if name.endswith("_env")] == [key]
    assert file is None or (project[key] == file and "mlflow==" in made[file])


def test_the_server_keeps_everything_and_no_password_is_written_down() -> None:
    made = files(parts=["server"], store="minio", login=True, port=5050)
    compose = yaml.safe_load(made["compose.yaml"])
    assert compose["services"]["mlflow"]["ports"] == ["5050:5000"]
    assert set(compose["volumes"]) == {"db-data", "minio-data"}
    settings = [
        value
        for service in compose["services"].values()
        for name, value in service.get("environment", {}).items()
        if "PASSWORD" in name or "KEY" in name
    ]
    assert settings and all(str(value).startswith("${") for value in settings)
    assert "${DB_PASSWORD:?" in compose["services"]["mlflow"]["environment"]["MLFLOW_BACKEND_STORE_URI"]


def test_clients_need_no_access_to_the_bucket() -> None:
    command = yaml.safe_load(files(parts=["server"], artifacts="acme-artifacts")["compose.yaml"])["services"]["mlflow"]["command"]
    assert "--serve-artifacts" in command and "--artifacts-destination=s3://acme-artifacts" in command


def test_in_kubernetes_the_password_stands_above_the_address_that_uses_it() -> None:
    documents = list(yaml.safe_load_all(files(parts=["kubernetes"])["k8s/mlflow.yaml"]))
    deployment = next(document for document in documents if document["kind"] == "Deployment")
    names = [variable["name"] for variable in deployment["spec"]["template"]["spec"]["containers"][0]["env"]]
    assert names.index("DB_PASSWORD") < names.index("MLFLOW_BACKEND_STORE_URI")


def test_a_volume_is_never_mounted_by_two_pods_at_once() -> None:
    documents = list(yaml.safe_load_all(files(parts=["kubernetes"], database="sqlite", store="volume")["k8s/mlflow.yaml"]))
    deployment = next(document for document in documents if document["kind"] == "Deployment")
    assert deployment["spec"]["strategy"] == {"type": "Recreate"} and deployment["spec"]["replicas"] == 1


@pytest.mark.extras
@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"metric": "rmse"},
        {"flavor": "xgboost"},
        {"parameters": [{"name": "learning_rate", "default": 0.1}]},
        {"parameters": [{"name": "alpha", "default": 0.001}]},
    ],
    ids=["forest", "regression", "xgboost", "boosting", "linear"],
)
def test_the_training_script_runs_and_its_model_is_promoted(tmp_path: Path, raw: dict[str, Any]) -> None:
    try:
        python = separate_python("mlflow")
    except Missing as error:
        pytest.skip(str(error))
    for path, text in files(parts=["training", "registry"], registered="churn", **raw).items():
        (tmp_path / path).write_text(text)
    environment = {
        "MLFLOW_TRACKING_URI": f"sqlite:///{tmp_path}/mlflow.db",
        "PATH": str(Path(python).parent),
        "HOME": str(tmp_path),
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [python, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600, check=False
        )

    trained = run("train.py")
    assert trained.returncode == 0, trained.stderr[-2000:]
    promoted = run("promote.py", "1")
    assert "churn@champion is now version 1" in promoted.stdout, promoted.stderr[-2000:]
    again = run("promote.py", "1", "--min-gain", "0.1")
    assert again.returncode == 1 and "is not better" in again.stderr
