"""What is particular to feature repositories: names, types, stores and what is read."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, str]:
    files = generate("feast", options).files
    assert all(file.passed for file in files), [(file.path, file.checks) for file in files]
    return {file.path.rsplit("/", 1)[-1]: file.content for file in files}


def test_the_view_is_called_like_its_file() -> None:
    files = made(keys=["driver_id"], path="s3://rides/daily/driver_stats.parquet", fields=[{"name": "trips", "type": "int"}])
    assert 'name="driver_stats"' in files["features.py"] and 'path="s3://rides/daily/driver_stats.parquet"' in files["features.py"]
    assert 'Entity(\n    name="driver",\n    join_keys=["driver_id"]' in files["features.py"]
    assert 'Field(name="trips", dtype=Int64)' in files["features.py"]


@pytest.mark.parametrize(
    ("kind", "dtype"),
    [("int", "Int64"), ("int32", "Int32"), ("float", "Float32"), ("double", "Float64"), ("string", "String"), ("bool", "Bool"),
     ("timestamp", "UnixTimestamp"), ("vector", "Array(Float32)")],
)  # fmt: skip
def test_every_type_is_imported_where_it_is_used(kind: str, dtype: str) -> None:
    text = made(fields=[{"name": "value", "type": kind}])["features.py"]
    assert f"dtype={dtype})" in text


@pytest.mark.parametrize("name", ["import", "class", "timedelta", "match", "pd"])
def test_a_word_of_python_is_no_obstacle(name: str) -> None:
    text = made(keys=[name, "b_id"], view=name, service=name, fields=[{"name": f"x_{name}"}])["features.py"]
    assert f'name="{name}"' in text


def test_two_keys_stand_in_every_query() -> None:
    files = made(keys=["customer_id", "product_id"], key_type="string")
    assert "entities=[customer, product]" in files["features.py"]
    assert 'KEYS = {"customer_id": ["a-1001", "a-1002"], "product_id": ["a-1001", "a-1002"]}' in files["retrieve.py"]


@pytest.mark.parametrize(
    ("options", "provider", "requirement"),
    [
        ({}, "local", "feast=="),
        ({"online": "redis"}, "local", "feast[redis]=="),
        ({"online": "dynamodb", "registry": "s3"}, "aws", "feast[aws]=="),
        ({"online": "datastore", "offline": "bigquery", "registry": "gcs"}, "gcp", "feast[gcp]=="),
        ({"online": "postgres", "registry": "sql"}, "local", "feast[postgres,sql]=="),
    ],
)
def test_stores_bring_their_provider_and_their_extras(options: dict[str, str], provider: str, requirement: str) -> None:
    files = made(**options)
    assert yaml.safe_load(files["feature_store.yaml"])["provider"] == provider
    assert files["requirements.txt"].startswith(requirement)


def test_passwords_come_from_the_environment() -> None:
    store = yaml.safe_load(made(online="postgres", offline="snowflake")["feature_store.yaml"])
    assert store["online_store"]["password"] == "${FEAST_ONLINE_PASSWORD}"
    assert store["offline_store"]["password"] == "${SNOWFLAKE_PASSWORD}"


def test_the_script_that_only_reads_is_not_run_by_apply() -> None:
    files = made()
    assert files[".feastignore"] == "retrieve.py\n" and 'get_feature_service("churn_v1")' in files["retrieve.py"]
    assert 'name="churn_v1"' in files["features.py"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"fields": [{"name": "a"}, {"name": "a"}]}, "a is named twice"),
        ({"keys": ["event_timestamp"]}, "event_timestamp is named twice"),
        ({"keys": []}, "at least one"),
        ({"fields": [{"name": "a__b"}]}, "single underscores"),
        ({"path": "../data.parquet"}, "Parquet file"),
        ({"path": 'data/x.parquet", **{}'}, "Parquet file"),
        ({"ttl": "2 weeks"}, "days or hours"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(BadOption, match=said):
        validated(load("feast"), options)


@pytest.mark.extras
def test_feast_plans_what_was_generated() -> None:
    files = generate("feast", {"push": True, "on_demand": True, "created": "created", "keys": ["driver_id"]}, heavy=True).files
    said = [check for file in files for check in file.checks if check.tool == "feast plan"]
    assert said and all(check.passed is not False for check in said), said
