"""Trains a scikit-learn model inside a SageMaker job; runs on a laptop too: python src/train.py --train data"""

import argparse
import os
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

TARGET = "target"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", default=os.environ.get("SM_CHANNEL_TRAIN", "/opt/ml/input/data/train"))
    parser.add_argument("--model-dir", default=os.environ.get("SM_MODEL_DIR", "/opt/ml/model"))
    parser.add_argument("--n_estimators", type=int, default=200)
    parser.add_argument("--max_depth", type=int, default=8)
    arguments = parser.parse_args()

    table = pd.concat((pd.read_csv(file) for file in sorted(Path(arguments.train).rglob("*.csv"))), ignore_index=True)
    # Requests carry no names of columns, only their order, so the model is not taught the names either.
    features, target = table.drop(columns=TARGET).to_numpy(), table[TARGET]
    train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.2, random_state=42, stratify=target)

    model = RandomForestClassifier(random_state=42)
    known = model.get_params()
    model.set_params(**{name: value for name, value in vars(arguments).items() if name in known})
    model.fit(train_x, train_y)
    score = roc_auc_score(test_y, model.predict_proba(test_x)[:, 1])
    # CloudWatch reads the metric out of this line.
    print(f"validation_auc={score:.4f}")

    Path(arguments.model_dir).mkdir(parents=True, exist_ok=True)
    joblib.dump(model, Path(arguments.model_dir, "model.joblib"))


if __name__ == "__main__":
    main()
