"""Kubeflow: a KFP v2 pipeline of Python components, or a Katib experiment that tunes hyperparameters."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from generators.frame import Files, GeneratorOptions, Why, fill, option, package, refusal, to_yaml, values
from generators.frame.some import Some
from generators.frame.spoken import slug
from generators.kubeflow import reading
from generators.kubeflow.components import components
from generators.kubeflow.experiment import experiment

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "Parameter", "render"]

POLISH = "Kubeflow: potok KFP v2 z komponentów w Pythonie albo eksperyment Katib, który stroi hiperparametry."
CUES = (
    "kubeflow pipeline*",
    "pipeline* kubeflow",
    "potok* kubeflow",
    "kfp*",
    "kfp pipeline*",
    "katib*",
    "katib experiment*",
    "eksperyment* katib*",
    "hyperparameter tuning experiment",
    "strojeni* hiperparametr*",
)
ABOUT = ("kubeflow*",)
Framework = Literal["sklearn", "xgboost"]
_PACKAGES = {
    "sklearn": ("pandas", "pyarrow", "scikit-learn"),
    "xgboost": ("pandas", "pyarrow", "scikit-learn", "xgboost"),
}


class Parameter(BaseModel):
    """A hyperparameter that Katib varies: between `low` and `high`, or among `choices`."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: values.Name
    low: float | None = None
    high: float | None = None
    choices: tuple[values.Version | values.Name, ...] = ()

    @model_validator(mode="after")
    def _has_a_space(self) -> "Parameter":
        ranged = self.low is not None and self.high is not None
        if ranged == bool(self.choices):
            raise refusal("needs either low and high, or choices", "wymaga albo low i high, albo choices")
        if ranged and self.low >= self.high:  # type: ignore[operator]
            raise refusal("has low that is not below high", "ma low, które nie jest mniejsze niż high")
        return self


_DEFAULT_PARAMETERS = (Parameter(name="learning-rate", low=0.001, high=0.1), Parameter(name="max-depth", choices=("4", "6", "8")))


class Options(GeneratorOptions):
    """A pipeline and an experiment share name, image and resources."""

    kind: Literal["pipeline", "katib"] = option(
        "pipeline", "A pipeline, or tuning by Katib.", pl="Potok albo strojenie przez Katib.", read=reading.kind
    )
    name: values.DnsLabel = option("train-model", "Name.", pl="Nazwa.")
    steps: Annotated[tuple[values.Identifier, ...], Some] = option(
        ("load", "train", "evaluate"),
        "Components in their order.",
        pl="Komponenty w kolejności.",
        read=reading.steps,
        max_length=10,
    )
    framework: Framework = option(
        "sklearn",
        "What the model is trained with.",
        pl="Czym trenowany jest model.",
        words={"sklearn": ("scikit-learn", "scikit learn", "sklearn"), "xgboost": ("xgb*",)},
    )
    python: values.PythonVersion = option("3.12", "Python version of the components.", pl="Wersja Pythona komponentów.")
    memory: values.Memory = option("2Gi", "Memory limit of a component or trial.", pl="Limit pamięci komponentu lub próby.")
    cpu: values.Cpu = option(
        "1", "CPU limit of a component or trial.", pl="Limit CPU komponentu lub próby.", cues=("cpu", "rdzen*", "cores")
    )
    gpu: int = option(0, "GPUs of the training.", pl="Liczba GPU treningu.", read=reading.gpus, ge=0, le=8)
    caching: bool = option(
        True,
        "Reuse results of unchanged components.",
        pl="Używaj wyników niezmienionych komponentów.",
        cues=("cach*", "pamiec podreczn*"),
    )
    image: values.Image | None = option(None, "Image of the trials.", pl="Obraz prób.")
    namespace: values.DnsLabel = option(
        "kubeflow-user", "Namespace of the experiment.", pl="Namespace eksperymentu.", cues=("namespace*",)
    )
    objective: values.Name = option(
        "accuracy", "Metric that Katib looks at.", pl="Metryka, na którą patrzy Katib.", read=reading.objective
    )
    goal: Literal["maximize", "minimize"] = option(
        "maximize",
        "Direction of the metric.",
        pl="Kierunek metryki.",
        words={"maximize": ("maximi*", "maksymaliz*"), "minimize": ("minimi*", "minimaliz*")},
    )
    algorithm: Literal["random", "grid", "tpe", "bayesianoptimization", "hyperband", "cmaes", "sobol"] = option(
        "random",
        "How Katib chooses values.",
        pl="Jak Katib wybiera wartości.",
        words={
            "bayesianoptimization": ("bayes*",),
            "random": ("random*", "losow*"),
            "grid": ("grid*", "siatk*"),
            "cmaes": ("cma-es",),
        },
    )
    parameters: Annotated[tuple[Parameter, ...], Some] = option(
        _DEFAULT_PARAMETERS,
        "Hyperparameters and their ranges.",
        pl="Hiperparametry i ich zakresy.",
        read=reading.parameters,
        max_length=12,
    )
    trials: int = option(
        12, "Trials at most.", pl="Najwięcej prób.", cues=("trials", "trial", "prob", "proby", "runs"), ge=1, le=1000
    )
    parallel: int = option(
        3, "Trials at once.", pl="Prób naraz.", cues=("parallel*", "rownolegl*", "at once", "naraz", "concurrent*"), ge=1, le=100
    )
    failed: int = option(
        3,
        "Failed trials after which it stops.",
        pl="Nieudane próby, po których się kończy.",
        cues=("failed", "nieudan*"),
        ge=0,
        le=100,
    )

    @model_validator(mode="after")
    def _fits_together(self) -> "Options":
        if self.kind == "katib" and self.parallel > self.trials:
            raise refusal(
                f"parallel {self.parallel} is more than the {self.trials} trials there are",
                f"parallel {self.parallel} to więcej niż {self.trials} prób, które są",
            )
        reading.refuse_unusable(self.steps)
        if len({parameter.name for parameter in self.parameters}) < len(self.parameters):
            raise refusal("names a hyperparameter twice", "wymienia hiperparametr dwa razy")
        return self


def render(options: Options) -> Files:
    """The pipeline with its requirements, or the experiment."""
    if options.kind == "katib":
        image = options.image or f"registry.example.com/ml/{options.name}:0.1.0"
        return {"experiment.yaml": to_yaml(experiment(options, image))}
    context = {
        "options": options,
        "packages": [package(name) for name in _PACKAGES[options.framework]],
        "function": slug(options.name) + "_pipeline",
        "components": components(options.steps),
    }
    return {"pipeline.py": fill("kubeflow/pipeline.py", **context), "requirements.txt": f"{package('kfp')}\n"}


WHY = (
    Why(
        r"packages_to_install",
        "Pinned packages keep a component the same tomorrow as today.",
        "Przypięte pakiety sprawiają, że komponent jutro jest taki sam jak dziś.",
        "tools/kubeflow/components-and-artifacts",
    ),
    Why(
        r"Output\[dsl\.",
        "An artifact is stored by the pipeline and shown with its run; a plain file would be lost with the pod.",
        "Artefakt zapisuje potok i pokazuje przy przebiegu; zwykły plik zniknąłby razem z podem.",
        "tools/kubeflow/components-and-artifacts",
    ),
    Why(
        r"set_memory_limit",
        "Without a limit one component can starve the node.",
        "Bez limitu jeden komponent może zagłodzić węzeł.",
        "tools/kubeflow/runs-and-resources",
    ),
    Why(
        r"parallelTrialCount",
        "As many trials as the cluster can run at once; each is a pod with its own resources.",
        "Tyle prób, ile klaster może prowadzić naraz; każda to pod z własnymi zasobami.",
        "tools/kubeflow/katib",
    ),
)
