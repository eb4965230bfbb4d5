"""What varies between MLflow projects and servers."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from generators.frame import GeneratorOptions, option, refusal, values, version
from generators.mlflow.reading import (
    read_allowed_hosts,
    read_artifacts,
    read_database,
    read_entry_points,
    read_environment,
    read_flavor,
    read_login,
    read_metric,
    read_parameters,
    read_parts,
    read_registered,
    read_store,
)

Part = Literal["project", "training", "server", "kubernetes", "registry"]
Value = int | float | values.Name | values.Path
_TYPES = {"float": (int, float), "int": (int,)}


class Parameter(BaseModel):
    """A parameter of an entry point; without a default it must be given at each run."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: values.Identifier
    type: Literal["float", "int", "string", "path"] = "float"
    default: Value | None = None

    @model_validator(mode="after")
    def _fits(self) -> "Parameter":
        numeric = _TYPES.get(self.type)
        if self.default is not None and (numeric and not isinstance(self.default, numeric)):
            raise refusal(
                f"the default {self.default!r} is no {self.type}", f"wartość domyślna {self.default!r} to nie {self.type}"
            )
        if self.name == "data" and numeric:
            raise refusal("data is the path of the table, so it is no number", "data to ścieżka tabeli, więc nie liczba")
        if self.name in _TAKEN or (self.name.startswith("_") or self.name.endswith("_")):
            raise refusal(f"a parameter cannot be called {self.name!r}", f"parametr nie może się nazywać {self.name!r}")
        return self


_TAKEN = frozenset(
    "false none true and as assert async await break class continue def del elif else except finally for from global if import in "
    "is lambda nonlocal not or pass raise return try while with yield help".split()
)


class Options(GeneratorOptions):
    """The project, its training, and the server that keeps the results."""

    name: values.Name = option("churn", "Name of the project.", pl="Nazwa projektu.", cues=("project", "projekt*"))
    parts: tuple[Part, ...] = option(
        ("project", "training", "server"), "What to make.", pl="Co utworzyć.", read=read_parts, min_length=1
    )

    environment: Literal["python", "conda", "docker"] = option(
        "python", "Environment of the project.", pl="Środowisko projektu.", read=read_environment
    )
    python: values.PythonVersion = option(version("python"), "Python version.", pl="Wersja Pythona.")
    flavor: Literal["sklearn", "xgboost", "pytorch"] = option(
        "sklearn", "Library of the model.", pl="Biblioteka modelu.", read=read_flavor
    )
    parameters: tuple[Parameter, ...] = option(
        (),
        "Parameters of the run: name, type, default.",
        pl="Parametry uruchomienia: name, type, default.",
        read=read_parameters,
        max_length=15,
    )
    entry_points: tuple[values.Name, ...] = option(
        ("main",), "Entry points.", pl="Punkty wejścia.", read=read_entry_points, min_length=1, max_length=8
    )
    script: values.Path = option("train.py", "The training script.", pl="Skrypt treningowy.", read=lambda message: _script(message))
    experiment: values.Name | None = option(
        None, "Name of the experiment.", pl="Nazwa eksperymentu.", cues=("experiment", "eksperyment*")
    )
    registered: values.Name | None = option(
        None, "Register the model under this name.", pl="Zarejestruj model pod tą nazwą.", read=read_registered
    )
    autolog: bool = option(False, "Log by mlflow.autolog.", pl="Loguj przez mlflow.autolog.", cues=("autolog*",))
    metric: Literal["auc", "accuracy", "f1", "rmse"] = option(
        "auc", "The metric that decides.", pl="Metryka, która rozstrzyga.", read=read_metric
    )
    alias: values.Name = option("champion", "Alias of the model in production.", pl="Alias modelu w produkcji.", cues=("alias*",))

    database: Literal["postgres", "mysql", "sqlite"] = option(
        "postgres", "Where runs are kept.", pl="Gdzie są przebiegi.", read=read_database
    )
    store: Literal["s3", "minio", "volume"] = option("s3", "Where artifacts are kept.", pl="Gdzie są artefakty.", read=read_store)
    artifacts: values.Bucket = option("ml-artifacts", "Bucket of the artifacts.", pl="Bucket na artefakty.", read=read_artifacts)
    port: values.Port = option(5000, "Port of the server.", pl="Port serwera.", cues=("port*", "ui"))
    workers: int = option(2, "Worker processes.", pl="Procesy robocze.", cues=("worker*", "proces*"), ge=1, le=32)
    login: bool = option(False, "Ask for a user and a password.", pl="Wymagaj użytkownika i hasła.", read=read_login)
    hosts: tuple[values.Hostname, ...] = option(
        (),
        "Names under which clients reach the server.",
        pl="Nazwy, pod którymi klienci sięgają do serwera.",
        read=read_allowed_hosts,
        max_length=5,
    )
    namespace: values.DnsLabel = option(
        "mlflow", "Namespace in Kubernetes.", pl="Przestrzeń nazw w Kubernetesie.", cues=("namespace", "przestrze* nazw")
    )
    replicas: int = option(1, "Pods of the server.", pl="Pody serwera.", cues=("replicas", "replik*", "pods", "podow"), ge=1, le=20)
    storage: int = option(
        10, "Volume of the database in Gi.", pl="Wolumen bazy w Gi.", cues=("volume", "pvc", "wolumen*", "dysk*"), ge=1, le=1000
    )
    image: values.Image | None = option(
        None,
        "Image of the server.",
        pl="Obraz serwera.",
        cues=("image", "obraz*", "docker environment", "docker_env", "docker env"),
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        names = [parameter.name for parameter in self.parameters]
        if len(names) != len(set(names)):
            raise refusal("two parameters have the same name", "dwa parametry mają tę samą nazwę")
        if self.replicas > 1 and self.database == "sqlite":
            raise refusal(
                "a server with sqlite takes one pod only; choose postgres",
                "serwer z sqlite działa tylko z jednym podem; wybierz postgres",
            )
        if self.replicas > 1 and self.store == "volume":
            raise refusal("a volume belongs to one pod; choose s3 or minio", "wolumen należy do jednego poda; wybierz s3 lub minio")
        return self

    def has(self, *parts: Part) -> bool:
        """Whether one of these parts is wanted."""
        return any(part in self.parts for part in parts)

    @property
    def arguments(self) -> tuple[Parameter, ...]:
        """The parameters of a run, those that suit the library where none are given."""
        if self.parameters:
            return self.parameters
        usual = {
            "sklearn": (("n_estimators", "int", 200), ("max_depth", "int", 8)),
            "xgboost": (("n_estimators", "int", 300), ("max_depth", "int", 6), ("learning_rate", "float", 0.1)),
            "pytorch": (("epochs", "int", 10), ("learning_rate", "float", 0.001), ("batch_size", "int", 64)),
        }
        return tuple(Parameter(name=name, type=kind, default=value) for name, kind, value in usual[self.flavor])  # type: ignore[arg-type]

    @property
    def experiment_name(self) -> str:
        """The experiment, named or not."""
        return self.experiment or self.name


def _script(message: str) -> str | None:
    found = re.search(r"(?<![\w/:.@-])(?:\./)?[A-Za-z0-9_][\w-]*(?:/[\w-]+)*\.py(?![\w/])", message)
    return found.group() if found else None
