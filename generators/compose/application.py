"""The user's own part of a project: the application and its worker."""

import shlex
from typing import TYPE_CHECKING, Any

from generators.compose.pieces import gpus, healthcheck, limits, published, waiting
from generators.compose.services import CATALOGUE, secret
from generators.frame import Row

if TYPE_CHECKING:
    from generators.compose.plan import Plan


def application(plan: "Plan") -> dict[str, Any]:
    """The application: a service that answers on a port, or a job that ends by itself."""
    options = plan.options
    job = options.app == "job"
    body: dict[str, Any] = _origin(plan)
    if options.command:
        body["command"] = Row(word.replace("$", "$$") for word in options.command)
    body["restart"] = "no" if job else "unless-stopped"
    body |= _surroundings(plan)
    if not job:
        body |= _ports(plan)
    body |= _mounts(plan)
    body |= waiting(plan.waits_for("app"), ready=options.healthchecks)
    if not job and options.healthchecks:
        url = f"http://127.0.0.1:{options.port}{options.health}"
        test = ("CMD", "python", "-c", f"import urllib.request; urllib.request.urlopen('{url}', timeout=4)")
        body["healthcheck"] = healthcheck(test, "30s")
    body |= _deploy(plan)
    return body


def _ports(plan: "Plan") -> dict[str, Any]:
    options = plan.options
    if plan.app_host_port is None:
        return {}
    everywhere = options.reach != "local"
    return {"ports": [published(plan.app_host_port, options.port, everywhere=everywhere, count=options.replicas)]}


def worker(plan: "Plan") -> dict[str, Any]:
    """A second process of the same image, which takes its work from a queue."""
    body = _origin(plan) | {"command": Row(shlex.split(plan.options.worker_command)), "restart": "unless-stopped"}
    body |= _surroundings(plan) | _mounts(plan) | waiting(plan.waits_for("worker"), ready=plan.options.healthchecks)
    allowed = limits(plan.options.memory, plan.options.cpus)
    copies = {"replicas": plan.options.worker_replicas} if plan.options.worker_replicas > 1 else {}
    return body | {"deploy": {**copies, "resources": {"limits": allowed}}}


def client_environment(plan: "Plan") -> dict[str, str]:
    """The addresses of the backing services, as programs expect to find them."""
    told: dict[str, str] = {}
    for name in plan.services:
        backing = CATALOGUE.get(name)
        if backing:
            told |= {key: value.replace("{db}", plan.options.database) for key, value in backing.tells.items()}
    return told


def _origin(plan: "Plan") -> dict[str, Any]:
    if plan.options.image:
        return {"image": plan.options.image}
    context = (plan.options.build or ".").rstrip("/")
    return {"build": context if context == "." else f"./{context.removeprefix('./')}"}


def _surroundings(plan: "Plan") -> dict[str, Any]:
    kept = {name: secret(name) for name in plan.options.secrets}
    values = client_environment(plan) | kept | {name: value.replace("$", "$$") for name, value in plan.options.env.items()}
    parts: dict[str, Any] = {"environment": values} if values else {}
    if plan.options.env_file:
        parts["env_file"] = [{"path": f"./{plan.options.env_file.removeprefix('./')}", "required": False}]
    return parts


def _mounts(plan: "Plan") -> dict[str, Any]:
    pairs = [f"./{source.removeprefix('./').rstrip('/')}:{target}" for source, target in plan.options.mounts.items()]
    return {"volumes": pairs} if pairs else {}


def _deploy(plan: "Plan") -> dict[str, Any]:
    options = plan.options
    resources: dict[str, Any] = {"limits": limits(options.memory, options.cpus)}
    if options.gpu:
        resources["reservations"] = gpus(options.gpu_count)
    deploy: dict[str, Any] = {"replicas": options.replicas} if options.replicas > 1 else {}
    shared = {"shm_size": "2g"} if options.gpu else {}
    return {"deploy": deploy | {"resources": resources}} | shared
