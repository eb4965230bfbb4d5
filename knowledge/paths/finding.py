"""The role or the step that a text names."""

import re
from functools import cache

from ingest import fold
from knowledge.paths.model import Step
from knowledge.paths.reading import load_path, load_step
from knowledge.paths.roles import ROLES
from knowledge.topics import topics_in


@cache
def step_ids() -> tuple[str, ...]:
    """Every step, in the order of the paths."""
    return tuple(dict.fromkeys(name for role in ROLES for name in load_path(role).steps))


def find_step(text: str) -> str | None:
    """The step that a text names by its id, its title or a topic that the step is about; None when it names none."""
    named = [name for name in step_ids() if _names(text, load_step(name))]
    if named:
        return max(named, key=lambda name: len(load_step(name).title.en))
    for topic in topics_in(text):
        shares = {name: _share(load_step(name), topic.key) for name in step_ids()}
        best = max(shares, key=lambda name: shares[name])
        if shares[best]:
            return best
    return None


def _names(text: str, step: Step) -> bool:
    folded = fold(text.lower())
    if any(fold(title.lower()) in folded for title in (step.title.pl, step.title.en)):
        return True
    # In Polish "ci" is "to you"; the abbreviation is in capitals, or the whole text.
    written = step.id.upper() if len(step.id) < 3 and folded.strip() != step.id else step.id
    return bool(re.search(rf"(?<![\w-]){re.escape(written)}(?![\w-])", text if written.isupper() else folded))


def find_role(text: str) -> str | None:
    """The role that a text names in Polish or English, also with a Polish ending; None when it names none or several."""
    folded = " ".join(re.findall(r"[\w/]+", fold(text.lower())))
    ends = {role: end for role in ROLES if (end := _mention(role, folded))}
    # "MLOps engineer" must not be taken for an "ML engineer", nor "data platform engineer" for less than it says.
    longest = [role for role, span in ends.items() if not any(_within(span, other) for other in ends.values())]
    return longest[0] if len(longest) == 1 else None


def _mention(role: str, folded: str) -> tuple[int, int] | None:
    names = sorted((name.replace("-", " ") for name in (role, *load_path(role).names)), key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace(r"\*", r"\w*") for name in names)
    found = re.search(rf"\b(?:{pattern})\b", folded)
    return found.span() if found else None


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _share(step: Step, topic: str) -> float:
    """How much of what a step has people read is about a topic."""
    about = (page.split("/")[1] for page in step.pages)
    return sum(name == topic or name.startswith(f"{topic}-") for name in about) / len(step.pages)
