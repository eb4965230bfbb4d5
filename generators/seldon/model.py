"""Which model is served, and by what."""

import re
from typing import Literal

from generators.frame import option, values
from generators.kubernetes.grammars import ModelUri, WorkloadName
from generators.kubernetes.options import ResourceOptions
from generators.kubernetes.reading import secrets, served
from generators.seldon import reading


class ModelOptions(ResourceOptions):
    """The model and its server."""

    name: WorkloadName | None = option(
        None, "Name; the model's folder when nothing is said.", pl="Nazwa; bez podania folder modelu.", read=served.name
    )
    server: Literal["sklearn", "xgboost", "mlflow", "tensorflow", "triton", "huggingface"] = option(
        "sklearn",
        "Prepackaged server, by the model's framework.",
        pl="Gotowy serwer, według frameworka modelu.",
        words={
            "sklearn": ("sklearn*", "scikit*"),
            "xgboost": ("xgb*",),
            "mlflow": ("mlflow*",),
            "tensorflow": ("tensorflow*", "tf", "keras*", "savedmodel"),
            "triton": ("triton*", "onnx*", "tensorrt", "pytorch*", "torch*"),
            "huggingface": ("huggingface*", "hugging face", "transformers"),
        },
    )
    model_uri: ModelUri | None = option(
        None,
        "Where the model lies; s3://ml-models/<name>/1 when nothing is said.",
        pl="Gdzie leży model; bez podania s3://ml-models/<nazwa>/1.",
        read=reading.model_uri,
    )
    own_image: values.Image | None = option(
        None,
        "An image of your own instead of a prepackaged server, in version 1.",
        pl="Własny obraz zamiast gotowego serwera, w wersji 1.",
        read=served.own_image,
    )
    protocol: Literal["v2", "seldon", "tensorflow"] | None = option(
        None,
        "Protocol of requests; the server decides when nothing is said.",
        pl="Protokół żądań; bez podania decyduje serwer.",
        read=served.protocol,
    )
    env: dict[values.EnvName, values.Text] = option(
        {},
        "Environment variables of the container, in version 1.",
        pl="Zmienne środowiskowe kontenera, w wersji 1.",
        read=secrets.variables,
        max_length=20,
    )

    @property
    def title(self) -> str:
        """The name of everything."""
        return self.name or served.name_of_uri(self.model_uri or "") or "model"

    @property
    def uri(self) -> str:
        """Where the model lies."""
        return self.model_uri or f"s3://ml-models/{self.title}/1"


def beside(uri: str, step: int) -> str:
    """The address of the version after or before another: `s3://models/churn/v4` and `s3://models/churn/v5`."""
    found = re.fullmatch(r"(.*?)(\d{1,8})(/?)", uri, re.S)
    if found and int(found[2]) + step >= 0:
        return f"{found[1]}{int(found[2]) + step}{found[3]}"
    return f"{uri.rstrip('/')}-{'next' if step > 0 else 'current'}"
