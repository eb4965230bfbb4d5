"""Which jobs a pipeline has, in which order."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.frame.pipeline.stages import does
from generators.frame.pipeline.tools import SECURITY, TYPES

if TYPE_CHECKING:
    from generators.frame.pipeline.options import PipelineOptions


@dataclass(frozen=True)
class Job:
    """A job: `does` says what (None: something of the team's own, under its `title`)."""

    title: str
    does: str | None


_USUAL = ("ruff", "mypy", "pytest")


def planned(options: "PipelineOptions") -> tuple[Job, ...]:
    """The jobs in their order: as they were listed, otherwise checks before an image or a training, then a deployment.

    What was asked for besides the list is added to it.
    """
    if options.stages:
        jobs = [Job(title, does(title)) for title in options.stages]
        jobs = _with(jobs, [Job(kind.capitalize(), kind) for kind in _asked(options)])
    else:
        jobs = [Job(kind.capitalize(), kind) for kind in _usual(options)]
    return tuple(_with(jobs, [Job(title, does(title)) for title in options.more_stages]))


def _with(jobs: list[Job], more: list[Job]) -> list[Job]:
    """The jobs and those of the others that do something else, before a deployment unless they deploy themselves."""
    kinds = {job.does for job in jobs} | ({"build"} if any(job.does == "push" for job in jobs) else set())
    titles = {job.title.lower() for job in jobs}
    added = [job for job in more if (job.does is None or job.does not in kinds) and job.title.lower() not in titles]
    at = next((n for n, job in enumerate(jobs) if job.does == "deploy"), len(jobs))
    early = [job for job in added if job.does != "deploy"]
    return [*jobs[:at], *early, *jobs[at:], *(job for job in added if job.does == "deploy")]


def _asked(options: "PipelineOptions") -> list[str]:
    image = [kind for kind, wanted in (("build", options.build or options.scan), ("scan", options.scan)) if wanted]
    training = options.train or options.dvc == "repro" or (options.dvc == "pull" and options.tools is None and not options.stages)
    return (["train"] if training else []) + image + (["deploy"] if options.deploy else [])


def _usual(options: "PipelineOptions") -> list[str]:
    tools = chosen_tools(options)
    checks = ["lint"] if any(tool != "pytest" for tool in tools) else []
    test = ["test"] if "pytest" in tools else []
    asked = _asked(options)
    training = [kind for kind in asked if kind == "train"]
    rest = [kind for kind in asked if kind != "train"]
    # A pipeline that checks nothing and makes nothing would not be one.
    return checks + (training + test if options.test_model else test + training) + rest or ["test"]


def environments_of(job: Job, options: "PipelineOptions") -> tuple[str, ...]:
    """Where a deployment goes: to the environment in its own name, otherwise to those that were asked for."""
    low = job.title.lower()
    named = [name for name, cue in (("staging", "stag"), ("production", "prod")) if cue in low]
    return tuple(named) or options.environments


def chosen_tools(options: "PipelineOptions") -> tuple[str, ...]:
    """The checks: those that were named; the usual ones when nothing else is asked for."""
    if options.tools is not None:
        tools: tuple[str, ...] = options.tools
    elif options.stages:
        tools = _told_by(options.stages)
    else:
        tools = () if _asked(options) else _USUAL
    if (options.coverage or options.min_coverage or options.services) and not options.stages and "pytest" not in tools:
        tools = (*tools, "pytest")
    return tuple(tool for tool in tools if tool not in options.without)


def _told_by(stages: tuple[str, ...]) -> tuple[str, ...]:
    kinds = [does(stage) for stage in stages]
    meant = {"lint": "ruff", "types": "mypy", "security": "bandit", "test": "pytest"}
    return tuple(meant[kind] for kind in kinds if kind in meant)


def tools_of(job: Job, options: "PipelineOptions") -> tuple[str, ...]:
    """The checks that this job runs; type and security checks are done by the linting job unless they have a job of their own."""
    tools = chosen_tools(options)
    kinds = {other.does for other in planned(options)}
    own = {"types": TYPES, "security": SECURITY, "test": ("pytest",)}
    if job.does in own:
        fitting = own[job.does]
        return tuple(tool for tool in tools if tool in fitting) or (fitting[0],)
    if job.does == "lint":
        elsewhere = {tool for kind, group in own.items() if kind in kinds or kind == "test" for tool in group}
        return tuple(tool for tool in tools if tool not in elsewhere) or ("ruff",)
    return ()


def tests_pull(options: "PipelineOptions") -> bool:
    """Whether the tests fetch the data themselves, because there is no training that does."""
    return options.dvc == "pull" and not any(job.does == "train" for job in planned(options))
