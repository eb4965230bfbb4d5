"""A GitLab pipeline: checks, an image, a training, deployments by button."""

from typing import Any

from generators.frame import Files, to_yaml
from generators.frame.pipeline import Job, planned, slug, spaced
from generators.gitlab_ci.checking import install_job, lint_job, own_job, test_job
from generators.gitlab_ci.deployment import deploy_jobs
from generators.gitlab_ci.image import build_job, promote_job, scan_job
from generators.gitlab_ci.options import Options
from generators.gitlab_ci.reasons import WHY
from generators.gitlab_ci.rules import needed_settings, workflow_rules
from generators.gitlab_ci.shared import Body, defaults, hidden_jobs, variables
from generators.gitlab_ci.training import data_job, evaluate_job, train_job

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Potok GitLab CI: sprawdzenia, obraz, trening, wdrożenia na przycisk."
CUES = (
    ".gitlab-ci*",
    "gitlab-ci*",
    "gitlab ci*",
    "gitlab pipeline*",
    "gitlabci*",
    "pipeline* gitlab*",
    "pipeline* w gitlab*",
    "pipeline* na gitlab*",
    "pipeline* do gitlab*",
    "potok* gitlab*",
    "potok* w gitlab*",
    "potok* na gitlab*",
    "ci w gitlab*",
    "ci na gitlab*",
    "ci do gitlab*",
    "ci for gitlab*",
)
ABOUT = ("gitlab*",)

# GitLab fetches the code by itself.
_NOT_JOBS = ("checkout",)
_RESERVED = frozenset(
    "default include stages variables workflow image services cache before-script after-script types pages spec"
    " true false nil".split()
)
_LINTS = ("lint", "types", "security")


def render(options: Options) -> Files:
    """The pipeline."""
    jobs = [job for job in planned(options) if job.does not in _NOT_JOBS] or [Job("Test", "test")]
    stages = list(dict.fromkeys(_stage(job) for job in jobs))
    bodies: dict[str, Body] = {}
    for job in jobs:
        for name, body in _bodies(job, options):
            bodies[_free(name, bodies)] = {"stage": _stage(job), **body}
    pipeline = {
        "stages": stages,
        **workflow_rules(options),
        "default": defaults(options),
        **variables(options),
        **hidden_jobs(bodies, options),
    }
    text = to_yaml(pipeline | bodies, comment=needed_settings(options))
    return {".gitlab-ci.yml": spaced(text, r"[.\w]")}


def _stage(job: Job) -> str:
    return slug(job.title)


def _free(name: str, taken: dict[str, Body]) -> str:
    """A name that is neither GitLab's own word nor another job's."""
    name = f"{name}-job" if name in _RESERVED else name
    return name if name not in taken else next(f"{name}-{n}" for n in range(2, 99) if f"{name}-{n}" not in taken)


def _bodies(job: Job, options: Options) -> list[tuple[str, Body]]:
    name = slug(job.title)
    if job.does == "deploy":
        return deploy_jobs(job, options)
    return [(name, _body(job, options))]


def _body(job: Job, options: Options) -> dict[str, Any]:
    if job.does in _LINTS:
        return lint_job(job, options)
    makers = {
        "install": install_job, "test": test_job, "data": data_job, "train": train_job, "evaluate": evaluate_job,
        "build": build_job, "push": promote_job, "scan": scan_job,
    }  # fmt: skip
    return makers.get(job.does or "", own_job)(job, options)
