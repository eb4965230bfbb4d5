"""Generated tests are run against real modules: they pass for a right one and fail for a wrong one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generators import generate

RIGHT = """
import pandas as pd


def clean_data(df):
    result = df.drop_duplicates().copy()
    {fill}
    return result
"""
FILLS = {
    "fills-median": "result['amount'] = result['amount'].fillna(result['amount'].median())",
    "fills-mean": "result['amount'] = result['amount'].fillna(result['amount'].mean())",
    "fills-zero": "result['amount'] = result['amount'].fillna(0)",
    "drops-missing": "result = result.dropna()",
    "lowercase-columns": "result.columns = [name.lower() for name in result.columns]",
    "strips-text": "result['city'] = result['city'].str.strip()",
    "lowercases-text": "result['city'] = result['city'].str.lower()",
    "scales-0-1": "result['amount'] = (result['amount'] - result['amount'].min()) / (result['amount'].max() - result['amount'].min())",
    "standardizes": "result['amount'] = (result['amount'] - result['amount'].mean()) / result['amount'].std()",
    "one-hot": "result = pd.get_dummies(result, columns=['city'])",
    "parses-dates": "result = result.assign(date=pd.to_datetime(result['date'])) if 'date' in result else result",
    "rejects-empty": "\n    if df.empty:\n        raise ValueError('empty')",
}


def run(folder: Path, files: dict[str, str]) -> tuple[int, str]:
    """pytest as its user runs it: `python -m pytest` in the project's root."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "", "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rfE", "-p", "no:cacheprovider"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=110,
    )
    return said.returncode, said.stdout + said.stderr


def failing(folder: Path, files: dict[str, str]) -> set[str]:
    """The test files of a project in which something failed; everything is run at once, because each start takes a second."""
    code, said = run(folder, files)
    assert code in (0, 1), said
    return {line.split("::")[0].split()[-1] for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))}


def made(**options: object) -> dict[str, str]:
    return {file.path: file.content for file in generate("pytest", options).files}


def of_function(behaviours: list[str]) -> dict[str, str]:
    return made(parts=["function"], function="clean_data", module="src/clean.py", arguments=["df"], behaviours=behaviours)


def of_all(implementation: dict[str, str]) -> dict[str, str]:
    """A project with a module and its tests for each behaviour."""
    files: dict[str, str] = {}
    for behaviour in FILLS:
        name = f"do_{behaviour.replace('-', '_')}"
        files |= made(parts=["function"], function=name, module=f"src/{name}.py", arguments=["df"], behaviours=[behaviour])
        files[f"src/{name}.py"] = RIGHT.format(fill=implementation.get(behaviour, "pass")).replace("clean_data", name)
    return files


def test_functions_that_keep_their_promise_pass_and_those_that_do_not_fail(tmp_path) -> None:
    assert failing(tmp_path / "right", of_all(FILLS)) == set()
    assert failing(tmp_path / "wrong", of_all({})) == {f"tests/test_do_{behaviour.replace('-', '_')}.py" for behaviour in FILLS}


def test_duplicates_that_stay_and_a_changed_input_are_noticed(tmp_path) -> None:
    tests = of_function(["drops-duplicates"])
    assert run(tmp_path / "right", {**tests, "src/clean.py": RIGHT.format(fill="pass")})[0] == 0
    code, said = run(tmp_path / "wrong", {**tests, "src/clean.py": "def clean_data(df):\n    df['amount'] = 1\n    return df\n"})
    assert code == 1
    assert "2 failed" in said


def test_the_median_and_the_mean_are_told_apart(tmp_path) -> None:
    code, said = run(tmp_path, {**of_function(["fills-median"]), "src/clean.py": RIGHT.format(fill=FILLS["fills-mean"])})
    assert code == 1 and "median" in said


def test_examples_and_refusals_of_a_plain_function(tmp_path) -> None:
    tests = made(
        parts=["function"],
        function="divide",
        module="calc.py",
        arguments=["a", "b"],
        cases=[{"arguments": "6, 3", "expected": "2"}],
        raises=[{"arguments": "1, 0", "error": "ZeroDivisionError"}],
    )
    assert run(tmp_path / "right", {**tests, "calc.py": "def divide(a, b):\n    return a / b\n"})[0] == 0
    code, said = run(tmp_path / "wrong", {**tests, "calc.py": "def divide(a, b):\n    return a * b\n"})
    assert code == 1 and "2 failed" in said


METRICS = {
    '{"auc": 0.81, "rmse": 2.0}': True,
    '{"auc": 0.79, "rmse": 2.0}': False,
    '{"auc": 0.9, "rmse": 3.1}': False,
    '{"rmse": 1.0}': False,
    '{"auc": NaN, "rmse": 2.0}': False,
}


def test_the_quality_gate_opens_only_for_good_metrics(tmp_path) -> None:
    thresholds = [{"metric": "auc", "value": 0.8}, {"metric": "rmse", "side": "at-most", "value": 3}]
    files = made(parts=["config"])
    for at, metrics in enumerate(METRICS):
        files |= made(parts=["metrics"], folder=f"tests/case{at}", metrics=f"reports/metrics{at}.json", thresholds=thresholds)
        files[f"reports/metrics{at}.json"] = metrics
    assert failing(tmp_path, files) == {f"tests/case{at}/test_metrics.py" for at, good in enumerate(METRICS.values()) if not good}


def test_a_missing_metrics_file_fails_the_gate(tmp_path) -> None:
    code, said = run(tmp_path, made(parts=["metrics"]))
    assert code == 1 and "FileNotFoundError" in said


def test_a_model_that_is_worse_than_the_one_in_production_fails(tmp_path) -> None:
    files = made(parts=["config"]) | {"metrics.json": '{"auc": 0.81}'}
    for name, production in (("close", 0.82), ("better", 0.9)):
        thresholds = [{"metric": "auc", "value": 0.5}]
        files |= made(parts=["metrics"], folder=f"tests/{name}", thresholds=thresholds, baseline=f"{name}.json", margin=0.02)
        files[f"{name}.json"] = f'{{"auc": {production}}}'
    assert failing(tmp_path, files) == {"tests/better/test_metrics.py"}


TABLES = {
    "id,age,target\n1,20,0\n2,99,1\n": True,
    "id,age,target\n1,20,0\n1,30,1\n": False,
    "id,age,target\n1,17,0\n": False,
    "id,age,target\n1,20,2\n": False,
    "id,age\n1,20\n": False,
    "id,age,target\n,20,0\n": False,
    "id,age,target\n": False,
}


def test_broken_data_is_noticed(tmp_path) -> None:
    files = made(parts=["config"])
    for at, table in enumerate(TABLES):
        rules = {"required": ["id"], "unique": ["id"], "ranges": {"age": {"low": 18, "high": 100}}, "allowed": {"target": "0, 1"}}
        files |= made(parts=["data"], folder=f"tests/case{at}", data=f"data/table{at}.csv", **rules)
        files[f"data/table{at}.csv"] = table
    assert failing(tmp_path, files) == {f"tests/case{at}/test_data.py" for at, good in enumerate(TABLES.values()) if not good}


SERVICE = """
from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import BaseModel

state = {}


@asynccontextmanager
async def life(app):
    state["model"] = lambda age: age > 30
    yield


app = FastAPI(lifespan=life)


class Customer(BaseModel):
    age: int
    city: str


@app.get("/health")
def health():
    return {"ok": True}


@app.post("/predict")
def predict(customer: Customer):
    return {"prediction": state["model"](customer.age)}
"""


def test_a_service_is_tested_with_its_start(tmp_path) -> None:
    pytest.importorskip("fastapi")
    tests = made(parts=["config", "api", "fixtures"], fields={"age": "int", "city": "str"}, answer="prediction")
    assert run(tmp_path / "right", {**tests, "app/main.py": SERVICE})[0] == 0
    code, said = run(tmp_path / "wrong", {**tests, "app/main.py": SERVICE.replace("age: int", "age: object")})
    assert code == 1 and "test_a_wrong_type_is_refused[age]" in said


def test_a_model_is_tested_by_its_behaviour(tmp_path) -> None:
    pytest.importorskip("sklearn")
    tests = made(
        parts=["config", "model"],
        model="models/m.joblib",
        features={"age": 40, "income": 1000},
        increasing=["income"],
        invariant=["age"],
    )
    train = (
        "import joblib, numpy as np, pandas as pd\nfrom pathlib import Path\nfrom sklearn.linear_model import LinearRegression\n"
        "rows = pd.DataFrame({'age': [1.0, 2, 3, 4], 'income': [1.0, 0, 5, 2]})\nPath('models').mkdir(exist_ok=True)\n"
        "joblib.dump(LinearRegression().fit(rows, SIGN * rows['income']), 'models/m.joblib')\n"
    )
    for sign, code in ((1, 0), (-1, 1)):
        folder = tmp_path / str(sign)
        folder.mkdir()
        subprocess.run([sys.executable, "-c", train.replace("SIGN", str(sign))], cwd=folder, check=True, timeout=60)
        assert run(folder, tests)[0] == code
