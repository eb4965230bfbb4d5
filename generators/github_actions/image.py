"""The job that builds, scans and pushes an image."""

from typing import Any

from generators.frame import action, image
from generators.github_actions.options import Options
from generators.github_actions.steps import aws_login, checkout, machine, run
from generators.github_actions.triggers import events_of

_HOSTS = {"ghcr": "ghcr.io", "dockerhub": "docker.io"}
_TAGS = {
    "sha": "type=raw,value=${{ github.sha }}",
    "version": "type=ref,event=tag",
    "branch": "type=ref,event=branch",
    "latest": "type=raw,value=latest,enable={{is_default_branch}}",
}


def registry_of(options: Options) -> str:
    """Where the image goes: as asked, otherwise told by its name."""
    if options.registry:
        return options.registry
    host = (options.image or "").partition("/")[0]
    if ".ecr." in host:
        return "ecr"
    return {"": "ghcr", "ghcr.io": "ghcr", "docker.io": "dockerhub"}.get(host, "other" if "." in host or ":" in host else "ghcr")


def image_job(options: Options) -> dict[str, Any]:
    """Build with a layer cache, scan what was built, push it under its tags."""
    registry, pushes = registry_of(options), options.push
    login = _login(options, registry) if pushes else []
    build: dict[str, Any] = {"context": options.folder or ".", **_dockerfile(options), "cache-from": "type=gha"}
    final = {**build, **_platforms(options), "push": pushes, "tags": "${{ steps.meta.outputs.tags }}",
             "labels": "${{ steps.meta.outputs.labels }}", "cache-to": "type=gha,mode=max"}  # fmt: skip
    steps = [
        checkout(),
        *_emulation(options),
        {"uses": action("buildx")},
        *login,
        _metadata(options, registry),
        *_scan(options, build),
    ]
    steps.append({"uses": action("docker-build"), "with": final})
    return {**_condition(options), **_permissions(registry, pushes), **machine(options), **_outputs(), "steps": steps}


def _condition(options: Options) -> dict[str, str]:
    events = set(events_of(options)) | ({"schedule"} if options.schedule else set())
    # A pull request may come from a fork, which must not push.
    if options.push and "pull_request" in events and len(events) > 1:
        return {"if": "github.event_name != 'pull_request'"}
    return {}


def _permissions(registry: str, pushes: bool) -> dict[str, Any]:
    more = {"ghcr": {"packages": "write"}, "ecr": {"id-token": "write"}}.get(registry, {})
    return {"permissions": {"contents": "read", **more}} if more and pushes else {}


def _outputs() -> dict[str, Any]:
    return {"outputs": {"image": "${{ fromJSON(steps.meta.outputs.json).tags[0] }}", "tag": "${{ steps.meta.outputs.version }}"}}


def _login(options: Options, registry: str) -> list[dict[str, Any]]:
    if registry == "ecr":
        return [aws_login(options), {"id": "ecr", "uses": action("ecr-login")}]
    name, user, password = {
        "ghcr": ("ghcr.io", "${{ github.actor }}", "${{ secrets.GITHUB_TOKEN }}"),
        "dockerhub": ("docker.io", "${{ secrets.DOCKERHUB_USERNAME }}", "${{ secrets.DOCKERHUB_TOKEN }}"),
    }.get(registry, (_host(options), "${{ secrets.REGISTRY_USERNAME }}", "${{ secrets.REGISTRY_PASSWORD }}"))
    return [{"uses": action("docker-login"), "with": {"registry": name, "username": user, "password": password}}]


def _host(options: Options) -> str:
    host = (options.image or "").partition("/")[0]
    return host if "." in host or ":" in host else "registry.example.com"


def _metadata(options: Options, registry: str) -> dict[str, Any]:
    kinds = [*options.image_tags, *(["version"] if options.tags and "version" not in options.image_tags else [])]
    inputs = {"images": _name(options, registry), "flavor": "latest=false", "tags": "\n".join(_TAGS[kind] for kind in kinds)}
    return {"id": "meta", "uses": action("docker-metadata"), "with": inputs}


def _name(options: Options, registry: str) -> str:
    name = options.image or options.workload
    if "." in name.partition("/")[0] and "/" in name:
        return name
    if registry == "ecr":
        return "${{ steps.ecr.outputs.registry }}/" + name if options.push else name
    if registry == "ghcr":
        return "ghcr.io/${{ github.repository_owner }}/" + name if options.image and "/" not in name else _github(options)
    if registry == "dockerhub":
        return name if "/" in name else "${{ secrets.DOCKERHUB_USERNAME }}/" + name
    return f"{_host(options)}/{name}" if "/" not in name or "." not in name.partition("/")[0] else name


def _github(options: Options) -> str:
    return f"ghcr.io/{options.image}" if options.image else "ghcr.io/${{ github.repository }}"


def _dockerfile(options: Options) -> dict[str, str]:
    path = f"{options.folder}/{options.dockerfile}" if options.folder else options.dockerfile
    return {} if path == "Dockerfile" else {"file": path}


def _emulation(options: Options) -> list[dict[str, Any]]:
    return [{"uses": action("qemu")}] if "arm64" in options.platforms else []


def _platforms(options: Options) -> dict[str, str]:
    return {"platforms": ",".join(f"linux/{name}" for name in options.platforms)} if options.platforms != ("amd64",) else {}


def _scan(options: Options, build: dict[str, Any]) -> list[dict[str, Any]]:
    if not options.scan:
        return []
    line = (
        f"docker run --rm --volume /var/run/docker.sock:/var/run/docker.sock {image('trivy')}"
        " image --exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed scanned"
    )
    local = {"name": "Build for the scan", "uses": action("docker-build"), "with": {**build, "load": True, "tags": "scanned"}}
    return [local, run("Scan", [line])]
