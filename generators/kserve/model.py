"""Which model is served, and by what."""

from typing import Literal

from generators.frame import option, values
from generators.kserve import reading
from generators.kubernetes.grammars import LabelValue, ModelUri, WorkloadName
from generators.kubernetes.options import ResourceOptions
from generators.kubernetes.reading import secrets, served

Format = Literal[
    "sklearn",
    "xgboost",
    "lightgbm",
    "mlflow",
    "tensorflow",
    "pytorch",
    "onnx",
    "tensorrt",
    "triton",
    "huggingface",
    "pmml",
    "paddle",
]


class ModelOptions(ResourceOptions):
    """What is served."""

    name: WorkloadName | None = option(
        None,
        "Name of the InferenceService; the model's folder when nothing is said.",
        pl="Nazwa InferenceService; bez podania folder modelu.",
        read=served.name,
    )
    model_format: Format = option(
        "sklearn",
        "Format of the model; KServe chooses the server by it.",
        pl="Format modelu; po nim KServe wybiera serwer.",
        words={
            "sklearn": ("sklearn", "scikit*", "sci-kit*"),
            "xgboost": ("xgb*",),
            "lightgbm": ("lightgbm", "lgbm"),
            "mlflow": ("mlflow*",),
            "tensorflow": ("tensorflow*", "tf", "keras*", "savedmodel"),
            "pytorch": ("pytorch*", "torch*"),
            "onnx": ("onnx*",),
            "triton": ("triton*",),
            "huggingface": ("huggingface*", "hugging face", "transformers", "llm*", "vllm", "model* jezykow*"),
            "paddle": ("paddle*",),
        },
    )
    storage_uri: ModelUri | None = option(
        None,
        "Where the model lies; s3://ml-models/<name>/1 when nothing is said.",
        pl="Gdzie leży model; bez podania s3://ml-models/<nazwa>/1.",
    )
    own_image: values.Image | None = option(
        None, "An image of your own instead of a ready server.", pl="Własny obraz zamiast gotowego serwera.", read=served.own_image
    )
    protocol: Literal["v1", "v2"] | None = option(
        None,
        "Protocol of requests; the format decides when nothing is said.",
        pl="Protokół żądań; bez podania decyduje format.",
        read=served.protocol,
    )
    runtime: values.DnsLabel | None = option(
        None,
        "ServingRuntime to use instead of the one that KServe would choose.",
        pl="ServingRuntime zamiast wybranego przez KServe.",
        read=reading.runtime,
    )
    runtime_version: LabelValue | None = option(
        None,
        "Tag of the server's image, so that an upgrade of KServe leaves it.",
        pl="Tag obrazu serwera, żeby aktualizacja KServe go nie zmieniła.",
        read=reading.runtime_version,
    )
    env: dict[values.EnvName, values.Text] = option(
        {},
        "Environment variables with their values.",
        pl="Zmienne środowiskowe z wartościami.",
        read=secrets.variables,
        max_length=20,
    )
    args: tuple[values.Text, ...] = option(
        (), "Arguments of the server.", pl="Argumenty serwera.", read=reading.arguments, max_length=15
    )
