"""An InferenceService of KServe: a model from storage or an image of your own, with autoscaling, canary and transformer."""

from typing import Any

from generators.frame import Files, to_yaml
from generators.kserve.options import Options
from generators.kserve.service import inference_service, needs, service_account
from generators.kserve.why import WHY

__all__ = ["ABOUT", "COVERS", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "InferenceService KServe: model z magazynu albo własny obraz, z autoskalowaniem, wydaniem kanarkowym i transformerem."
CUES = ("inferenceservice*", "inference service*", "inference-service*", "kserve*", "isvc")
ABOUT = ()
# "An InferenceService with a ServiceAccount and an HPA" is one kind of file: these are its contents.
COVERS = ("kubernetes",)


def render(options: Options) -> Files:
    """The service, with the account it reads the model by."""
    documents: list[dict[str, Any]] = [*service_account(options), inference_service(options)]
    return {f"kserve/{options.title}.yaml": to_yaml(*documents, comment=needs(options))}
