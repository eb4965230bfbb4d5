"""Trains an XGBoost model inside a SageMaker job; runs on a laptop too: python src/train.py --train data"""

import argparse
import os
from pathlib import Path

import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

TARGET = "target"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", default=os.environ.get("SM_CHANNEL_TRAIN", "/opt/ml/input/data/train"))
    parser.add_argument("--model-dir", default=os.environ.get("SM_MODEL_DIR", "/opt/ml/model"))
    parser.add_argument("--max_depth", type=int, default=6)
    parser.add_argument("--eta", type=float, default=0.1)
    arguments = parser.parse_args()

    table = pd.concat((pd.read_csv(file) for file in sorted(Path(arguments.train).rglob("*.csv"))), ignore_index=True)
    # Requests carry no names of columns, only their order, so the model is not taught the names either.
    features, target = table.drop(columns=TARGET).to_numpy(), table[TARGET]
    train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.2, random_state=42, stratify=target)

    model = XGBClassifier(random_state=42, early_stopping_rounds=20)
    known = model.get_params()
    model.set_params(**{name: value for name, value in vars(arguments).items() if name in known})
    model.fit(train_x, train_y, eval_set=[(test_x, test_y)], verbose=False)
    score = roc_auc_score(test_y, model.predict_proba(test_x)[:, 1])
    # CloudWatch reads the metric out of this line.
    print(f"validation_auc={score:.4f}")

    Path(arguments.model_dir).mkdir(parents=True, exist_ok=True)
    model.save_model(Path(arguments.model_dir, "model.json"))


if __name__ == "__main__":
    main()
