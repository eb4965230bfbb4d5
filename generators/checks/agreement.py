"""A set of files against itself: ports, images, service names and mounted files that one takes for granted and another gives."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "own check: agreement"
HEAVY = False
_EXPOSE = re.compile(r"^EXPOSE\s+(\d+)", re.M)
_PUSHES = re.compile(r"docker/build-push-action|docker push|buildah push|--push\b|/kaniko/executor")
_PIPELINES = (".github/workflows/", ".gitlab-ci", "Jenkinsfile")
_WORKLOADS = ("Deployment", "StatefulSet", "DaemonSet")
_OF_PROMETHEUS = {"localhost", "127.0.0.1"}


def version() -> str:
    """Ours has none."""
    return ""


def applies(files: Mapping[str, str]) -> bool:
    """Only a set can disagree: at least two of container, manifests, pipeline and monitoring."""
    return len({part for path, text in files.items() if (part := _part(path, text))}) > 1


def wants(path: str, text: str) -> bool:
    """The files that name what others give."""
    return _part(path, text) is not None


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Where they disagree."""
    facts = _Facts()
    for path in paths:
        facts.read(folder, path)
    return [*_ports(facts), *_images(facts), *_targets(facts), *_mounts(facts, folder, paths)]


def _part(path: str, text: str) -> str | None:
    name = PurePosixPath(path).name
    if "/templates/" in path:
        return None  # of a chart or a role: not yet what it will be
    if name.startswith("Dockerfile"):
        return "container"
    if path.startswith(_PIPELINES):
        return "pipeline"
    if name.startswith(("compose", "docker-compose")) and is_yaml(path):
        return "compose"
    if is_yaml(path) and "scrape_configs:" in text:
        return "monitoring"
    return "manifests" if is_yaml(path) and re.search(r"^kind: (?:Deployment|Service|StatefulSet|DaemonSet)$", text, re.M) else None


@dataclass
class _Facts:
    """What the files of a set say, each with the file that says it."""

    exposed: dict[str, set[int]] = field(default_factory=dict)
    built: list[tuple[str, str, str, int]] = field(default_factory=list)
    containers: list[tuple[str, str, list[int]]] = field(default_factory=list)
    services: set[str] = field(default_factory=set)
    targets: list[tuple[str, str]] = field(default_factory=list)
    mounts: list[tuple[str, str]] = field(default_factory=list)
    pipelines: dict[str, str] = field(default_factory=dict)

    def read(self, folder: Path, path: str) -> None:
        """Take over what one file says."""
        text = (folder / path).read_text(encoding="utf-8")
        match _part(path, text):
            case "container":
                self.exposed[path] = {int(port) for port in _EXPOSE.findall(text)}
            case "pipeline":
                self.pipelines[path] = text
            case "compose":
                self._read_compose(path, documents(folder, path)[0])
            case "monitoring":
                self._read_monitoring(path, documents(folder, path)[0])
            case "manifests":
                for document in documents(folder, path):
                    self._read_manifest(path, document)

    def _read_compose(self, path: str, document: dict[str, Any]) -> None:
        for name, service in (document.get("services") or {}).items():
            self.services.add(name)
            if "build" in service:
                ports = (str(port).rsplit(":", 1)[-1].split("/")[0] for port in service.get("ports", ()) if isinstance(port, str))
                self.built += [(path, name, _dockerfile(path, service["build"]), int(port)) for port in ports if port.isdigit()]
            sources = (str(volume).split(":")[0] for volume in service.get("volumes", ()) if isinstance(volume, str))
            self.mounts += [(path, source) for source in sources if source.startswith("./") and PurePosixPath(source).suffix]

    def _read_monitoring(self, path: str, document: dict[str, Any]) -> None:
        for job in document.get("scrape_configs") or ():
            for static in job.get("static_configs") or ():
                self.targets += [(path, str(target)) for target in static.get("targets") or ()]

    def _read_manifest(self, path: str, document: Any) -> None:
        if not isinstance(document, dict):
            return
        if document.get("kind") == "Service":
            self.services.add(document["metadata"]["name"])
        if document.get("kind") in _WORKLOADS:
            for container in document["spec"]["template"]["spec"]["containers"]:
                ports = [port["containerPort"] for port in container.get("ports", ())]
                self.containers.append((path, container["image"], ports))


def _dockerfile(path: str, build: Any) -> str:
    """The Dockerfile that a service of a Compose file is built from, as a path of the set."""
    asked = {"context": build} if isinstance(build, str) else build
    return posixpath.normpath(PurePosixPath(path).parent / asked.get("context", ".") / asked.get("dockerfile", "Dockerfile"))


def _ports(facts: _Facts) -> Iterator[Problem]:
    for path, name, dockerfile, port in facts.built:
        exposed = facts.exposed.get(dockerfile)
        if exposed and port not in exposed:
            yield Problem(path, f"service {name} publishes port {port}, but {dockerfile} exposes {_listed(exposed)}")
    exposed = set().union(*facts.exposed.values())
    listening = {port for _, _, ports in facts.containers for port in ports}
    for path, image, ports in facts.containers:
        # Other containers of the set, such as a database, come from images of their own.
        if exposed and ports and not exposed & listening:
            yield Problem(path, f"{image} listens on {_listed(ports)}, but the Dockerfile exposes {_listed(exposed)}")


def _listed(ports: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(ports)))


def _images(facts: _Facts) -> Iterator[Problem]:
    pushing = [text for text in facts.pipelines.values() if _PUSHES.search(text)]
    for path, image, _ in facts.containers:
        repository = re.sub(r"(?::[^/]+)?(?:@.*)?$", "", image)
        if pushing and not any(_names(repository, text) for text in pushing):
            yield Problem(path, f"no pipeline of the set pushes {repository}")


def _names(repository: str, text: str) -> bool:
    """A pipeline may write registry and name apart: `REGISTRY: ghcr.io` and `IMAGE: acme/api`."""
    registry, _, name = repository.partition("/")
    return repository in text or (registry in text and bool(name) and name in text)


def _targets(facts: _Facts) -> Iterator[Problem]:
    for path, target in facts.targets:
        host = target.rsplit(":", 1)[0]
        if facts.services and host not in _OF_PROMETHEUS and "." not in host and host not in facts.services:
            yield Problem(path, f"scrapes {target}, but no service of the set is called {host}")


def _mounts(facts: _Facts, folder: Path, paths: list[str]) -> Iterator[Problem]:
    """A mounted file that lies elsewhere in the set. One whose name the set does not know is the user's own."""
    for path, source in facts.mounts:
        named = [other for other in paths if PurePosixPath(other).name == PurePosixPath(source).name]
        if named and not (folder / PurePosixPath(path).parent / source).exists():
            yield Problem(path, f"mounts {source}, but the set has {named[0]}")
