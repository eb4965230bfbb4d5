"""Measures the model on data that it has not seen and writes evaluation.json, which the pipeline's condition reads."""

import argparse
import json
import tarfile
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

TARGET = "target"


def load_model(folder: Path) -> Any:
    with tarfile.open(Path(folder, "model.tar.gz")) as archive:
        archive.extractall(folder, filter="data")
    return joblib.load(Path(folder, "model.joblib"))


def predict(model: Any, table: np.ndarray) -> np.ndarray:
    return model.predict_proba(table)[:, 1]


def measure(truth: pd.Series, predicted: np.ndarray) -> dict[str, float]:
    decided = predicted >= 0.5
    return {
        "auc": float(roc_auc_score(truth, predicted)),
        "accuracy": float(accuracy_score(truth, decided)),
        "f1": float(f1_score(truth, decided)),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="/opt/ml/processing/model")
    parser.add_argument("--test", default="/opt/ml/processing/test")
    parser.add_argument("--output", default="/opt/ml/processing/evaluation")
    arguments = parser.parse_args()

    table = pd.concat((pd.read_csv(file) for file in sorted(Path(arguments.test).rglob("*.csv"))), ignore_index=True)
    predicted = predict(load_model(Path(arguments.model)), table.drop(columns=TARGET).to_numpy())
    metrics = measure(table[TARGET], predicted)
    print(metrics)
    report = {"metrics": {name: {"value": value} for name, value in metrics.items()}}
    Path(arguments.output).mkdir(parents=True, exist_ok=True)
    Path(arguments.output, "evaluation.json").write_text(json.dumps(report, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
