"""Files of a Git repository: .gitignore, .gitattributes, pre-commit hooks, a pull request template and CODEOWNERS."""

from typing import Literal

from pydantic import model_validator

from generators.frame import Files, GeneratorOptions, fill, option, refusal, values
from generators.git import reading, reading_people
from generators.git.attributes import gitattributes
from generators.git.grammars import Heading, Owners
from generators.git.hooks import Hook, pre_commit
from generators.git.ignoring import gitignore
from generators.git.reasons import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Pliki repozytorium Git: .gitignore, .gitattributes, hooki pre-commit, szablon pull requesta i CODEOWNERS."
CUES = (
    "gitignore*",
    "gitattributes*",
    "gitattribute*",
    "codeowners",
    "pre-commit-config*",
    "pre-commit config*",
    "pre-commit hook*",
    "precommit config*",
    "konfiguracj* pre-commit*",
    "hook* pre-commit*",
    "pull request template*",
    "pr template*",
    "merge request template*",
    "template* for pull request*",
    "szablon* pull request*",
    "szablon* pr*",
    "szablon* merge request*",
    "git repo files",
    "pliki repozytorium",
)
ABOUT = ("git", "git lfs", "lfs", "pre-commit*", "precommit*", "repo*")

File = Literal["gitignore", "gitattributes", "pre-commit", "pull-request", "codeowners"]
Tool = Literal["python", "jupyter", "mlflow", "dvc", "wandb", "lightning", "terraform", "airflow", "node", "editors", "systems"]


class Options(GeneratorOptions):
    """What varies between repositories."""

    files: tuple[File, ...] = option(
        ("gitignore", "gitattributes", "pre-commit", "pull-request"),
        "Which files.",
        pl="Które pliki.",
        read=reading.files,
        min_length=1,
        max_length=5,
    )
    tools: tuple[Tool, ...] = option(
        ("python", "jupyter", "mlflow", "editors", "systems"),
        "Tools whose own files Git ignores.",
        pl="Narzędzia, których pliki Git ignoruje.",
        read=reading.tools,
        max_length=11,
    )
    folders: tuple[values.Path, ...] | None = option(
        None,
        "Folders whose content stays out of Git; data and models when nothing is said.",
        pl="Katalogi, których zawartość nie trafia do Gita; bez podania data i models.",
        max_length=8,
        cues=("ignored folders",),
    )
    ignore: tuple[values.Glob, ...] = option(
        (), "More patterns to ignore.", pl="Dalsze wzorce do ignorowania.", read=reading.ignored, max_length=30
    )
    keep: tuple[values.Path, ...] = option(
        (),
        "Files inside ignored folders that Git tracks all the same, such as data/.gitkeep.",
        pl="Pliki w ignorowanych katalogach, które Git mimo to śledzi, na przykład data/.gitkeep.",
        read=reading.kept,
        max_length=12,
    )
    lfs: tuple[values.Glob, ...] = option(
        (), "Patterns of files that go to Git LFS.", pl="Wzorce plików, które trafiają do Git LFS.", read=reading.lfs, max_length=30
    )
    lockable: bool = option(
        False,
        "Let people lock LFS files while they edit them.",
        pl="Pozwól blokować pliki LFS na czas edycji.",
        cues=("lockable", "file lock*", "blokowani* plikow"),
    )
    lf: tuple[values.Glob, ...] = option(
        (),
        "More patterns that always have Unix line ends.",
        pl="Dalsze wzorce, które zawsze mają uniksowe końce linii.",
        read=reading.line_feeds,
        max_length=20,
    )
    crlf: tuple[values.Glob, ...] = option(
        (),
        "More patterns that always have Windows line ends.",
        pl="Dalsze wzorce, które zawsze mają windowsowe końce linii.",
        read=reading.carriage_returns,
        max_length=20,
    )
    binary: tuple[values.Glob, ...] = option(
        (), "More patterns of binary files.", pl="Dalsze wzorce plików binarnych.", read=reading.binaries, max_length=20
    )
    notebooks: bool = option(
        True,
        "Keep outputs of notebooks out of Git, with nbstripout.",
        pl="Nie wpuszczaj wyników notatników do Gita, przez nbstripout.",
        cues=("nbstripout",),
    )
    hooks: tuple[Hook, ...] = option(
        ("basics", "gitleaks", "ruff", "nbstripout"),
        "Checks before a commit.",
        pl="Sprawdzenia przed commitem.",
        read=reading.hooks,
        min_length=1,
        max_length=21,
    )
    max_kb: int = option(
        1000,
        "Largest file that may be committed, in kB.",
        pl="Największy plik, który wolno dodać, w kB.",
        ge=1,
        le=1_000_000,
        read=reading.max_kb,
    )
    python: values.PythonVersion | None = option(None, "Python of the hooks.", pl="Wersja Pythona dla hooków.")
    exclude: tuple[values.Path, ...] = option(
        (),
        "Folders that the hooks leave alone.",
        pl="Katalogi, których hooki nie ruszają.",
        cues=("exclude", "pomijaj katalog*", "z wylaczeniem"),
        max_length=8,
    )
    language: Literal["en", "pl"] = option("en", "Language of the template.", pl="Język szablonu.", read=reading_people.language)
    sections: tuple[Heading, ...] = option(
        (),
        "Headings of the pull request template.",
        pl="Nagłówki szablonu pull requesta.",
        read=reading_people.sections,
        max_length=12,
    )
    checklist: tuple[Heading, ...] = option(
        (),
        "What the author of a pull request ticks off.",
        pl="Co odhacza autor pull requesta.",
        read=reading_people.checklist,
        max_length=12,
    )
    owners: Owners = option(
        "@acme/ml-team",
        "Who reviews everything without owners of its own.",
        pl="Kto recenzuje wszystko, co nie ma własnych właścicieli.",
        read=reading_people.owners,
    )
    owned: dict[values.Glob, Owners] = option(
        {}, "Paths with their owners.", pl="Ścieżki z ich właścicielami.", read=reading_people.owned, max_length=20
    )
    platform: Literal["github", "gitlab"] = option(
        "github", "Where the repository lives.", pl="Gdzie jest repozytorium.", words={"gitlab": ("gitlab*", "merge request*")}
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        both = next((pattern for pattern in self.lf if pattern in self.crlf), None)
        if both:
            raise refusal(f"{both} cannot have both LF and CRLF", f"{both} nie może mieć jednocześnie LF i CRLF")
        return self


def render(options: Options) -> Files:
    """The files that are wanted."""
    folder = ".github" if options.platform == "github" else ".gitlab"
    template = (
        f"{folder}/pull_request_template.md" if options.platform == "github" else f"{folder}/merge_request_templates/Default.md"
    )
    made: Files = {}
    if "gitignore" in options.files:
        made[".gitignore"] = gitignore(options)
    if "gitattributes" in options.files:
        made[".gitattributes"] = gitattributes(options)
    if "pre-commit" in options.files:
        made[".pre-commit-config.yaml"] = pre_commit(options)
    if "pull-request" in options.files:
        made[template] = fill(f"git/pull_request.{options.language}", sections=options.sections, checklist=options.checklist)
    if "codeowners" in options.files:
        made[f"{folder}/CODEOWNERS"] = _codeowners(options)
    return made


def _codeowners(options: Options) -> str:
    """Who is asked to review what; the last line that matches a file counts, so the general one comes first."""
    rows = [("*", options.owners), *((path, owners) for path, owners in options.owned.items() if path != "*")]
    width = max(len(path) for path, _ in rows)
    lines = "".join(f"{path.ljust(width)} {owners}\n" for path, owners in rows)
    return f"# The last line that matches a file decides who is asked to review it.\n{lines}"
