"""Moves the alias champion to a version of a registered model, if it is better than the one that has it.

Run it in CI; it ends with an error when the version is not better. The server comes from MLFLOW_TRACKING_URI.
"""

import argparse

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

MODEL = "fraud-classifier"
ALIAS = "champion"
METRIC = "auc"


def metric_of(client: MlflowClient, version: str) -> float:
    run_id = client.get_model_version(MODEL, version).run_id
    return client.get_run(run_id).data.metrics[METRIC]


def version_with_alias(client: MlflowClient) -> str | None:
    try:
        return client.get_model_version_by_alias(MODEL, ALIAS).version
    except MlflowException:
        return None  # the first promotion


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("version", help="the version to promote")
    parser.add_argument("--min-gain", type=float, default=0.0, help="how much better it has to be")
    arguments = parser.parse_args()

    client = MlflowClient()
    new, current = metric_of(client, arguments.version), version_with_alias(client)
    if current is not None:
        old = metric_of(client, current)
        gain = new - old
        print(f"{METRIC}: {old:.4f} (version {current}) -> {new:.4f} (version {arguments.version})")
        if gain < arguments.min_gain:
            raise SystemExit(f"Version {arguments.version} is not better; {ALIAS} stays at version {current}.")
    client.set_registered_model_alias(MODEL, ALIAS, arguments.version)
    print(f"{MODEL}@{ALIAS} is now version {arguments.version}. Before: {current}.")


if __name__ == "__main__":
    main()
