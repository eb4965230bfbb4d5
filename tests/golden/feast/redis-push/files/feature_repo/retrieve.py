"""How to read the features: at past times for training, the newest values for a prediction."""

from datetime import datetime, timedelta, timezone

import pandas as pd
from feast import FeatureStore

KEYS = {"customer_id": [1001, 1002]}


def training_set(store: FeatureStore) -> pd.DataFrame:
    """Each row gets the values as they were at its own time, so nothing leaks from the future."""
    now = datetime.now(timezone.utc)
    rows = pd.DataFrame(KEYS)
    rows["event_timestamp"] = [now - timedelta(days=day) for day in range(len(rows))]
    rows["amount"] = 100.0
    return store.get_historical_features(entity_df=rows, features=store.get_feature_service("churn_v1")).to_df()


def newest(store: FeatureStore) -> dict[str, list]:
    """A key that the store does not know gets None, not an error."""
    rows = pd.DataFrame(KEYS).assign(amount=100.0).to_dict("records")
    answer = store.get_online_features(features=store.get_feature_service("churn_v1"), entity_rows=rows)
    return answer.to_dict()


if __name__ == "__main__":
    feature_store = FeatureStore(repo_path=".")
    print(training_set(feature_store))
    feature_store.materialize_incremental(end_date=datetime.now(timezone.utc))
    print(newest(feature_store))
