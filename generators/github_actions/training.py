"""Jobs that train and evaluate a model."""

from typing import Any

from generators.frame import action
from generators.frame.pipeline import Job, commands
from generators.github_actions.options import Options
from generators.github_actions.steps import aws_login, checkout, environment, machine, programs, run, setup, single_python, upload

_COMMENT = 'gh pr comment "$PR" --body-file metrics.md'


def train_job(options: Options) -> dict[str, Any]:
    """Fetch the data, train, show the metrics and keep the model."""
    tools = ("pytest",) if options.test_model else ()
    steps = [checkout(), *setup(options, tools, python=single_python(options), extra=commands.training_extra(options))]
    if options.dvc:
        steps.append(aws_login(options))
    steps.append(run("Train", commands.training(options, programs(options)), **environment(options)))
    if options.test_model:
        steps += [run("Test the model", commands.checking(Job("Test", "test"), options, programs(options)))]
    steps += _report(options) + _kept(options)
    return {**_permissions(options), **machine(options, options.minutes_of_training), "steps": steps}


def _permissions(options: Options) -> dict[str, Any]:
    more = {"id-token": "write"} if options.dvc else {}
    if options.report == "comment":
        more["pull-requests"] = "write"
    return {"permissions": {"contents": "read", **more}} if more else {}


def _report(options: Options) -> list[dict[str, Any]]:
    if options.report is None:
        return []
    # Indented, Markdown shows it as it is.
    show = f"cat {options.metrics}" if options.metrics.endswith(".md") else f"sed 's/^/    /' {options.metrics}"
    lines = [f"{show} > metrics.md"] if options.metrics != "metrics.md" else []
    summary = run("Show the metrics", [*lines, 'cat metrics.md >> "$GITHUB_STEP_SUMMARY"'])
    if options.report == "summary":
        return [summary]
    told = {"GH_TOKEN": "${{ github.token }}", "PR": "${{ github.event.pull_request.number }}"}
    return [summary, {"name": "Comment the metrics", "if": "github.event_name == 'pull_request'", "env": told, "run": _COMMENT}]


def _kept(options: Options) -> list[dict[str, Any]]:
    if not options.artifacts and options.dvc == "repro":
        return []  # its results are in the DVC remote
    return [upload("model", options.artifacts or ("models",), folder=options.folder, days=30)]


def evaluate_job(options: Options, *, after_training: bool) -> dict[str, Any]:
    """Judge the model that the training left."""
    fetch: list[dict[str, Any]] = []
    if after_training and (options.artifacts or options.dvc != "repro"):
        fetch = [{"uses": action("download-artifact"), "with": {"name": "model", "path": options.folder or "."}}]
    steps = [checkout(), *setup(options, (), python=single_python(options)), *fetch]
    steps.append(run("Evaluate", [f"{programs(options).python} evaluate.py"], **environment(options)))
    return {**machine(options), "steps": steps}
