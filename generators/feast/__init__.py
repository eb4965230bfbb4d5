"""A Feast feature repository: stores, entities, a feature view with typed fields, a feature service and an example of reading."""

from generators.feast.definitions import features, retrieve
from generators.feast.options import Options
from generators.feast.stores import extras, feature_store
from generators.feast.whys import WHY
from generators.frame import Files, package, to_yaml

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Repozytorium cech Feast: magazyny, encje, widok cech z typami, usługa cech i przykład odczytu."
CUES = (
    "feature_store.yaml",
    "feature store yaml",
    "feature view*",
    "feature_view*",
    "featureview*",
    "feature repo*",
    "feature store*",
    "feature service*",
    "feast repo*",
    "feast config*",
    "feast definition*",
    "repozytori* cech*",
    "repozytori* feast*",
    "magazyn* cech*",
    "widok* cech*",
    "definicj* cech*",
    "konfiguracj* feast*",
)
ABOUT = ("feast*",)


def render(options: Options) -> Files:
    """The repository; `.feastignore` keeps Feast from running the script that only reads."""
    return {
        "feature_repo/feature_store.yaml": to_yaml(feature_store(options)),
        "feature_repo/features.py": features(options),
        "feature_repo/retrieve.py": retrieve(options),
        "feature_repo/.feastignore": "retrieve.py\n",
        "requirements.txt": f"{package('feast', extras(options))}\n",
    }
