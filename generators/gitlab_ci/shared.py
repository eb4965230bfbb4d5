"""What jobs share: defaults, variables, the hidden job for Python, and taking a role of AWS."""

from typing import Any

from generators.frame import Quoted, image, package
from generators.frame.pipeline import commands, planned
from generators.gitlab_ci.options import Options

Body = dict[str, Any]
_LEADS = {"pip": "", "uv": "uv run --no-sync ", "poetry": "poetry run "}
_CACHES = {
    "pip": ("PIP_CACHE_DIR", ".cache/pip"),
    "uv": ("UV_CACHE_DIR", ".cache/uv"),
    "poetry": ("POETRY_CACHE_DIR", ".cache/poetry"),
}
_LOCKS = {"uv": "uv.lock", "poetry": "poetry.lock"}
_TOKEN_FILE = "/tmp/aws-token"


def programs(options: Options) -> commands.Programs:
    """How a job calls what was installed."""
    lead = _LEADS[options.packages]
    return commands.Programs(lead, f"{lead}python")


def python_image(version: str) -> str:
    """The image of a Python version."""
    return f"{image('python')}:{version}-slim"


def defaults(options: Options) -> Body:
    """What holds for every job."""
    made: Body = {"image": python_image(options.python[-1]), "interruptible": True, "timeout": f"{options.minutes} minutes"}
    if options.retry:
        # A failed test stays failed; only what the runner broke is worth a repetition.
        made["retry"] = {"max": options.retry, "when": ["runner_system_failure", "stuck_or_timeout_failure"]}
    if options.runner_tags:
        made["tags"] = list(options.runner_tags)
    return made


def variables(options: Options) -> Body:
    """The place of the caches, and the image's name and tag."""
    made: Body = {}
    if options.cache:
        name, folder = _CACHES[options.packages]
        made[name] = f"$CI_PROJECT_DIR/{folder}"
    if options.builds_image or options.deploy == "sagemaker":
        made |= {"TAG": "$CI_COMMIT_SHORT_SHA", "IMAGE": f"{_image_name(options)}:$TAG"}
    return {"variables": made} if made else {}


def _image_name(options: Options) -> str:
    return options.image or (
        "$CI_REGISTRY_IMAGE" if options.registry in (None, "gitlab") else f"registry.example.com/ml/{options.workload}"
    )


def hidden_jobs(bodies: dict[str, Body], options: Options) -> Body:
    """`.python`, when a job builds on it."""
    if not options.cache or not any(body.get("extends") == ".python" for body in bodies.values()):
        return {}
    lock = _LOCKS.get(options.packages, options.requirements)
    key = {"files": [f"{options.folder}/{lock}" if options.folder else lock]}
    return {".python": {"cache": {"key": key, "paths": [_CACHES[options.packages][1]]}}}


def on_python(options: Options) -> Body:
    """A job in Python."""
    return {"extends": ".python"} if options.cache else {}


def before(options: Options, tools: tuple[str, ...], *, extra: tuple[str, ...] = ()) -> list[str]:
    """Enter the project's folder and install what the job needs."""
    enter = [f"cd {options.folder}"] if options.folder else []
    tool = [f"python -m pip install {package(options.packages)}"] if options.packages != "pip" else []
    return [*enter, *tool, *commands.installing(options, tools, extra=extra)]


def inside(options: Options, path: str) -> str:
    """A path of the project as one of the repository."""
    return f"{options.folder}/{path}" if options.folder else path


def aws(options: Options) -> tuple[Body, list[str]]:
    """Take an IAM role by OIDC: the keys of the job, and the line that hands the token to AWS's programs."""
    keys = {
        "id_tokens": {"AWS_ID_TOKEN": {"aud": "$CI_SERVER_URL"}},
        "variables": {"AWS_WEB_IDENTITY_TOKEN_FILE": _TOKEN_FILE, "AWS_DEFAULT_REGION": options.region},
    }
    return keys, ['printf \'%s\' "$AWS_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"']


def quoted(items: tuple[str, ...]) -> list[Quoted]:
    """Versions in quotes, which YAML would take for numbers."""
    return [Quoted(item) for item in items]


def has(kind: str, options: Options) -> bool:
    """Whether there is a job of this kind."""
    return any(job.does == kind for job in planned(options))
