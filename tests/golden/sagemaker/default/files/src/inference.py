"""What the endpoint runs: SageMaker calls these four functions."""

import io
import json
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pandas as pd


def model_fn(folder: str) -> Any:
    return joblib.load(Path(folder, "model.joblib"))


def input_fn(body: str | bytes, content_type: str) -> np.ndarray:
    if content_type.split(";")[0] != "text/csv":
        raise ValueError(f"{content_type} is not understood; send text/csv.")
    text = body.decode() if isinstance(body, bytes) else body
    # The columns of the training data in their order, without the target and without a header.
    return pd.read_csv(io.StringIO(text), header=None).to_numpy()


def predict_fn(table: np.ndarray, model: Any) -> np.ndarray:
    return model.predict_proba(table)[:, 1]


def output_fn(predicted: np.ndarray, accept: str) -> str:
    return json.dumps({"predictions": [float(value) for value in predicted]})
