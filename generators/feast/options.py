"""What people vary in a feature repository."""

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.feast.field_words import fields_in, key_type_in, keys_in
from generators.feast.grammars import DataPath, FeatureName, Lifetime, Table
from generators.feast.words import offline_in, online_in, project_in, registry_in, service_in, table_in, ttl_in, view_in
from generators.frame import GeneratorOptions, option, refusal, values
from generators.frame.some import Some

FeatureType = Literal["int", "int32", "float", "double", "string", "bool", "timestamp", "vector"]
Offline = Literal["file", "duckdb", "bigquery", "redshift", "snowflake", "postgres"]


class Feature(GeneratorOptions):
    """A feature and its type."""

    name: FeatureName
    type: FeatureType = "float"


class Options(GeneratorOptions):
    """The repository, one view of features and the stores behind it."""

    project: FeatureName | None = option(
        None,
        "Name of the project; by itself it is named after the entity.",
        pl="Nazwa projektu; sama z siebie pochodzi od encji.",
        read=project_in,
    )
    keys: Annotated[tuple[FeatureName, ...], Field(max_length=4), Some] = option(
        ("customer_id",), "Join keys of the entities.", pl="Klucze łączenia encji.", read=keys_in
    )
    key_type: Literal["int", "string"] = option("int", "Type of the keys.", pl="Typ kluczy.", read=key_type_in)
    fields: Annotated[tuple[Feature, ...], Field(max_length=100), Some] = option(
        (Feature(name="orders_30d", type="int"), Feature(name="avg_basket", type="float")),
        "The features and their types.",
        pl="Cechy i ich typy.",
        read=fields_in,
    )
    view: FeatureName | None = option(None, "Name of the feature view.", pl="Nazwa widoku cech.", read=view_in)
    path: DataPath | None = option(None, "Parquet file with the features.", pl="Plik Parquet z cechami.")
    table: Table | None = option(None, "Table of the warehouse with the features.", pl="Tabela hurtowni z cechami.", read=table_in)
    timestamp: FeatureName = option(
        "event_timestamp",
        "Column with the time of a value.",
        pl="Kolumna z czasem wartości.",
        cues=(
            "timestamp field",
            "timestamp column",
            "timestamp_field",
            "event time column",
            "kolumna czasu",
            "pole czasu",
            "kolumna z czasem",
        ),
    )
    created: FeatureName | None = option(
        None,
        "Column with the time at which a row was written.",
        pl="Kolumna z czasem zapisania wiersza.",
        cues=("created column", "created timestamp column", "created_timestamp_column", "kolumna utworzenia"),
    )
    ttl: Lifetime = option("3d", "How old a value may be.", pl="Jak stara może być wartość.", read=ttl_in)
    service: FeatureName | None = option(None, "Name of the feature service.", pl="Nazwa usługi cech.", read=service_in)
    online: Literal["sqlite", "redis", "dynamodb", "postgres", "datastore"] = option(
        "sqlite", "Store that predictions read from.", pl="Magazyn, z którego czytają predykcje.", read=online_in
    )
    offline: Offline = option("file", "Store that training reads from.", pl="Magazyn, z którego czyta trening.", read=offline_in)
    registry: Literal["file", "s3", "gcs", "sql"] = option(
        "file", "Where the registry is kept.", pl="Gdzie jest rejestr.", read=registry_in
    )
    bucket: values.Bucket = option(
        "ml-feature-registry", "Bucket of the registry.", pl="Bucket rejestru.", cues=("bucket*", "kubel*", "kubelk*")
    )
    region: values.Region = option("eu-central-1", "AWS region.", pl="Region AWS.")
    on_demand: bool = option(
        False,
        "A view that is computed at the moment of the query.",
        pl="Widok liczony w chwili zapytania.",
        cues=("on-demand", "on demand", "ondemand", "na zadanie", "w locie"),
    )
    push: bool = option(
        False,
        "A push source, for values that arrive one by one.",
        pl="Źródło push, dla wartości nadchodzących pojedynczo.",
        cues=("push source*", "push", "stream*", "strumien*"),
    )
    owner: values.Email = option("ml-team@example.com", "Who answers for the features.", pl="Kto odpowiada za cechy.")

    @model_validator(mode="after")
    def _columns_differ(self) -> "Options":
        columns = [*self.keys, *(field.name for field in self.fields), self.timestamp, *([self.created] if self.created else [])]
        twice = next((name for name in columns if columns.count(name) > 1), None)
        if twice:
            raise refusal(f"the column {twice} is named twice", f"kolumna {twice} jest wymieniona dwa razy")
        return self

    @property
    def project_name(self) -> str:
        """The project; by itself it is called after the entity."""
        return self.project or ("churn" if self.keys == ("customer_id",) else entity_of(self.keys[0]))

    @property
    def view_name(self) -> str:
        """The view; by itself it is called like the file or table, or after the entity."""
        stem = PurePosixPath(self.path).stem if self.path else (self.table or "").split(".")[-1]
        plain = stem.lower().replace("-", "_")
        named = "_".join(part for part in plain.split("_") if part)
        return self.view or (named if named[:1].isalpha() else "") or f"{entity_of(self.keys[0])}_stats"


def entity_of(key: str) -> str:
    """The thing that a key stands for: `customer_id` is of a customer."""
    return key.removesuffix("_id") or key
