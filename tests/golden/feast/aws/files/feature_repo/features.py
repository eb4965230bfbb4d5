"""Features of fraud: definitions that `feast apply` registers."""

from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, RedshiftSource
from feast.types import Float32, Int64
from feast.value_type import ValueType

user = Entity(
    name="user",
    join_keys=["user_id"],
    value_type=ValueType.STRING,
    description="Key user_id",
)
device = Entity(
    name="device",
    join_keys=["device_id"],
    value_type=ValueType.STRING,
    description="Key device_id",
)

user_features_source = RedshiftSource(
    name="user_features_source",
    table="user_features",
    schema="analytics",
    timestamp_field="event_timestamp",
)

user_features = FeatureView(
    name="user_features",
    entities=[user, device],
    # A value older than this counts as missing, counted back from the time of each training row.
    ttl=timedelta(days=3),
    schema=[
        Field(name="orders_30d", dtype=Int64),
        Field(name="avg_basket", dtype=Float32),
    ],
    source=user_features_source,
    online=True,
    owner="ml-team@example.com",
    tags={"project": "fraud"},
)


# What one version of a model reads; a new version gets a service of its own.
fraud_v1 = FeatureService(
    name="fraud_v1",
    features=[user_features],
    owner="ml-team@example.com",
)
