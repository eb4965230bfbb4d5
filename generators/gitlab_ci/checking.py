"""Jobs that install, lint, check types and test, and those of the team's own."""

from generators.frame.pipeline import Job, commands, tests_pull, tools_of
from generators.gitlab_ci.options import Options
from generators.gitlab_ci.rules import check_rules
from generators.gitlab_ci.shared import Body, aws, before, has, inside, on_python, programs, python_image, quoted

_COVERAGE = r"/TOTAL.*? (100(?:\.0+)?|[1-9]?\d(?:\.\d+)?)%$/"


def install_job(job: Job, options: Options) -> Body:
    """Install once, so that the cache is warm and a broken requirement shows at once."""
    return {**on_python(options), "script": before(options, ()), **check_rules(options)}


def lint_job(job: Job, options: Options) -> Body:
    """Linters, types, security."""
    tools = tools_of(job, options)
    lines = commands.checking(job, options, programs(options))
    return {**on_python(options), "before_script": before(options, tools), "script": lines, **check_rules(options)}


def own_job(job: Job, options: Options) -> Body:
    """A job that only its team knows: a target of the project's Makefile."""
    return {**on_python(options), "before_script": before(options, ()), "script": commands.own(job), **check_rules(options)}


def test_job(job: Job, options: Options) -> Body:
    """Tests with their reports, on each Python, with the services beside them."""
    many = len(options.python) > 1
    body: Body = {**on_python(options)}
    if many:
        body |= {"image": python_image("$PYTHON"), "parallel": {"matrix": [{"PYTHON": quoted(options.python)}]}}
    if not options.stages and not options.test_model and has("lint", options):
        body["needs"] = []
    body |= _services(options)
    keys, login = aws(options) if tests_pull(options) else ({}, [])
    body |= {**keys, **({"variables": {**keys["variables"], **body.get("variables", {})}} if keys else {})}
    script = [*commands.test_data(options, programs(options)), *commands.checking(job, options, programs(options))]
    body |= {"before_script": [*login, *before(options, ("pytest",))], "script": script}
    return {**body, **_reports(options), **check_rules(options)}


def _services(options: Options) -> Body:
    services: list[Body] = []
    variables: dict[str, str] = {}
    for service in options.services:
        name, image = commands.service_image(service)
        started, told = commands.service_environment(service, name, options.database)
        services.append({"name": image, "alias": name})
        variables |= {**started, **told}
    return ({"services": services} if services else {}) | ({"variables": variables} if variables else {})


def _reports(options: Options) -> Body:
    reports: Body = {"junit": inside(options, "report.xml")}
    measured = commands.has_coverage(options)
    if measured:
        reports["coverage_report"] = {"coverage_format": "cobertura", "path": inside(options, "coverage.xml")}
    kept = {"artifacts": {"when": "always", "expire_in": "1 week", "reports": reports}}
    return {"coverage": _COVERAGE, **kept} if measured else kept
