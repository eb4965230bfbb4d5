"""Tools that have files of their own and no generator here: a wish for one is declined instead of met with something else."""

import re
from collections.abc import Sequence

from agents.embedded.wishes.cues import folded
from agents.embedded.wishes.kinds_named import Named

_TOOLS = {
    "Cypress": r"cypress\w*",
    "Jest": r"jest\b",
    "Playwright": r"playwright\w*",
    "Selenium": r"selenium\w*",
    "Vitest": r"vitest",
    "JUnit": r"junit",
    "CircleCI": r"circle ?ci",
    "Travis CI": r"travis(?: ci)?",
    "Azure Pipelines": r"azure[ -]?(?:pipelines?|devops)",
    "Bitbucket Pipelines": r"bitbucket(?: pipelines?)?",
    "TeamCity": r"teamcity",
    "Tekton": r"tekton\w*",
    "Argo Workflows": r"argo workflows?",
    "Pulumi": r"pulumi",
    "CloudFormation": r"cloud ?formation",
    "AWS CDK": r"(?:aws )?cdk",
    "Bicep": r"bicep",
    "Packer": r"packer",
    "Vagrant": r"vagrant(?:file)?\w*",
    "Puppet": r"puppet\w*",
    "Chef": r"chef\b",
    "Nomad": r"nomad",
    "Splunk": r"splunk",
    "Datadog": r"datadog",
    "Dagster": r"dagster\w*",
    "Prefect": r"prefect",
    "Flyte": r"flyte",
    "ZenML": r"zenml",
}
_NAMES = tuple((title, re.compile(rf"(?<![\w/.-])(?:{name})")) for title, name in _TOOLS.items())
# "Cypress test", "CircleCI build pipeline", "a Pulumi program for an S3 bucket"
_BEFORE = re.compile(r"^(?:[\s-]*(?:\w+\s+)?$|\s+(?:config\w*|program\w*|pipeline\w*|template\w*|script\w*|file\w*|project\w*)\b)")
_AFTER = re.compile(r"^\w*\s+(?:in|for|on|with|using|w|we|dla|na|do|pod|z)\s+$")  # "a pipeline for CircleCI"
_A_FILE = re.compile(
    r"^(?:file)?(?:\.ya?ml|\.json|\.hcl)?\s*(?:$|[,.]|file\b|config\w*|for\b|dla\b|do\b|that\b|with\b|ktor\w+|z\b)"
)


def foreign_tool(message: str, named: Sequence[Named]) -> str | None:
    """The tool whose file a wish is for, when that is not one of ours: it qualifies the noun ("a Jest test") or is the noun."""
    text = folded(message)
    for title, name in _NAMES:
        match = name.search(text)
        if match and _is_meant(text, match.start(), match.end(), named):
            return title
    return None


def _is_meant(text: str, start: int, end: int, named: Sequence[Named]) -> bool:
    if not named:
        return bool(_A_FILE.match(text[end:]))
    first = named[0]
    if start < first.start:
        return bool(_BEFORE.match(text[end : first.start]))
    return start < first.end or bool(_AFTER.match(text[first.end : start]))
