"""What is particular to DVC: the stages make one graph, and parameters stand where their stage looks for them."""

from typing import Any

import pytest
import yaml

from generators import load, validated

KIND = load("dvc")


def files(**raw: Any) -> dict[str, str]:
    return KIND.render(validated(KIND, raw))


def stages(**raw: Any) -> dict[str, Any]:
    return yaml.safe_load(files(**raw)["dvc.yaml"])["stages"]


def test_each_stage_reads_what_an_earlier_one_wrote() -> None:
    made = stages(stages=["download", "clean", "featurize", "train", "evaluate", "register"])
    assert list(made) == ["download", "clean", "featurize", "train", "evaluate", "register"]
    assert made["download"]["outs"] == ["data/raw.csv"] and "data/raw.csv" in made["clean"]["deps"]
    assert made["clean"]["outs"] == ["data/cleaned"] and "data/cleaned" in made["featurize"]["deps"]
    assert "data/features" in made["train"]["deps"]
    assert {"data/features", "models/model.joblib"} <= set(made["evaluate"]["deps"])
    assert {"models/model.joblib", "metrics.json"} <= set(made["register"]["deps"])


def test_the_last_stage_that_measures_writes_the_metrics_into_git() -> None:
    made = stages(stages=["train", "test", "evaluate"], metrics="reports/metrics.json")
    assert made["evaluate"]["metrics"] == [{"reports/metrics.json": {"cache": False}}]
    assert [name for name, stage in made.items() if "metrics" in stage] == ["evaluate"]


def test_a_named_script_belongs_to_the_stage_of_its_name() -> None:
    made = stages(files=["code/train_model.py", "prep.py"])
    assert made["train"]["cmd"] == "python code/train_model.py" and made["prepare"]["cmd"] == "python prep.py"
    assert made["evaluate"]["deps"][0] == "src/evaluate.py"


def test_parameters_go_to_the_stage_that_they_speak_of() -> None:
    made = files(params={"test_size": 0.3, "n_estimators": 50, "evaluate.top_k": 5})
    assert yaml.safe_load(made["params.yaml"]) == {
        "prepare": {"test_size": 0.3},
        "train": {"n_estimators": 50},
        "evaluate": {"top_k": 5},
    }
    assert yaml.safe_load(made["dvc.yaml"])["stages"]["evaluate"]["params"] == ["evaluate"]


def test_a_stage_for_each_value_is_followed_by_a_stage_that_reads_all_of_them() -> None:
    made = stages(matrix={"country": ["pl", "de"], "deep": [True, False]})
    assert made["train"]["outs"] == ["models/model-${item.country}-${item.deep}.joblib"]
    assert "models/model-pl-true.joblib" in made["evaluate"]["deps"] and len(made["evaluate"]["deps"]) == 6


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ({}, ["remote = storage", "url = s3://ml-data/dvc"]),
        ({"endpoint": "http://minio:9000", "region": "eu-west-1"}, ["endpointurl = http://minio:9000", "region = eu-west-1"]),
        ({"remote": "ssh", "remote_url": "ssh://a@b.example.com/srv"}, ["url = ssh://a@b.example.com/srv"]),
        ({"remote": "local"}, ["url = /mnt/dvc-storage"]),
    ],
)
def test_the_remote_is_an_address_without_keys(raw: dict[str, Any], lines: list[str]) -> None:
    config = files(**raw)[".dvc/config"]
    assert all(line in config for line in lines)
    assert not any(word in config for word in ("password", "access_key", "secret"))


def test_without_a_remote_there_is_no_configuration() -> None:
    assert ".dvc/config" not in files(remote="none")
