"""Features of churn: definitions that `feast apply` registers."""

from datetime import timedelta

import pandas as pd
from feast import Entity, FeatureService, FeatureView, Field, FileSource, PushSource, RequestSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float32, Float64, Int64
from feast.value_type import ValueType

customer = Entity(
    name="customer",
    join_keys=["customer_id"],
    value_type=ValueType.INT64,
    description="Key customer_id",
)

customer_stats_source = FileSource(
    name="customer_stats_source",
    path="data/customer_stats.parquet",
    timestamp_field="event_timestamp",
    # Of two rows with the same time, the one written later wins.
    created_timestamp_column="created",
)

# Values that arrive one by one go to the online store at once; training still reads the source above.
customer_stats_push = PushSource(name="customer_stats_push", batch_source=customer_stats_source)

customer_stats = FeatureView(
    name="customer_stats",
    entities=[customer],
    # A value older than this counts as missing, counted back from the time of each training row.
    ttl=timedelta(days=3),
    schema=[
        Field(name="orders_30d", dtype=Int64),
        Field(name="avg_basket", dtype=Float32),
    ],
    source=customer_stats_push,
    online=True,
    owner="ml-team@example.com",
    tags={"project": "churn"},
)

request = RequestSource(name="customer_stats_request", schema=[Field(name="amount", dtype=Float64)])


@on_demand_feature_view(
    sources=[customer_stats, request],
    schema=[Field(name="amount_to_orders_30d", dtype=Float64)],
)
def customer_stats_on_demand(inputs: pd.DataFrame) -> pd.DataFrame:
    """Computed at the moment of the query, in training and in production by the same code."""
    result = pd.DataFrame()
    result["amount_to_orders_30d"] = inputs["amount"] / inputs["orders_30d"].where(inputs["orders_30d"] != 0)
    return result


# What one version of a model reads; a new version gets a service of its own.
churn_v1 = FeatureService(
    name="churn_v1",
    features=[customer_stats, customer_stats_on_demand],
    owner="ml-team@example.com",
)
