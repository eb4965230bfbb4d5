"""What varies between the tests of data, of a model and of the service that answers with it."""

from typing import Literal

from generators.frame import option, values
from generators.pytest import reading, reading_model, reading_service, reading_tables
from generators.pytest.grammars import Called, Column, FieldType, Literals, Module
from generators.pytest.options_code import FunctionOptions
from generators.pytest.shapes import Range, Threshold


class TableOptions(FunctionOptions):
    """A table and its rules."""

    data: values.Path = option("data/train.csv", "The file with the data.", pl="Plik z danymi.", read=reading_tables.data)
    columns: tuple[Column, ...] = option(
        (), "Columns that have to be there.", pl="Kolumny, które muszą być.", read=reading_tables.columns, max_length=60
    )
    required: tuple[Column, ...] = option(
        (), "Columns without gaps.", pl="Kolumny bez braków.", read=reading_tables.required, max_length=60
    )
    unique: tuple[Column, ...] = option(
        (),
        "Columns whose values stand once.",
        pl="Kolumny o niepowtarzalnych wartościach.",
        read=reading_tables.unique,
        max_length=20,
    )
    ranges: dict[Column, Range] = option(
        {}, "Columns with their range.", pl="Kolumny z zakresem.", read=reading_tables.ranges, max_length=40
    )
    allowed: dict[Column, Literals] = option(
        {}, "Columns with their only values.", pl="Kolumny z jedynymi wartościami.", read=reading_tables.allowed, max_length=20
    )
    min_rows: int = option(
        1, "Least number of rows.", pl="Najmniejsza liczba wierszy.", ge=1, le=1_000_000_000, read=reading_tables.min_rows
    )
    max_missing: float = option(
        0.05,
        "Largest share of gaps in a column.",
        pl="Największy udział braków w kolumnie.",
        ge=0,
        le=1,
        read=reading_tables.max_missing,
    )


class ModelOptions(TableOptions):
    """A model's metrics and behaviour."""

    metrics: values.Path = option("metrics.json", "The file with the metrics.", pl="Plik z metrykami.", read=reading_model.metrics)
    thresholds: tuple[Threshold, ...] = option(
        (Threshold(metric="accuracy", value=0.8),),
        "Limits of metrics.",
        pl="Progi metryk.",
        read=reading_model.thresholds,
        min_length=1,
        max_length=20,
    )
    baseline: values.Path | None = option(
        None,
        "Metrics of the model in production, to compare with.",
        pl="Metryki modelu z produkcji, do porównania.",
        read=reading_model.baseline,
    )
    margin: float = option(
        0.01,
        "How much worse than the baseline is still noise.",
        pl="O ile gorszy od punktu odniesienia to jeszcze szum.",
        ge=0,
        le=1000,
        cues=("margin*", "tolerance", "toleranc*", "margines*"),
    )
    model: values.Path = option("models/model.joblib", "The file with the model.", pl="Plik z modelem.", read=reading_model.model)
    features: dict[Column, float] = option(
        {}, "A typical row of features.", pl="Typowy wiersz cech.", read=reading_model.features, max_length=60
    )
    increasing: tuple[Column, ...] = option(
        (),
        "Features of which more must not lower the score.",
        pl="Cechy, których wzrost nie może obniżyć wyniku.",
        read=reading_model.increasing,
        max_length=20,
    )
    invariant: tuple[Column, ...] = option(
        (),
        "Features that must not matter.",
        pl="Cechy, które nie mogą mieć znaczenia.",
        read=reading_model.invariant,
        max_length=20,
    )
    max_ms: int | None = option(
        None,
        "Longest time of one prediction in ms.",
        pl="Najdłuższy czas jednej predykcji w ms.",
        ge=1,
        le=600_000,
        read=reading_model.max_ms,
    )


class ServiceOptions(ModelOptions):
    """A service, and fixtures for all tests."""

    framework: Literal["fastapi", "flask"] = option(
        "fastapi", "The service's framework.", pl="Framework usługi.", words={"flask": ("flask*",), "fastapi": ("fast api",)}
    )
    service: Module = option("app/main.py", "The file with the application.", pl="Plik z aplikacją.", read=reading_service.service)
    variable: Called = option(
        "app", "Name of the application in it.", pl="Nazwa aplikacji w tym pliku.", read=reading_service.variable
    )
    endpoint: values.UrlPath = option(
        "/predict", "Address of the predictions.", pl="Adres predykcji.", read=reading_service.endpoint
    )
    health: values.UrlPath = option(
        "/health", "Address of the health check.", pl="Adres testu zdrowia.", cues=("health*", "zdrow*")
    )
    fields: dict[Column, FieldType] = option(
        {"features": "list"},
        "Fields of a request with their types.",
        pl="Pola żądania z typami.",
        read=reading_service.fields,
        max_length=40,
    )
    answer: Column | None = option(None, "A field of the answer.", pl="Pole odpowiedzi.", read=reading_service.answer)
    fixtures: tuple[Literal["seed", "rng", "dataframe", "model", "client", "environment", "folder"], ...] = option(
        ("rng", "dataframe", "environment"),
        "Fixtures for all tests.",
        pl="Fixture'y dla wszystkich testów.",
        read=reading.fixtures,
        min_length=1,
        max_length=7,
    )
