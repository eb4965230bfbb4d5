"""Where stages run: a container, a pod, or a machine with a label."""

from typing import Any

from generators.frame import image, to_yaml
from generators.frame.pipeline import commands, planned
from generators.jenkinsfile.options import Options


def python_image(options: Options) -> str:
    """The image in which Python runs."""
    return options.agent_image or f"{image('python')}:{options.python[-1]}-slim"


def agent_of(options: Options) -> dict[str, Any]:
    """The agent of the whole pipeline, for the template."""
    match options.agent:
        case "any":
            return {"kind": "any"}
        case "label":
            return {"kind": "label", "label": options.label}
        case "kubernetes":
            return {"kind": "kubernetes", "pod": _pod(options)}
    return {"kind": "docker", "image": python_image(options), "args": ""}


def docker_agent(options: Options) -> dict[str, Any] | None:
    """Where images are built: a machine with Docker, unless the pipeline already runs on one."""
    return {"kind": "label", "label": "docker"} if options.agent == "docker" else None


def tools_agent(options: Options, name: str) -> dict[str, Any] | None:
    """A container with the programs of a deployment."""
    return {"kind": "docker", "image": image(name), "args": "--entrypoint="} if options.agent == "docker" else None


def _pod(options: Options) -> str:
    kinds = {job.does for job in planned(options)}
    containers = [_container("python", python_image(options))]
    if kinds & {"build", "push"}:
        config = {"name": "registry", "mountPath": "/kaniko/.docker"}
        containers.append({**_container("kaniko", image("kaniko")), "volumeMounts": [config]})
    if "scan" in kinds:
        containers.append(_container("trivy", image("trivy")))
    if "deploy" in kinds:
        containers.append(_container("tools", image("aws-cli" if options.deploy == "sagemaker" else "k8s-tools")))
    containers += [_service(service, options) for service in options.services]
    spec: dict[str, Any] = {"containers": containers}
    if kinds & {"build", "push"}:
        items = [{"key": ".dockerconfigjson", "path": "config.json"}]
        spec["volumes"] = [{"name": "registry", "secret": {"secretName": options.credentials.lower(), "items": items}}]
    return to_yaml({"apiVersion": "v1", "kind": "Pod", "spec": spec}).rstrip("\n")


def _container(name: str, source: str) -> dict[str, Any]:
    limits = {"requests": {"cpu": "500m", "memory": "1Gi"}, "limits": {"memory": "2Gi"}}
    return {"name": name, "image": source, "command": ["sleep"], "args": ["infinity"], "resources": limits}


def _service(service: str, options: Options) -> dict[str, Any]:
    name, source = commands.service_image(service)
    started, _ = commands.service_environment(service, "localhost", options.database)
    env = {"env": [{"name": key, "value": value} for key, value in started.items()]} if started else {}
    return {
        "name": name,
        "image": source,
        **env,
        "resources": {"requests": {"cpu": "250m", "memory": "512Mi"}, "limits": {"memory": "1Gi"}},
    }
