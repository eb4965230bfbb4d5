"""What waits for what, and what must be set in the repository before the first run."""

import re
from typing import Any

_CHECKS = ("lint", "test", "types", "security")


def wired(jobs: dict[str, dict[str, Any]], does: dict[str, str | None], *, in_order: bool) -> dict[str, dict[str, Any]]:
    """The jobs with their `needs`: checks run side by side and the rest waits for them; listed stages wait for the one before."""
    made: dict[str, dict[str, Any]] = {}
    last: list[str] = []
    checks: list[str] = []
    for name, job in jobs.items():
        is_check = does[name] in _CHECKS and not in_order
        waits = [] if is_check else last or checks
        waits = list(dict.fromkeys([*waits, *job.get("needs", ())]))
        made[name] = {"needs": waits, **{key: value for key, value in job.items() if key != "needs"}} if waits else job
        if is_check:
            checks.append(name)
        else:
            last = [name]
    return made


def needed_settings(text: str) -> list[str]:
    """Lines that name the secrets and variables of a workflow, for whoever sets them up."""
    secrets = sorted(set(re.findall(r"secrets\.([A-Z]\w*)", text)) - {"GITHUB_TOKEN"})
    variables = sorted(set(re.findall(r"vars\.([A-Z]\w*)", text)))
    lines = [f"Secrets of the repository: {', '.join(secrets)}."] if secrets else []
    return lines + ([f"Variables of the repository: {', '.join(variables)}."] if variables else [])
