"""When a workflow runs."""

from typing import Any

from generators.frame import Plain, Quoted
from generators.frame.pipeline import planned
from generators.github_actions.options import Options

_CHECKS = {"lint", "test", "types", "security"}


def events_of(options: Options) -> tuple[str, ...]:
    """The events that were asked for, otherwise those that fit the jobs."""
    events = list(options.events or _fitting(options))
    if options.tags and "push" not in events:
        events.append("push")
    if options.inputs and "workflow_dispatch" not in events:
        events.append("workflow_dispatch")
    return tuple(events)


def _fitting(options: Options) -> list[str]:
    kinds = {job.does for job in planned(options)}
    if options.schedule:
        return ["workflow_dispatch"]
    if kinds <= {"train", "evaluate", "data", "install"}:
        return ["push", "workflow_dispatch"] if options.paths else ["workflow_dispatch"]
    if kinds & _CHECKS and not options.tags:
        return ["push", "pull_request"]
    return ["push", "workflow_dispatch"] if "deploy" in kinds else ["push"]


def triggers(options: Options) -> dict[Any, Any]:
    """The `on` of the workflow."""
    made: dict[str, Any] = {event: _filtered(event, options) for event in events_of(options)}
    if options.schedule:
        made["schedule"] = [{"cron": Quoted(options.schedule)}]
    return {Plain("on"): made}


def _filtered(event: str, options: Options) -> Any:
    paths = {"paths": [Quoted(path) for path in _patterns(options)]} if options.paths or options.folder else {}
    branches = {"branches": list(options.branches or ("main",))}
    match event:
        case "push":
            by_tag = {"tags": [Quoted(tag) for tag in options.tags]} if options.tags else {}
            # Paths are not looked at for tags, so a workflow for tags alone has none.
            only_tags = options.tags and options.branches is None
            return by_tag if only_tags else {**branches, **by_tag, **paths}
        case "pull_request":
            return {**branches, **paths}
        case "release":
            return {"types": ["published"]}
        case "workflow_dispatch":
            return {"inputs": {name: _input(name, options) for name in options.inputs}} if options.inputs else {}
    return {}


def _patterns(options: Options) -> list[str]:
    paths = options.paths or (options.folder or "",)
    return [path if "*" in path or _is_file(path) else f"{path.rstrip('/')}/**" for path in paths]


def _is_file(path: str) -> bool:
    return "." in path.rpartition("/")[2].lstrip(".") or path.rpartition("/")[2] in ("Dockerfile", "Makefile")


def _input(name: str, options: Options) -> dict[str, Any]:
    if name in ("environment", "env", "target"):
        choices = list(options.environments) if len(options.environments) > 1 else ["staging", "production"]
        return {"description": name.capitalize(), "required": True, "type": "choice", "options": choices}
    return {"description": name.replace("_", " ").capitalize(), "required": False, "type": "string"}


def concurrency(options: Options) -> dict[str, Any]:
    """One run at a time for a branch; a newer one stops an older, unless that deploys or trains."""
    kinds = {job.does for job in planned(options)}
    careful = bool(kinds & {"deploy", "train", "build", "push"})
    asked = "pull_request" in events_of(options)
    stop: Any = ("${{ github.event_name == 'pull_request' }}" if asked else False) if careful else True
    return {"group": "${{ github.workflow }}-${{ github.ref }}", "cancel-in-progress": stop}
