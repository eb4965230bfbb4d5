"""Stages that stand together: side by side, or on one machine."""

from dataclasses import replace

from generators.jenkinsfile.options import Options
from generators.jenkinsfile.stages import CHECKS, Stage


def grouped(stages: list[Stage], options: Options) -> list[Stage]:
    """Stages that belong together: checks side by side when that is wished, and what must share the machine with the image."""
    stages = _together(stages, "Checks", CHECKS) if options.parallel else stages
    if options.agent != "docker":
        return stages
    return [_on_one_machine(stage) for stage in _together(stages, "Image", ("build", "scan", "push"))]


def _together(stages: list[Stage], title: str, kinds: tuple[str, ...]) -> list[Stage]:
    at = [n for n, stage in enumerate(stages) if stage.does in kinds]
    if len(at) < 2 or at != list(range(at[0], at[-1] + 1)):
        return stages
    group = Stage(title, None, [], parts=tuple(stages[at[0] : at[-1] + 1]))
    return [*stages[: at[0]], group, *stages[at[-1] + 1 :]]


def _on_one_machine(stage: Stage) -> Stage:
    if stage.title != "Image" or not stage.parts:
        return stage
    return replace(stage, agent=stage.parts[0].agent, parts=tuple(replace(part, agent=None) for part in stage.parts))
