"""What people vary in the index: its fields, its size and how long data is kept."""

from typing import Annotated, Literal

from pydantic import Field

from generators.elastic.grammars import Days, FieldName, IndexName, Size
from generators.elastic.index_words import cold_in, delete_in, index_in, mapped_in, rollover_age_in, rollover_size_in, warm_in
from generators.frame import GeneratorOptions, option

FieldType = Literal["keyword", "text", "date", "long", "integer", "float", "double", "boolean", "ip", "flattened"]


class Mapped(GeneratorOptions):
    """A field and its type in the index."""

    name: FieldName
    type: FieldType


class IndexOptions(GeneratorOptions):
    """A data stream, or an index a day, with its template and lifecycle."""

    index: IndexName = option(
        "ml-logs", "Data stream that logs are written to.", pl="Strumień danych, do którego trafiają logi.", read=index_in
    )
    daily: bool = option(
        False,
        "An index a day instead of a data stream.",
        pl="Indeks na każdy dzień zamiast strumienia danych.",
        cues=("daily", "dzienn*", "codzienn*", "per day"),
    )
    fields: Annotated[tuple[Mapped, ...], Field(max_length=50)] = option(
        (), "Further fields of the index and their types.", pl="Dalsze pola indeksu i ich typy.", read=mapped_in
    )
    shards: int = option(1, "Primary shards.", pl="Shardy główne.", ge=1, le=50, cues=("shard*", "number_of_shards"))
    replicas: int | None = option(
        None,
        "Copies of each shard; none where the set has a single node.",
        pl="Kopie każdego sharda; żadnej, gdy zestaw ma jeden węzeł.",
        ge=0,
        le=5,
        cues=("replica*", "replik*", "number_of_replicas"),
    )
    rollover_age: Days = option(
        "7d", "Age at which a new index begins.", pl="Wiek, po którym zaczyna się nowy indeks.", read=rollover_age_in
    )
    rollover_size: Size = option(
        "50gb",
        "Size of a shard at which a new index begins.",
        pl="Rozmiar sharda, po którym zaczyna się nowy indeks.",
        read=rollover_size_in,
    )
    warm: Days | None = option(None, "Age at which shards are merged.", pl="Wiek, po którym shardy są scalane.", read=warm_in)
    cold: Days | None = option(
        None, "Age at which data moves to the cold tier.", pl="Wiek, po którym dane przechodzą do warstwy zimnej.", read=cold_in
    )
    delete: Days = option("90d", "Age at which data is deleted.", pl="Wiek, po którym dane są usuwane.", read=delete_in)
