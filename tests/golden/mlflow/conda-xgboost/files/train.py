"""Trains an XGBoost model and logs parameters, metrics and the model to MLflow.

The address of the server comes from MLFLOW_TRACKING_URI.
"""

import argparse
from importlib.metadata import packages_distributions, version

import mlflow
import numpy as np
import pandas as pd
from mlflow.models import infer_signature
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

EXPERIMENT = "fraud"
SEED = 42
# The model is loaded with the versions that it was trained with.
XGBOOST = packages_distributions()["xgboost"][0]  # xgboost, or xgboost-cpu without its CUDA libraries
REQUIREMENTS = [f"{name}=={version(name)}" for name in ("mlflow", XGBOOST, "scikit-learn", "pandas")]


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains a model and logs it to MLflow.")
    parser.add_argument("--data", help="table with a column `target`; a sample that comes with scikit-learn without it")
    parser.add_argument("--max-depth", type=int, default=5)
    parser.add_argument("--learning-rate", type=float, default=0.05)
    return parser.parse_args()


def read_data(path: str | None) -> tuple[pd.DataFrame, pd.Series]:
    if path is None:
        sample = load_breast_cancer(as_frame=True)
        return sample.data, sample.target
    table = pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path)
    return table.drop(columns="target"), table["target"]


def measure(truth: np.ndarray, scores: np.ndarray) -> dict[str, float]:
    predicted = scores >= 0.5
    return {
        "auc": roc_auc_score(truth, scores),
        "accuracy": accuracy_score(truth, predicted),
        "f1": f1_score(truth, predicted),
    }


def main() -> None:
    arguments = read_arguments()
    features, target = read_data(arguments.data)
    train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.2, random_state=SEED, stratify=target)
    model = XGBClassifier(random_state=SEED, early_stopping_rounds=20)
    known = model.get_params()
    model.set_params(**{name: value for name, value in vars(arguments).items() if name in known})

    mlflow.set_experiment(EXPERIMENT)
    with mlflow.start_run():
        mlflow.log_params(vars(arguments))
        fit_x, stop_x, fit_y, stop_y = train_test_split(train_x, train_y, test_size=0.2, random_state=SEED)
        model.fit(fit_x, fit_y, eval_set=[(stop_x, stop_y)], verbose=False)
        predicted = model.predict_proba(test_x)[:, 1]
        mlflow.log_metrics({**measure(test_y, predicted), "best_iteration": model.best_iteration})
        # Columns of integers cannot hold missing values later, so the model is told to expect floats.
        example = test_x.head(5).astype(float, errors="ignore")
        mlflow.xgboost.log_model(
            model,
            name="model",
            signature=infer_signature(example, model.predict(example)),
            input_example=example,
            pip_requirements=REQUIREMENTS,
            registered_model_name="fraud-classifier",
        )


if __name__ == "__main__":
    main()
