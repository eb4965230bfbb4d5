"""MLflow: a project (MLproject), a training script that logs, a tracking server (Compose or Kubernetes), promotion of models."""

from generators.frame import Files
from generators.mlflow.cluster import cluster_of
from generators.mlflow.compose import server_of
from generators.mlflow.options import Options
from generators.mlflow.project import project_of
from generators.mlflow.scripts import promotion_of, training_of
from generators.mlflow.whys import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "MLflow: projekt (MLproject), skrypt treningowy z logowaniem, serwer śledzenia (Compose lub Kubernetes), promocja modeli."
CUES = (
    "mlproject*",
    "mlflow project*",
    "projekt* mlflow",
    "mlflow tracking server*",
    "mlflow server*",
    "serwer* mlflow",
    "mlflow compose",
    "compose* for mlflow",
    "compose for an mlflow",
    "docker compose for an mlflow*",
    "compose* dla mlflow*",
    "compose* z mlflow*",
    "mlflow",
)
ABOUT = ("tracking server*", "experiment tracking", "sledzeni* eksperymentow", "model registry", "rejestr* modeli")


def render(options: Options) -> Files:
    """The files of the parts that are wanted."""
    files: Files = {}
    if options.has("project"):
        files |= project_of(options)
    if options.has("training"):
        files |= training_of(options)
    if options.has("server"):
        files |= server_of(options)
    if options.has("kubernetes"):
        files |= cluster_of(options)
    if options.has("registry"):
        files |= promotion_of(options)
    return files
