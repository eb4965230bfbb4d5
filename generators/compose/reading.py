"""What a request says about a project: which services, on which ports, with the application or without it."""

import re

from generators.frame.saying import low, says

_SERVICES = {
    "postgres": r"postgres\w*|postgre|psql|pg|pgvector|baz\w+ danych|(?<!vector )database|sql db",
    "mysql": r"mysql\w*|mariadb\w*",
    "mongo": r"mongo\w*",
    "redis": r"redis\w*|valkey|cache",
    "rabbitmq": r"rabbit\w*|kolejk\w+(?! zadan)|message (?:queue|broker)|brokerem?",
    "kafka": r"kafk\w+",
    "minio": r"minio\w*|minia|object stor\w+|magazyn\w* obiekt\w*|s3[ -]compatible\w*|zgodn\w+ z s3",
    "mlflow": r"ml ?flow\w*|tracking server",
    "prometheus": r"prometheus\w*|monitoring\w*",
    "grafana": r"grafan\w+|monitoring\w*",
    "alertmanager": r"alert ?manager\w*",
    "elasticsearch": r"elastic\s?search\w*|elastic\w*|elk|opensearch",
    "kibana": r"kiban\w+|elk",
    "qdrant": r"qdrant\w*|vector (?:db|database|store)|baz\w+ wektorow\w+",
    "jupyter": r"jupyter\w*|notebook server|jupyterlab\w*|notatnik\w*",
    "adminer": r"adminer\w*|pgadmin\w*|panel\w* do bazy",
    "nginx": r"nginx\w*|nginks\w*|reverse proxy|odwrotn\w+ proxy",
    "worker": r"workers?|worker(?:a|em|ow|y|ami)|celery",
}
_NOT_IN_PATHS = r"(?<![\w./:@-])"
_FRAMEWORKS = r"fast ?api\w*|flask\w*|django\w*|streamlit\w*|gradio\w*"
_APP = (
    rf"{_FRAMEWORKS}|app|apps|apka|apke|apki|api|aplikacj\w+|application|backend(?!\w* store)\w*|frontend\w*|(?:my|our|the|moj\w+"
    rf"|nasz\w+) (?:own )?servic\w+|"
    r"model (?:api|server|service)|servic\w+(?= [\"'`])|(?:service )?built (?:from|in|out of)(?= [\"'`]?\.)|usluge?"
    r"|uslugi|uslug[aą]|serwis\w*|dockerfile\w*"
)
_JOB = (
    r"train(?:ing|er)? (?:job|container|service|script)|batch job|job (?:treningow\w+|wsadow\w+)"
    r"|kontener\w* treningow\w+|train\.py|trening\w*"
)


def services(text: str) -> list[str] | None:
    """The backing services, in the order in which they are named."""
    at = {name: place for name in _SERVICES if (place := _first(name, text)) is not None}
    return sorted(at, key=lambda name: at[name]) or None


def without(text: str) -> list[str] | None:
    """The services that a message does not want: "usuń redisa", "without Grafana"."""
    return [name for name, pattern in _SERVICES.items() if says(pattern, text) is False] or None


def _first(name: str, text: str) -> int | None:
    lowered = low(text)
    pattern = rf"{_NOT_IN_PATHS}(?:{_SERVICES[name]})(?![\w/]|\.(?:ya?ml|py|sql)\b)"
    if not says(_SERVICES[name], text):
        return None
    match = re.search(pattern, lowered)
    return match.start() if match else None


_ADDING = r"add\w*|also|plus|dodaj\w*|doloz\w*|dorzuc\w*|jeszcze|rowniez|takze|zmien\w*|change\w*|set|ustaw\w*|make it|a teraz|now"


def app(text: str) -> str | None:
    """What of the user's own is in the project; backing services can stand without it."""
    if says(_JOB, text) and not says(_FRAMEWORKS, text):
        return "job"
    if says(_APP, text) or _IMAGE.search(low(text)):
        return "service"
    return "none" if services(text) and not says(_ADDING, text) else None


_KNOWN_IMAGES = (
    r"(?:postgres|mysql|mongo|redis|rabbitmq|minio|mlflow|prom|grafana|elasticsearch|kibana|qdrant|nginx"
    r"|adminer|quay\.io/jupyter)\b"
)
_IMAGE = re.compile(
    rf"(?<![\w./:@-])(?!{_KNOWN_IMAGES})((?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/"
    rf"|(?=[\w.-]+/))[a-z0-9][\w.-]*(?:/[\w.-]+)*:[\w][\w.-]*\w)(?![\w/])"
)


def image(text: str) -> str | None:
    """The application's image, when it is not built here."""
    match = _IMAGE.search(low(text))
    return match[1] if match else None


_BUILD = re.compile(
    r"\b(?:(?:built|zbudowan\w*|build)(?:s|uj\w*|owan\w+)?|z?buduj\w*|z?budowan\w+|context\w*|kontekst\w*|dockerfile\w*)\s+(?:from|z|w|in|of"
    r"|katalogu|folderu|directory|the|it|\s)*[\"'`]?((?:\./)?[a-z_][\w-]*(?:/[\w-]+)*/?|\.)(?=[\"'`\s,;]|$)"
)
_NO_FOLDERS = frozenset(
    "the a an and i z w from in of image obraz obrazu dockerfile katalogu folderu it for dla na on compose with app api".split()
)


def build(text: str) -> str | None:
    """The folder in which the application's Dockerfile is: "build from ./api"."""
    folders = [match[1] for match in _BUILD.finditer(low(text))]
    return next((folder for folder in folders if "/" in folder and folder not in _NO_FOLDERS), None)


_NAMED = re.compile(
    r"(?:(?<!a )(?<!an )\bnamed|\bcalled|\bname\b|o nazwie|nazw(?:a|e|ij|ana|any)(?: sie)?)\s*[:=]?\s*(?:is |to "
    r"|it )?(?:[\"'`„”]([^\"'`„”]{1,400})[\"'`”]|([\w-]+))"
)
_OTHER_NAME = re.compile(r"\b(?:database|db|baz\w+(?: danych)?|bucket\w*|network|siec\w*|volume|wolumen\w*|user|uzytkownik\w*)\s*$")
_QUOTED_APP = re.compile(rf"(?:{_APP}|servic\w+|projekt\w*|project\w*|stack\w*)\s+[\"'`„]([a-zA-Z][\w-]*)[\"'`”]")


def name(text: str) -> str | None:
    """The application's name: after "called", or in quotes after what it is."""
    for match in _NAMED.finditer(low(text)):
        if not _OTHER_NAME.search(low(text)[: match.start()]):
            at = 1 if match[1] else 2
            return text[match.start(at) : match.end(at)]
    quoted = _QUOTED_APP.search(low(text))
    return quoted[1] if quoted else None


_DATABASE = re.compile(
    r"\b(?:database|db|baz\w+(?: danych)?|postgres\w*)\s+(?:name[d]?|called|o nazwie|nazw\w+)\s*[:=]?\s*(?:is "
    r"|to )?[\"'`]?([a-z_]\w*)|\bpostgres_db\s*[:=]\s*(\w+)"
)


def database(text: str) -> str | None:
    """The database's name."""
    match = _DATABASE.search(low(text))
    return (match[1] or match[2]) if match else None


_TAG = (
    r"\s*(?::|\s|w wersji |version |wersja |v\.? ?)\s*v?(\d{1,3}(?:\.\d+){0,3}(?:-[a-z]\w*)?)(?![\w.]*\d|%|\s*(?:gb|mb"
    r"|gi|mi|replik|gpu|kart|rdzen))"
)


def versions(text: str) -> dict[str, str] | None:
    """Versions that stand right beside a service: "postgres 16", "redis 7-alpine"."""
    named = {name: pattern for name, pattern in _SERVICES.items() if name not in ("worker", "grafana", "prometheus")}
    named |= {"grafana": r"grafan\w+", "prometheus": r"prometheus\w*"}
    found = {name: re.search(rf"{_NOT_IN_PATHS}(?:{pattern}){_TAG}", low(text)) for name, pattern in named.items()}
    return {name: match[1] for name, match in found.items() if match} or None


_ARTIFACTS = re.compile(
    r"(?<![\w/])((?:s3|gs)://[a-z0-9][\w./-]*\w)|\bbucket\w*\s+(?:s3\s+)?(?:named |called "
    r"|o nazwie )?[\"'`]?([a-z0-9][a-z0-9-]{2,61}[a-z0-9])\b"
)
_NO_BUCKETS = frozenset("for dla with the and oraz ktory that which in on from served named called".split())


def artifacts(text: str) -> str | None:
    """Where MLflow keeps its files, when that is a bucket outside."""
    match = _ARTIFACTS.search(low(text))
    if not match or not says(_SERVICES["mlflow"], text) or says(_SERVICES["minio"], text):
        return None
    if match[1]:
        return match[1]
    return None if match[2] in _NO_BUCKETS else f"s3://{match[2]}"


_FILE = re.compile(r"\b((?:docker-)?compose(?:\.[a-z]+)?\.ya?ml)\b")


def file(text: str) -> str | None:
    """The name that the Compose file is to have."""
    match = _FILE.search(low(text))
    return match[1] if match else None


_NOTEBOOKS = re.compile(r"(?<![\w/.])\./([a-z_][\w-]*(?:/[\w-]+)*)")


def notebooks(text: str) -> str | None:
    """The folder of the notebooks: the one that is named close to them."""
    lowered = low(text)
    if not says(r"notebook\w*|jupyter\w*|notatnik\w*", re.sub(r"\./\S+", "", text)):
        return None
    return next(
        (
            match[0]
            for match in _NOTEBOOKS.finditer(lowered)
            if re.search(r"noteb|notat|jupy|\bnb", match[0]) or _near(lowered, match)
        ),
        None,
    )


def _near(lowered: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"(?:notebook|jupyter|notatnik)[^,;.]{0,35}$", lowered[: match.start()]))
