"""What one part of a set has to know of another: compose starts the Prometheus whose configuration lies beside it, and so on."""

from typing import Any

Own = dict[str, dict[str, Any]]
# What compose runs for a part, and the folder in which compose looks for its configuration.
_RUN_BY_COMPOSE = {"prometheus": "prometheus", "grafana": "grafana"}


def linked(own: Own, shared: dict[str, Any]) -> Own:
    """The parts' own options, with what follows from the others added; lists grow, anything that was asked for stays."""
    result = {kind: dict(options) for kind, options in own.items()}
    if "compose" in own:
        if "dockerfile" in own and own["compose"].get("app") == "none":
            del result["compose"]["app"]  # "compose with Postgres" alone has no app of ours; beside a Dockerfile it has
        wanted = [service for part, service in _RUN_BY_COMPOSE.items() if part in own]
        result["compose"]["services"] = list(dict.fromkeys([*own["compose"].get("services", ()), *wanted]))
    for pipeline in ("github-actions", "gitlab-ci", "jenkinsfile"):
        if pipeline in own and {"dockerfile", "kubernetes"} <= own.keys():
            # The manifests run what the pipeline pushes, so it has to be pushed there.
            result[pipeline] = {"build": True, "push": True, **result[pipeline]}
    if "pytest" in own and "dvc" in own:
        result["pytest"] = (
            {**{"metrics": own["dvc"]["metrics"]}, **result["pytest"]} if "metrics" in own["dvc"] else result["pytest"]
        )
    return result


def place(path: str, kind: str, kinds: set[str]) -> str:
    """Where a part's file goes in the set: beside the compose file, a program's configuration has a folder of its own."""
    folder = _RUN_BY_COMPOSE.get(kind)
    return f"{folder}/{path}" if folder and "compose" in kinds and not path.startswith(f"{folder}/") else path


def is_built_here(kind: str, kinds: set[str]) -> bool:
    """Whether a part builds the image itself instead of naming it."""
    return kind == "compose" and "dockerfile" in kinds
