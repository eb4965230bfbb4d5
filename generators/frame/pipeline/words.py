"""What a request says about the code of a pipeline: versions, branches, paths, services."""

import re

from generators.frame.lists import words_after
from ingest import fold


def _low(text: str) -> str:
    return fold(text.lower())


_PYTHON = re.compile(r"\b(?:python\w*|py3?|pythonami|matrix|macierz\w*|wersj\w+|versions?)\b|\bpy\d")
_VERSION = re.compile(r"(?<![\w.:/v-])(?:py(?:thon)?[ :-]?)?(3\.\d{1,2})(?:\.\d+)?(?:-slim)?(?![\w.]*\d|%)|python:(3\.\d{1,2})")
_RANGE = re.compile(r"(3)\.(\d{1,2})\s*(?:-|–|\.\.+|to|do|through|thru|up to|aż do|az do)\s*3\.(\d{1,2})(?!\d)")
_APPENDED = re.compile(r"\b(?:matri\w+|macierz\w*|also|too|as well|rowniez|tez|takze)\b")


def pythons_in(text: str) -> list[str] | str | None:
    """The Python versions of a message; a single one replaces those before it, a list or "also 3.13" joins them."""
    low = _low(text)
    if not _PYTHON.search(low):
        return None
    spans = [f"3.{minor}" for span in _RANGE.finditer(low) for minor in range(int(span[2]), int(span[3]) + 1)]
    named = [match[1] or match[2] for match in _VERSION.finditer(low)]
    versions = list(dict.fromkeys([*spans, *named]))
    if spans:
        versions.sort(key=lambda version: int(version[2:]))
    if len(versions) == 1 and not _APPENDED.search(low):
        return versions[0]
    return versions or None


_BRANCHES = r"\b(?:branch\w*|galez\w*|galaz\w*)\s*[:=]?\s*(?:to |is |are |na |named |called |o nazwie )?"
_KNOWN = re.compile(
    r"(?<![\w./-])(main|master|develop|trunk|release/[\w*.-]+|releases/[\w*.-]+|hotfix/[\w*.-]+|feature/[\w*.-]+)(?![\w/-]|\.\w)"
)
_NOT_BRANCHES = frozenset("only tylko i and or push pull when is w na z do to the a an protection protected jest name".split())


def branches_in(text: str) -> list[str] | None:
    """Branches by their usual names, or after the word "branch"."""
    low = _low(text)
    found: dict[str, int] = {match[1]: match.start() for match in _KNOWN.finditer(low)}
    for at, name in enumerate(words_after(low, _BRANCHES, r"[a-z][\w./*-]*[\w*]")):
        # "branch develop and run it by hand": a word that others follow is no second branch.
        goes_on = at > 0 and re.search(rf"(?<!\w){re.escape(name)}\s+[a-z]", low)
        if name not in _NOT_BRANCHES and not goes_on:
            found.setdefault(name, low.find(name))
    return sorted(found, key=lambda name: found[name]) or None


_CHANGING = re.compile(
    r"\b(?:chang\w+|zmien\w*|zmian\w*|zmodyfik\w*|modif\w+|touch\w*|dotyk\w*|edit\w*|paths?[ -]?filter|filtr\w* sciez\w*|paths?)\b"
)
_CONDITION = re.compile(
    r"\b(?:only|just|tylko|gdy|when\w*|jesli|jezeli|if|wylacznie|po zmianach|on changes?|zmian\w* w|changes? (?:in|to|under)"
    r"|paths?)\b"
)
_FILE = r"py|ya?ml|json|toml|txt|csv|parquet|dvc|lock|ipynb|sql|cfg|ini"
_PATHLIKE = re.compile(rf"(?<![\w/:.@-])((?:[\w*.-]+/)+[\w*.-]*|[\w*-]+\.(?:{_FILE}))(?![\w/])")
_FOLDER_NAMED = re.compile(
    r"\b(?:folder\w*|katalog\w*|directory|dir|sciezk\w*|below|under|inside|w)\s+[\"'`]?([a-z_][\w-]*)[\"'`]?(?=\s|$|[,.;])"
)
_NO_FOLDERS = frozenset(
    "the a an folder katalogu directory changes change zmian zmiany plik plikach pliki main master it this w razie and or repo"
    " kodzie nocy przypadku gitlab gitlabie github kubernetes".split()
)


def paths_in(text: str) -> list[str] | None:
    """The files and folders whose change starts the pipeline: "only when files under training/ change"."""
    for clause in re.split(r"(?<=[.;])\s+|,\s+(?=(?:publish|use|let|and|oraz|a|uzyj)\b)", text):
        low = _low(clause)
        start = _CONDITION.search(low)
        if not start or not _CHANGING.search(low):
            continue
        rest = low[start.start() :]
        paths = [match[1].rstrip(".").rstrip("/") for match in _PATHLIKE.finditer(clause[start.start() :])]
        paths += [match[1] for match in _FOLDER_NAMED.finditer(rest) if match[1] not in _NO_FOLDERS and not paths]
        if paths:
            return list(dict.fromkeys(path for path in paths if path))
    return None


_HOME = re.compile(
    r"\b(?:working[ -]?dir\w*|tests? (?:of|for|in)|testy (?:w|z|dla)|kod\w* w|code (?:in|under)|project (?:in|under)|projekt\w* w"
    r"|podkatalog\w*|podfolder\w*|subfolder|subdirectory|(?:service|app|apka|aplikacj\w+|usluga) (?:in|w|lives in|under)"
    r"|w (?:katalogu|folderze)"
    r"|in (?:the )?(?:folder|directory|dir)|monorepo\w*)\s*[:=]?\s*(?:is |jest )?(?:the )?(?:folder\w*|katalog\w*|directory)?\s*"
    r"[\"'`]?((?:\./)?[a-z_][\w-]*(?:/[\w-]+)*)/?(?![\w.]*\.\w)"
)


def folder_in(text: str) -> str | None:
    """The folder of a monorepo in which the project lies."""
    low = _low(text)
    for match in _HOME.finditer(low):
        folder = match[1].removeprefix("./")
        said = "/" in match[1] or re.search(
            r"(?:dir\w*|katalog\w*|folder\w*)\s*[:=]?\s*(?:is |jest )?$", low[: match.start(1)].rstrip("\"'` ") + " "
        )
        if said and not folder.startswith(("test", "github", "gitlab")) and folder not in _NO_FOLDERS:
            return folder
    return None


_SERVICE_NAMES = {
    "postgres": r"postgres\w*|postgre|psql|pg",
    "redis": r"redis\w*",
    "mysql": r"mysql\w*|mariadb",
    "mongo": r"mongo\w*",
    "rabbitmq": r"rabbit\w*",
}
_SERVICE_VERSION = (
    r"(?:\s*[: ]\s*(?:w wersji |version |wersja |v\.? ?)?(\d+(?:\.\d+)*(?:-[a-z]\w*)?)(?!\w|%|\s*(?:min|sek|sec|replik)))?"
)


def services_in(text: str) -> list[str] | None:
    """Databases and queues beside the tests, with the version where one is said."""
    low = _low(text)
    found: dict[str, int] = {}
    for service, pattern in _SERVICE_NAMES.items():
        match = re.search(rf"(?<![\w/-])(?:{pattern}){_SERVICE_VERSION}", low)
        if match:
            found[f"{service}:{match[1]}" if match[1] else service] = match.start()
    return sorted(found, key=lambda name: found[name]) or None


_DATABASE = re.compile(
    r"(?:\b(?:database|db|baz\w+(?: danych)?)\s+(?:name[d]?|called|o nazwie|nazw\w+|=|:)\s*(?:is |to )?[:=]?\s*"
    r"|\bpostgres_db\s*[:=]\s*)"
    r"[\"'`]?([a-z_][a-z0-9_]*)"
)


def database_in(text: str) -> str | None:
    """The name of the database in the service."""
    match = _DATABASE.search(_low(text))
    return match[1] if match else None


_TAGS = re.compile(
    r"(?:\b(?:on|for|przy|po|na|dla|every|kazd\w+|new|nowy\w*|git|push\w*|version|release|semver)\s+(?:\w+\s+){0,2})tag\w*\b"
    r"|\btags?:|\btag\w*\s+[\"'`]?v?\*"
)
_TAG_PATTERN = re.compile(r"(?<![\w/.-])[\"'`]?((?:v|release-|model-)[\w.-]*\*[\w.*]*)")


def tags_in(text: str) -> list[str] | None:
    """Patterns of Git tags that start the pipeline; v* when a message only speaks of tags or releases."""
    low = re.sub(r"\brunner\w*[^.;,]{0,20}\btag\w*|\btag\w* runner\w*", " ", _low(text))
    patterns = [match[1] for match in _TAG_PATTERN.finditer(low)]
    if patterns:
        return list(dict.fromkeys(patterns))
    return ["v*"] if _TAGS.search(low) and not re.search(r"\btag (?:it|the|them)\b|\bimage tag", low) else None


_TIMEOUT = re.compile(
    r"\b(?:time-?outs?\w*|limit\w* czasu|czas\w* (?:wykonani\w*|trwani\w*))\D{0,25}(\d+)\s*(h\b|hours?|godz\w*)?"
    r"|(\d+)[ -]?(?:min\w*|m)[ -](?:time-?out|limit)"
)


def timeout_in(text: str) -> int | None:
    """The time limit in minutes."""
    match = _TIMEOUT.search(_low(text))
    if not match:
        return None
    return int(match[1]) * (60 if match[2] else 1) if match[1] else int(match[3])


def requirements_in(text: str) -> str | None:
    """The file with the packages."""
    match = re.search(r"(?<![\w/.-])((?:[\w-]+/)*requirements[\w/-]*\.txt)", text)
    return match[1] if match else None


def dockerfile_in(text: str) -> str | None:
    """The path of a Dockerfile that is not the usual one."""
    match = re.search(
        r"(?<![\w/.-])((?:[\w-]+/)+Dockerfile[\w.-]*\w|Dockerfile\.\w+|\w+\.Dockerfile|(?:[\w-]+/)+Dockerfile)\b", text
    )
    return match[1] if match else None


def source_in(text: str) -> str | None:
    """The folder whose code is checked: "coverage of src", "pokrycie katalogu app"."""
    match = re.search(
        r"(?:--cov=|\b(?:coverage|pokryci\w*)\s+(?:of|for|dla|katalogu|pakietu|folderu"
        r"|kodu w)\s+(?:the )?)[\"'`]?((?:\./)?[a-z_]\w*(?:/\w+)*)/?|(?<![\w/])(src|app)/?(?= (?:folder|directory|package"
        r"|katalog))|\b(?:on|w|in) (src)\b",
        _low(text),
    )
    found = next((group for group in match.groups() if group), None) if match else None
    return None if found in ("the", "at", "co", "najmniej", "minimum", "all") else found


def tests_path_in(text: str) -> str | None:
    """The folder of the tests."""
    match = re.search(r"(?<![\w/.:-])(tests?(?:/[\w-]+)*(?:/[\w-]+\.py|/))", text)
    path = match[1].rstrip("/") if match else None
    return path if path != "tests" else None
