"""A whole project that fits together: Dockerfile, manifests, pipeline, monitoring and tests that share name, image and port."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generators.frame import Files, GeneratorOptions, Why, option, refusal, values
from generators.stack.parts import joined, rendered

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "Part", "render"]

POLISH = "Cały spójny projekt: Dockerfile, manifesty, pipeline, monitoring i testy ze wspólną nazwą, obrazem i portem."
CUES = (
    "stack*",
    "whole project",
    "full project",
    "complete project",
    "project skeleton",
    "project template",
    "end-to-end project",
    "mlops project",
    "caly projekt",
    "calego projektu",
    "kompletny projekt",
    "szkielet projektu",
    "projekt mlops",
    "projekt od a do z",
)
ABOUT = ()

Kind = Literal[
    "dockerfile",
    "compose",
    "kubernetes",
    "helm",
    "github-actions",
    "gitlab-ci",
    "jenkinsfile",
    "git",
    "mlflow",
    "seldon",
    "kserve",
    "terraform",
    "ansible",
    "prometheus",
    "grafana",
    "elastic",
    "pytest",
    "dvc",
    "feast",
    "airflow",
    "kubeflow",
    "sagemaker",
]


class Part(BaseModel):
    """One kind of the set, with options of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind
    options: dict[str, Any] = Field(default_factory=dict)


class Options(GeneratorOptions):
    """What all parts share, and which parts there are."""

    name: values.DnsLabel = option(
        "churn-api", "Name of the service and everything around it.", pl="Nazwa usługi i wszystkiego wokół niej."
    )
    app: Literal["fastapi", "flask", "streamlit", "worker", "training"] = option(
        "fastapi",
        "What runs in the container.",
        pl="Co działa w kontenerze.",
        words={"flask": ("flask*",), "streamlit": ("streamlit*",), "worker": ("worker*",), "training": ("training", "trening*")},
    )
    port: values.Port = option(8000, "Port of the service.", pl="Port usługi.")
    image: values.Repository | None = option(
        None,
        "Image without its tag; made from the name when left out.",
        pl="Obraz bez znacznika; bez podania powstaje z nazwy.",
        cues=("image", "obraz*"),
    )
    python: values.PythonVersion = option("3.12", "Python version.", pl="Wersja Pythona.")
    include: tuple[Kind, ...] = option(
        ("dockerfile", "compose", "kubernetes", "github-actions", "prometheus", "grafana", "pytest", "git"),
        "The kinds of files in the set.",
        pl="Rodzaje plików w zestawie.",
        min_length=1,
        max_length=22,
    )
    parts: tuple[Part, ...] = option(
        (),
        "Kinds with options of their own, instead of `include`.",
        pl="Rodzaje z własnymi opcjami, zamiast `include`.",
        max_length=22,
    )

    @model_validator(mode="after")
    def _once(self) -> "Options":
        kinds = [part.kind for part in self.parts] or list(self.include)
        twice = {kind for kind in kinds if kinds.count(kind) > 1}
        if twice:
            raise refusal(f"names {', '.join(sorted(twice))} twice", f"wymienia dwa razy: {', '.join(sorted(twice))}")
        _joined(self)  # a part refuses its options here, where they can still be mended
        return self


def render(options: Options) -> Files:
    """The files of all parts, which agree where they meet."""
    return rendered(_joined(options))


def _joined(options: Options) -> dict[str, GeneratorOptions]:
    parts = options.parts or tuple(Part(kind=kind) for kind in options.include)
    return joined({part.kind: dict(part.options) for part in parts}, _shared(options))


def _shared(options: Options) -> dict[str, Any]:
    repository = options.image or f"registry.example.com/ml/{options.name}"
    return {
        "name": options.name,
        "app": options.app,
        "port": options.port,
        "image": f"{repository}:0.1.0",
        "repository": repository,
        "python": options.python,
    }


WHY = (
    Why(
        r"^(?:FROM|EXPOSE) ",
        "The port and image named here are the ones that the manifests, the pipeline and the monitoring of this set use.",
        "Podany tu port i obraz są tymi samymi, których używają manifesty, pipeline i monitoring z tego zestawu.",
        "course/project-4-container-and-ci",
    ),
)
