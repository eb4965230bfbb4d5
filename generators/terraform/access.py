"""Options of the role that CI assumes."""

import re
from typing import Literal

from generators.frame import option, values
from generators.terraform.compute import Compute
from generators.terraform.names import REPOSITORY, ROLE, names_after, reader_of
from ingest import fold

_REPOSITORY = re.compile(
    r"\b(?:repo|repozytori\w+|repository|projekt\w*|project|github\w*|gitlab\w*)(?: github\w*| gitlab\w*| actions)?\W{1,3}"
    r"(?:o nazwie |named |called )?[\"'`„]?"
    r"([A-Za-z0-9][\w.-]*(?:/[A-Za-z0-9][\w.-]*[A-Za-z0-9]){1,4})"
)
_ANY_REPOSITORY = re.compile(r"(?<![\w/:.@-])([A-Za-z][\w.-]*/[A-Za-z][\w-]*[a-z0-9])(?![\w/:.]\w)")
_CI = re.compile(r"\boidc|\bgithub|\bgitlab|\bci\b")


def _read_repository(message: str) -> str | None:
    if not _CI.search(message.lower()):
        return None
    found = _REPOSITORY.search(message) or re.search(_REPOSITORY.pattern, message, re.I) or _ANY_REPOSITORY.search(message)
    return found[1] if found and found[1].lower() not in ("ci/cd", "and/or", "i/lub") else None


def _branch(message: str) -> str | None:
    """ "branch main" and "main branch", "galaz main"."""
    found = re.search(
        r"\b(main|master|develop|dev|release|prod\w*) branch\b"
        r"|\b(?:branch|gala[zź]|gał[aą][zź]|galezi|gałęzi)\w*\s+[\"'`]?([A-Za-z][\w/.-]*\w)(?<!only)",
        message,
    )
    return (found[1] or found[2]) if found else None


def _read_environment(message: str) -> str | None:
    found = (
        re.search(r"\b(?:environment|srodowisk\w+)\s+[\"'`„]?([a-z][\w-]*)", fold(message.lower()))
        if _CI.search(message.lower())
        else None
    )
    return found[1] if found else None


def _read_images(message: str) -> list[str] | None:
    code = _read_repository(message)
    return [name for name in names_after(REPOSITORY, message) if name != code] or None


class Access(Compute):
    """Who may do what from CI."""

    repositories: tuple[values.EcrName, ...] = option(
        (), "Names of the ECR repositories.", pl="Nazwy repozytoriów ECR.", read=_read_images, max_length=10
    )
    ci: Literal["github", "gitlab"] = option(
        "github",
        "Whose jobs may assume the role.",
        pl="Czyje zadania mogą przyjąć rolę.",
        words={"github": ("github*",), "gitlab": ("gitlab*",)},
    )
    ci_repository: values.CodeRepository = option(
        "acme/ml-platform",
        "Repository whose jobs may assume the role.",
        pl="Repozytorium, którego zadania mogą przyjąć rolę.",
        read=_read_repository,
    )
    ci_branch: values.GitRef = option("main", "Branch that may assume it.", pl="Gałąź, która może ją przyjąć.", read=_branch)
    ci_environment: values.Name | None = option(
        None,
        "GitHub environment that may assume it, instead of a branch.",
        pl="Środowisko GitHuba zamiast gałęzi.",
        read=_read_environment,
    )
    ci_provider_exists: bool = option(
        False,
        "The account has the OIDC provider already.",
        pl="Konto ma już dostawcę OIDC.",
        cues=("existing oidc", "existing provider", "istniejac* dostawc*", "istniejac* oidc"),
    )
    role: values.Name | None = option(None, "Name of the role.", pl="Nazwa roli.", read=reader_of(ROLE))

    @property
    def all_repositories(self) -> tuple[str, ...]:
        """The repositories of images, named or not; the one that CI pushes to is mostly called like its code."""
        if self.repositories or self.has("ecr"):
            return tuple(dict.fromkeys(self.repositories)) or (self.called("ecr", "api"),)
        return (re.sub(r"[^a-z0-9]+", "-", self.ci_repository.rpartition("/")[2].lower()).strip("-"),)
