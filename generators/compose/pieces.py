"""Parts of a service that are written alike everywhere."""

import re
from collections.abc import Iterable
from typing import Any

from generators.frame import Quoted, Row


def waiting(names: Iterable[str], *, ready: bool = True, finished: Iterable[str] = ()) -> dict[str, Any]:
    """`depends_on`: started is not ready, so each is waited for until its health check passes."""
    condition = "service_healthy" if ready else "service_started"
    needs = {name: {"condition": condition} for name in names}
    needs |= {name: {"condition": "service_completed_successfully"} for name in finished}
    return {"depends_on": needs} if needs else {}


def healthcheck(test: Iterable[str], start_period: str) -> dict[str, Any]:
    """A health check that gives a slow start its time."""
    return {"test": Row(test), "interval": "10s", "timeout": "5s", "retries": 5, "start_period": start_period}


def published(host: int, container: int, *, everywhere: bool, count: int = 1) -> str:
    """A port mapping; only this machine reaches it unless it is for everyone. Replicas share out a range of ports."""
    span = f"{host}-{host + count - 1}" if count > 1 else str(host)
    return Quoted(f"{'' if everywhere else '127.0.0.1:'}{span}:{container}")


def limits(memory: str | None, cpus: float | None) -> dict[str, str]:
    """Limits in Compose's notation, where memory has no `i`: 2Gi is 2g."""
    found = {
        "cpus": Quoted(f"{cpus:g}") if cpus else "",
        "memory": re.sub(r"([KMGTkmgt])i?$", lambda m: m[1].lower(), memory or ""),
    }
    return {name: value for name, value in found.items() if value}


def gpus(count: int) -> dict[str, Any]:
    """The reservation of GPUs; 0 means all of them."""
    return {"devices": [{"driver": "nvidia", "count": count or "all", "capabilities": ["gpu"]}]}
