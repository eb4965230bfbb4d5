"""Requests for tests, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("testy w pytest do funkcji clean_data(df) z src/clean.py, usuwa duplikaty i wypelnia braki mediana",
     {"parts": ["function"], "function": "clean_data", "module": "src/clean.py", "arguments": ["df"], "behaviours": ["drops-duplicates", "fills-median"]}),
    ('pytest config for our repo: tests in tests/, marker "slow", coverage of src must be at least 80%, warnings are errors',
     {"parts": ["config"], "folder": "tests", "markers": ["slow"], "coverage": 80, "source": "src", "warnings_as_errors": True}),
    ("test w pytest, który czyta reports/metrics.json i wymaga auc co najmniej 0.8",
     {"parts": ["metrics"], "metrics": "reports/metrics.json", "thresholds": [{"metric": "auc", "side": "at-least", "value": 0.8}]}),
    ("pytest tests for our FastAPI service app/main.py: POST /predict with fields age (int) and income (float), GET /health",
     {"parts": ["api"], "service": "app/main.py", "endpoint": "/predict", "health": "/health", "fields": {"age": "int", "income": "float"}}),
    ("testy danych w pytest dla data/customers.parquet: kolumny customer_id, age, target; age między 18 a 100, target tylko 0 lub 1, "
     "bez braków w customer_id",
     {"parts": ["data"], "data": "data/customers.parquet", "columns": ["customer_id", "age", "target"], "ranges": {"age": {"low": 18.0, "high": 100.0}},
      "allowed": {"target": "0, 1"}, "required": ["customer_id"]}),
    ("pytest for the function scale_features(df) in src/features.py: scales numbers to 0-1 and keeps the columns",
     {"function": "scale_features", "module": "src/features.py", "behaviours": ["keeps-columns", "scales-0-1"]}),
    ("unit tests for add(a, b) from calc.py: add(2, 3) == 5, add(-1, 1) == 0 and add('a', 1) raises TypeError",
     {"function": "add", "module": "calc.py", "arguments": ["a", "b"], "cases": [{"arguments": "2, 3", "expected": "5"}, {"arguments": "-1, 1", "expected": "0"}],
      "raises": [{"arguments": "'a', 1", "error": "TypeError"}]}),
    ("model quality tests: metrics.json, accuracy above 0.9, rmse below 3.5, and not worse than baseline.json",
     {"metrics": "metrics.json", "baseline": "baseline.json",
      "thresholds": [{"metric": "accuracy", "side": "at-least", "value": 0.9}, {"metric": "rmse", "side": "at-most", "value": 3.5}]}),
    ("pytest.ini z markerami slow, gpu i integration, pomijaj testy slow domyślnie, bez ostrzeżeń",
     {"parts": ["config"], "config": "pytest.ini", "markers": ["slow", "gpu", "integration"], "skipped": ["slow"], "warnings_as_errors": False}),
    ("conftest with a dataframe fixture and a test client", {"parts": ["fixtures"], "fixtures": ["dataframe", "client"]}),
    ("zmień próg na auc 0.85 i pokrycie 90%", {"thresholds": [{"metric": "auc", "side": "at-least", "value": 0.85}], "coverage": 90}),
    ("testy zachowania modelu models/churn.joblib: zmiana customer_id nie zmienia wyniku, predykcja do 50 ms",
     {"parts": ["model"], "model": "models/churn.joblib", "invariant": ["customer_id"], "max_ms": 50}),
    ("napisz testy dla funkcji `fill_missing` z src/prep.py, uzupełnia braki średnią i rzuca ValueError dla pustej ramki",
     {"function": "fill_missing", "module": "src/prep.py", "behaviours": ["fills-mean", "rejects-empty"], "error": "ValueError"}),
    ("run the tests in parallel with a timeout of 60 seconds", {"parallel": True, "timeout": 60}),
    ("pytest test for a FastAPI /predict endpoint in app/main.py, payload has age and income, expects 200 and a field 'prediction'",
     {"parts": ["api"], "endpoint": "/predict", "fields": {"age": "float", "income": "float"}, "answer": "prediction", "allowed": None}),
    ("write pytest data tests for data/train.parquet: no missing values in user_id, price must be positive, label only 0 or 1",
     {"parts": ["data"], "required": ["user_id"], "ranges": {"price": {"low": 1e-09}}, "allowed": {"label": "0, 1"}}),
    ("pytest for `normalize_text(text)` in src/text.py: lowercases and strips whitespace, returns '' for None",
     {"function": "normalize_text", "behaviours": ["strips-text", "lowercases-text"], "cases": [{"arguments": "None", "expected": "''"}]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("pytest", message)
    validated(load("pytest"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_what_is_not_said_stays_at_its_default() -> None:
    assert read_options("pytest", "testy w pytest dla mojego projektu") == {}


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"function": "class"}, "contains 'class', a word of Python itself"),
        ({"module": "src/my-file.py"}, "module: 'src/my-file.py' must be a Python file that can be imported"),
        ({"coverage": 120}, "coverage: 120"),
        ({"ranges": {"age": {"low": 100, "high": 18}}}, "age: the smallest value 100 is above the largest, 18"),
        ({"cases": [{"arguments": "__import__('os')", "expected": "1"}]}, "cases.0.arguments"),
        ({"thresholds": [{"metric": "auc", "value": 0.8}, {"metric": "auc", "value": 0.9}]}, "auc has two limits"),
    ],
)
def test_impossible_values_are_refused_with_their_rule(options: dict[str, object], rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("pytest"), options)
    assert rule.lower() in str(caught.value).lower()
