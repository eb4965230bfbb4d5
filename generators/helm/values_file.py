"""values.yaml: every setting that differs between environments, with a comment each."""

from typing import Any

from generators.frame import Quoted, to_yaml
from generators.helm.options import Environment, Options
from generators.helm.values_parts import kept, program, reached, replicas, schedule, serving, shared

_COMMENTS = {
    "replicaCount": "Pods while the autoscaler is off.",
    "image": "An empty tag means appVersion of Chart.yaml. A digest goes before the tag.",
    "imagePullSecrets": "Secrets for a private registry: [{name: regcred}]",
    "command": "Replaces the image's own command, word by word.",
    "schedule": "A cron line; the time zone decides what it means.",
    "concurrencyPolicy": "Forbid skips a run while the last one still works.",
    "activeDeadlineSeconds": "Seconds after which a run is given up.",
    "config": "Variables that are no secret; a change restarts the pods.",
    "existingSecret": "A Secret whose keys become variables. It is made apart, so that it never reaches Git.",
    "secretEnv": "Variables from one key each: [{name: DB_PASSWORD, secret: db, key: password}]",
    "resources": "No limit of CPU: idle CPU may be used. Memory cannot be taken back, so it has a limit.",
    "startupProbe": "Until it succeeds the other probes wait: 60 times 5 seconds for loading a model.",
    "containerPort": "Port that the program listens on.",
    "ingress": "The way in from outside of the cluster.",
    "autoscaling": "Percent of what the pods request; needs metrics-server.",
    "podDisruptionBudget": "How many pods a drain of nodes may take at a time; minAvailable, where it is set, goes before.",
    "networkPolicy": "Namespaces that may call the pods, the one of the Ingress controller among them.",
    "persistence": "An empty accessMode means ReadWriteOnce for one pod and ReadWriteMany for several.",
    "sharedMemory": "Size of /dev/shm, which data loaders of PyTorch need; empty means the default of 64 MB.",
    "podSecurityContext": "No root, and only the system calls of the runtime's own list.",
    "labels": "More labels for all objects.",
}


def values_yaml(values: dict[str, Any], options: Options) -> str:
    """The file, each part below its comment, and first of all how to install the chart."""
    name = options.title
    head = f"# helm upgrade --install {name} ./{name} --namespace {options.namespace or name} --create-namespace\n"
    parts = [to_yaml({key: value}, comment=_COMMENTS.get(key, "")) for key, value in values.items()]
    return "\n".join([head, *parts])


def all_values(options: Options) -> dict[str, Any]:
    """All values, in the order in which people look for them."""
    serves = options.serves
    return {
        **({"replicaCount": replicas(options)} if serves else schedule(options)),
        **program(options),
        **(serving(options) if serves else {}),
        **shared(options),
        **(reached(options) if serves else {}),
        **kept(options),
    }


def environment_values(options: Options, environment: Environment) -> dict[str, Any]:
    """Only what is different in one environment."""
    values: dict[str, Any] = {"labels": {**options.labels, "environment": environment.name}}
    if environment.tag:
        values["image"] = {"tag": Quoted(environment.tag)}
    if environment.replicas is None or not options.serves:
        return values
    if environment.replicas <= (options.min_available or 0):
        values["podDisruptionBudget"] = {"minAvailable": None}  # with so few pods, one at a time may go
    if options.is_scaled:
        return {"autoscaling": {"minReplicas": min(environment.replicas, options.most)}, **values}
    return {"replicaCount": environment.replicas, **values}
