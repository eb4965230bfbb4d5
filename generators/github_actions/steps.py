"""Steps that several jobs share."""

from typing import Any

from generators.frame import Quoted, action, package, version
from generators.frame.pipeline import commands
from generators.github_actions.options import Options

Step = dict[str, Any]
_LEADS = {"pip": "", "uv": "uv run --no-sync ", "poetry": "poetry run "}
AWS_ROLE = "${{ vars.AWS_ROLE_ARN }}"


def programs(options: Options) -> commands.Programs:
    """How a step calls what was installed."""
    lead = _LEADS[options.packages]
    return commands.Programs(lead, f"{lead}python")


def machine(options: Options, minutes: int | None = None) -> dict[str, Any]:
    """Where a job runs, and for how long at most."""
    place: Any = ["self-hosted", *options.runner] if options.runner else version("runner-ubuntu")
    return {"runs-on": place, "timeout-minutes": minutes or options.minutes}


def checkout() -> Step:
    """Fetch the code; the token does not stay behind for the steps that follow."""
    return {"uses": action("checkout"), "with": {"persist-credentials": False}}


def setup(options: Options, tools: tuple[str, ...], *, python: str, extra: tuple[str, ...] = ()) -> list[Step]:
    """Python with the packages of the project and the checks."""
    lines = commands.installing(options, tools, extra=extra)
    install = {"name": "Install", "run": "\n".join(lines)}
    if options.packages == "uv":
        with_uv = {"version": Quoted(package("uv").partition("==")[2]), "python-version": python, "enable-cache": options.cache}
        return [{"uses": action("setup-uv"), "with": with_uv}, install]
    inputs: dict[str, Any] = {"python-version": python}
    if options.cache:
        lock = options.requirements if options.packages == "pip" else "poetry.lock"
        inputs |= {"cache": options.packages, "cache-dependency-path": f"{options.folder}/{lock}" if options.folder else lock}
    python_step = {"uses": action("setup-python"), "with": inputs}
    if options.packages == "poetry":
        return [{"name": "Install Poetry", "run": f"pipx install {package('poetry')}"}, python_step, install]
    return [python_step, install]


def single_python(options: Options) -> Quoted:
    """The Python of jobs that run once."""
    return Quoted(options.python[-1])


def run(name: str, lines: list[str], **more: Any) -> Step:
    """A step of shell lines."""
    return {"name": name, **more, "run": "\n".join(lines)}


def upload(name: str, paths: tuple[str, ...], *, folder: str | None, always: bool = False, days: int = 14) -> Step:
    """Keep files after the run."""
    listed = "\n".join(f"{folder}/{path}" if folder else path for path in paths)
    kept = {"name": name, "path": listed, "retention-days": days, "if-no-files-found": "error"}
    return {"name": "Keep " + ("the report" if always else "the results"), **({"if": "${{ !cancelled() }}"} if always else {}),
            "uses": action("upload-artifact"), "with": kept}  # fmt: skip


def aws_login(options: Options) -> Step:
    """Take an IAM role by OIDC, so that no key of AWS is stored in the repository."""
    inputs = {"role-to-assume": options.role or AWS_ROLE, "aws-region": options.region}
    return {"uses": action("aws-credentials"), "with": inputs}


def environment(options: Options, *, inputs: bool = True) -> dict[str, Any]:
    """The secrets that were named, MLflow's address, and the inputs of a start by hand."""
    names = [*options.secrets, *(["MLFLOW_TRACKING_URI"] if options.mlflow else [])]
    made = {name: "${{ secrets." + name + " }}" for name in dict.fromkeys(names)}
    if inputs:
        made |= {name.upper(): "${{ inputs." + name + " }}" for name in options.inputs}
    return {"env": made} if made else {}
