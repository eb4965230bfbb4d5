"""Features of rides: definitions that `feast apply` registers."""

from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64
from feast.value_type import ValueType

driver = Entity(
    name="driver",
    join_keys=["driver_id"],
    value_type=ValueType.INT64,
    description="Key driver_id",
)

driver_stats_source = FileSource(
    name="driver_stats_source",
    path="data/driver_stats.parquet",
    timestamp_field="event_timestamp",
)

driver_stats = FeatureView(
    name="driver_stats",
    entities=[driver],
    # A value older than this counts as missing, counted back from the time of each training row.
    ttl=timedelta(days=1),
    schema=[
        Field(name="conv_rate", dtype=Float32),
        Field(name="acc_rate", dtype=Float32),
        Field(name="avg_daily_trips", dtype=Int64),
    ],
    source=driver_stats_source,
    online=True,
    owner="ml-team@example.com",
    tags={"project": "rides"},
)


# What one version of a model reads; a new version gets a service of its own.
rides_v1 = FeatureService(
    name="rides_v1",
    features=[driver_stats],
    owner="ml-team@example.com",
)
