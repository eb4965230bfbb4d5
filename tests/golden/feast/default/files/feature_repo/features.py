"""Features of churn: definitions that `feast apply` registers."""

from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64
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
)

customer_stats = FeatureView(
    name="customer_stats",
    entities=[customer],
    # A value older than this counts as missing, counted back from the time of each training row.
    ttl=timedelta(days=3),
    schema=[
        Field(name="orders_30d", dtype=Int64),
        Field(name="avg_basket", dtype=Float32),
    ],
    source=customer_stats_source,
    online=True,
    owner="ml-team@example.com",
    tags={"project": "churn"},
)


# What one version of a model reads; a new version gets a service of its own.
churn_v1 = FeatureService(
    name="churn_v1",
    features=[customer_stats],
    owner="ml-team@example.com",
)
