"""What a project consists of: the services that were asked for and those that they cannot do without, and who waits for whom."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.compose.services import CATALOGUE, OWNER

if TYPE_CHECKING:
    from generators.compose import Options

_NEEDS = {"kibana": ("elasticsearch",), "adminer": ("postgres",), "worker": ()}
_WATCHED = ("postgres", "mysql", "mongo", "redis", "rabbitmq", "kafka", "minio", "mlflow", "elasticsearch", "qdrant")
_LAST_PORT = 65535
_BROKERS = ("redis", "rabbitmq", "kafka")


@dataclass(frozen=True)
class Plan:
    """The names of all services, in the order in which they stand in the file."""

    options: "Options"
    services: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Whether this service is part of the project."""
        return name in self.services

    @property
    def custom_mlflow(self) -> bool:
        """MLflow's own image lacks the drivers for databases and object stores."""
        return self.has("mlflow") and bool(self.mlflow_database or self.options.artifacts or self.has("minio"))

    @property
    def mlflow_database(self) -> str | None:
        """The database that keeps MLflow's runs; without one they are in a file on a volume."""
        return next((name for name in ("postgres", "mysql") if self.has(name)), None)

    @property
    def mlflow_bucket(self) -> bool:
        """MLflow keeps its files in MinIO, so a bucket has to be made first."""
        return self.has("mlflow") and self.has("minio") and not self.options.artifacts

    @property
    def separate_mlflow_database(self) -> bool:
        """MLflow gets a database of its own beside the application's, because both bring their own tables."""
        shared = self.options.app == "none" or self.options.database == "mlflow"
        return self.has("mlflow") and self.mlflow_database == "postgres" and not shared

    @property
    def app_host_port(self) -> int | None:
        """The port of this machine that leads to the application; behind nginx there is none."""
        if self.options.app != "service" or self.has("nginx"):
            return None
        return self.options.host_port or self.options.port

    @property
    def _asked_ports(self) -> list[int]:
        first = self.app_host_port
        own = [] if first is None else list(range(first, first + self.options.replicas))
        return [*own, *self._doors_asked.values()]

    @property
    def _doors_asked(self) -> dict[str, int]:
        asked = {str(door): port for door, port in self.options.ports.items() if self.has(OWNER[door])}
        front = self.options.host_port if self.has("nginx") and self.options.app == "service" else None
        return ({"nginx": front} if front else {}) | asked

    @property
    def twice_used_port(self) -> int | None:
        """A port of this machine that two were given."""
        asked = self._asked_ports
        return next((port for port in asked if asked.count(port) > 1 or port > _LAST_PORT), None)

    @property
    def host_ports(self) -> dict[str, int]:
        """The published ports of backing services; one that nobody asked for gives way to those that were."""
        taken: set[int] = set(self._asked_ports)
        asked = self._doors_asked
        found: dict[str, int] = {}
        for name in self.services:
            backing = CATALOGUE.get(name)
            for door, usual in backing.doors.items() if backing else ():
                if door in asked:
                    found[door] = asked[door]
                elif backing and (backing.shown or door.endswith("-management")):
                    found[door] = next(port for port in range(usual, _LAST_PORT + 1) if port not in taken)
                    taken.add(found[door])
        return found

    def waits_for(self, name: str) -> tuple[str, ...]:
        """The services that must be ready before this one starts."""
        if name in ("app", "worker", "jupyter"):
            return tuple(other for other in self.services if other in _WATCHED)
        needs = {
            "mlflow": (self.mlflow_database, "minio"),
            "grafana": ("prometheus",),
            "prometheus": ("alertmanager",),
            "kibana": ("elasticsearch",),
            "adminer": ("postgres",),
        }.get(name, ())
        return tuple(other for other in needs if other and self.has(other))


def plan(options: "Options") -> Plan:
    """What was asked for, a service for every port that was named, and what those need; without what is to be left out."""
    wanted = dict.fromkeys((*options.services, *(OWNER[door] for door in options.ports)))
    if "worker" in wanted and not any(broker in wanted for broker in _BROKERS):
        wanted["redis"] = None
    for name in list(wanted):
        wanted.update(dict.fromkeys(_NEEDS.get(name, ())))
    order = [*CATALOGUE, "worker"]
    kept = [name for name in order if name in wanted and name not in options.without]
    return Plan(options, tuple(kept))
