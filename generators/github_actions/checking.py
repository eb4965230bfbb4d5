"""Jobs that lint, check types and test, and those of the team's own."""

from typing import Any

from generators.frame import Quoted, version
from generators.frame.pipeline import Job, commands, planned, tests_pull
from generators.frame.pipeline.plan import tools_of
from generators.github_actions.options import Options
from generators.github_actions.steps import aws_login, checkout, environment, machine, programs, run, setup, single_python, upload

_MATRIX_PYTHON = "${{ matrix.python-version }}"


def check_job(job: Job, options: Options) -> dict[str, Any]:
    """A job of one or several checks."""
    return _test_job(job, options) if job.does == "test" else _lint_job(job, options)


def own_job(job: Job, options: Options) -> dict[str, Any]:
    """A job that only its team knows: a target of the project's Makefile."""
    steps = [checkout(), *setup(options, (), python=single_python(options)), run(job.title, commands.own(job))]
    return {**machine(options), **environment(options), "steps": steps}


def _lint_job(job: Job, options: Options) -> dict[str, Any]:
    tools = tools_of(job, options)
    steps = [checkout(), *setup(options, tools, python=single_python(options)), *_check_steps(job, options)]
    return {**machine(options), "steps": steps}


def _check_steps(job: Job, options: Options) -> list[dict[str, Any]]:
    lines = commands.checking(job, options, programs(options))
    return [run(tool, [line]) for tool, line in zip(tools_of(job, options), lines, strict=True)]


def _test_job(job: Job, options: Options) -> dict[str, Any]:
    python = single_python(options) if len(options.python) == 1 else _MATRIX_PYTHON
    steps = [checkout(), *setup(options, ("pytest",), python=python)]
    if tests_pull(options):
        steps += [aws_login(options), run("Fetch the data", commands.test_data(options, programs(options)))]
    steps += [{**step, **_test_environment(options)} for step in _check_steps(job, options)]
    steps.append(upload(_report_name(options), _reports(options), folder=options.folder, always=True))
    token = {"permissions": {"contents": "read", "id-token": "write"}} if tests_pull(options) else {}
    return {**token, **_test_machine(options), **_services(options), "steps": steps}


def _reports(options: Options) -> tuple[str, ...]:
    return ("report.xml", "coverage.xml") if commands.has_coverage(options) else ("report.xml",)


def _report_name(options: Options) -> str:
    parts = ["report"]
    parts += ["${{ matrix.os }}"] if len(options.os) > 1 else []
    parts += [_MATRIX_PYTHON] if len(options.python) > 1 else []
    return "-".join(parts)


def _test_machine(options: Options) -> dict[str, Any]:
    place = machine(options)
    systems = [version(f"runner-{name}") for name in options.os]
    if len(systems) == 1 and not options.runner:
        place["runs-on"] = systems[0]
    matrix: dict[str, Any] = {}
    if len(systems) > 1:
        matrix["os"] = systems
        place["runs-on"] = "${{ matrix.os }}"
    if len(options.python) > 1:
        matrix["python-version"] = [Quoted(python) for python in options.python]
    # One version that fails must not hide how the others do.
    strategy = {"strategy": {"fail-fast": False, "matrix": matrix}} if matrix else {}
    return {**strategy, **place}


def _services(options: Options) -> dict[str, Any]:
    services = {}
    for service in options.services:
        name, image = commands.service_image(service)
        started, _ = commands.service_environment(service, "localhost", options.database)
        port = commands.PORTS[name]
        health = f'--health-cmd "{commands.HEALTH[name]}" --health-interval 5s --health-timeout 5s --health-retries 20'
        services[name] = {
            "image": image,
            **({"env": started} if started else {}),
            "ports": [Quoted(f"{port}:{port}")],
            "options": health,
        }
    return {"services": services} if services else {}


def _test_environment(options: Options) -> dict[str, Any]:
    told: dict[str, str] = {}
    for service in options.services:
        told |= commands.service_environment(service, "localhost", options.database)[1]
    trains = any(job.does == "train" for job in planned(options))
    if not trains:
        told |= environment(options, inputs=False).get("env", {})
    return {"env": told} if told else {}
