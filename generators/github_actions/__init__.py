"""A GitHub Actions workflow: checks on several Pythons, an image, a training, a deployment."""

from typing import Any

from generators.frame import Files, to_yaml
from generators.frame.pipeline import Job, planned, slug, spaced
from generators.github_actions.checking import check_job, own_job
from generators.github_actions.deployment import deploy_jobs, notify_job
from generators.github_actions.image import image_job
from generators.github_actions.needs import needed_settings, wired
from generators.github_actions.options import Options
from generators.github_actions.reasons import WHY
from generators.github_actions.training import evaluate_job, train_job
from generators.github_actions.triggers import concurrency, triggers

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Workflow GitHub Actions: sprawdzenia na kilku Pythonach, obraz, trening, wdrożenie."
CUES = (
    "workflow*",
    "github action*",
    "gh action*",
    "github workflow*",
    "gha",
    ".github/workflows*",
    "akcj* github*",
    "pipeline* github*",
    "ci na github*",
    "ci w github*",
    "ci on github",
    "ci for github",
    "github ci",
)
ABOUT = ("github*", "ci pipeline", "ci/cd", "ci")

# Each job here installs for itself, and the image is scanned and pushed by the job that builds it.
_NOT_JOBS = ("checkout", "install", "scan")
_MAKERS = {"lint": check_job, "types": check_job, "security": check_job, "test": check_job}


def render(options: Options) -> Files:
    """The workflow, and what actionlint must know of one's own runners."""
    jobs = _jobs(options)
    workflow = {
        "name": options.name or _TITLES[_purpose(options)],
        **triggers(options),
        "permissions": {"contents": "read"},
        "concurrency": concurrency(options),
        **({"defaults": {"run": {"working-directory": options.folder}}} if options.folder else {}),
        "jobs": jobs,
    }
    text = to_yaml(workflow)
    head = "".join(f"# {line}\n" for line in needed_settings(text))
    before, opening, body = text.partition("\njobs:\n")
    text = spaced(before, r"\w") + "\n" + opening.lstrip() + spaced(body, r"  [\w-]+:$")
    files = {f".github/workflows/{options.file or _purpose(options)}.yml": head + text}
    if options.runner:
        files[".github/actionlint.yaml"] = to_yaml({"self-hosted-runner": {"labels": list(options.runner)}})
    return files


_TITLES = {"ci": "CI", "image": "Image", "train": "Train", "deploy": "Deploy"}


def _purpose(options: Options) -> str:
    """What the workflow is for, when it was given no name."""
    kinds = {job.does for job in planned(options)}
    if kinds & {"lint", "test", "types", "security"}:
        return "ci"
    return next((name for name, kind in (("train", "train"), ("deploy", "deploy"), ("image", "build")) if kind in kinds), "ci")


def _jobs(options: Options) -> dict[str, dict[str, Any]]:
    made: dict[str, dict[str, Any]] = {}
    kinds: dict[str, str | None] = {}
    for job in _worth_a_job(options):
        for name, body in _bodies(job, options, kinds):
            unique = name if name not in made else next(f"{name}-{n}" for n in range(2, 99) if f"{name}-{n}" not in made)
            made[unique], kinds[unique] = body, job.does
    jobs = wired(made, kinds, in_order=bool(options.stages))
    return jobs | ({"notify": {"needs": list(jobs), **notify_job(options)}} if options.notify else {})


def _worth_a_job(options: Options) -> list[Job]:
    jobs = [job for job in planned(options) if job.does not in _NOT_JOBS and not (options.test_model and job.does == "test")]
    builds = any(job.does == "build" for job in jobs)
    jobs = [job for job in jobs if not (job.does == "push" and builds)]
    return jobs or [Job("Test", "test")]


def _bodies(job: Job, options: Options, before: dict[str, str | None]) -> list[tuple[str, dict[str, Any]]]:
    name = slug(job.title)
    if job.does in _MAKERS:
        return [(name, _MAKERS[job.does](job, options))]
    match job.does:
        case "train":
            return [(name, train_job(options))]
        case "evaluate":
            return [(name, evaluate_job(options, after_training="train" in before.values()))]
        case "build" | "push":
            return [(name, image_job(options))]
        case "deploy":
            return deploy_jobs(
                job, options, built_by=next((one for one, kind in before.items() if kind in ("build", "push")), None)
            )
    return [(name, own_job(job, options))]
