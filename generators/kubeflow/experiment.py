"""A Katib experiment: what is varied, what is looked at, and the job of one trial."""

from typing import TYPE_CHECKING, Any

from generators.frame import Quoted

if TYPE_CHECKING:
    from generators.kubeflow import Options, Parameter


def experiment(options: "Options", image: str) -> dict[str, Any]:
    """The Experiment resource (kubeflow.org/v1beta1)."""
    return {
        "apiVersion": "kubeflow.org/v1beta1",
        "kind": "Experiment",
        "metadata": {"name": options.name, "namespace": options.namespace},
        "spec": {
            "objective": {"type": options.goal, "objectiveMetricName": options.objective},
            "algorithm": {"algorithmName": options.algorithm},
            "maxTrialCount": options.trials,
            "parallelTrialCount": options.parallel,
            "maxFailedTrialCount": options.failed,
            "parameters": [_parameter(parameter) for parameter in options.parameters],
            "trialTemplate": _trial(options, image),
        },
    }


def _parameter(parameter: "Parameter") -> dict[str, Any]:
    if parameter.choices:
        space: dict[str, Any] = {"list": [Quoted(choice) for choice in parameter.choices]}
        return {"name": parameter.name, "parameterType": "categorical", "feasibleSpace": space}
    low, high = parameter.low or 0.0, parameter.high or 0.0
    whole = low.is_integer() and high.is_integer()
    written = [Quoted(f"{value:.0f}" if whole else f"{value:.10f}".rstrip("0").rstrip(".")) for value in (low, high)]
    space = {"min": written[0], "max": written[1]}
    return {"name": parameter.name, "parameterType": "int" if whole else "double", "feasibleSpace": space}


def _trial(options: "Options", image: str) -> dict[str, Any]:
    limits: dict[str, Any] = {"cpu": Quoted(options.cpu), "memory": options.memory}
    if options.gpu:
        limits["nvidia.com/gpu"] = options.gpu
    references = [{"name": f"p{at}", "reference": parameter.name} for at, parameter in enumerate(options.parameters)]
    container = {
        "name": "training",
        "image": image,
        # The program prints "accuracy=0.93"; Katib reads that from its log.
        "args": [f"--{parameter.name}=${{trialParameters.p{at}}}" for at, parameter in enumerate(options.parameters)],
        "resources": {"requests": {"cpu": Quoted(options.cpu), "memory": options.memory}, "limits": limits},
    }
    pod = {
        # A proxy that keeps running would keep every trial from ending.
        "metadata": {"annotations": {"sidecar.istio.io/inject": Quoted("false")}},
        "spec": {"restartPolicy": "Never", "containers": [container]},
    }
    return {
        "primaryContainerName": "training",
        "trialParameters": references,
        "trialSpec": {"apiVersion": "batch/v1", "kind": "Job", "spec": {"backoffLimit": 0, "template": pod}},
    }
