"""Which port belongs to which service: "jupyter na 8888, konsola minio na 9001"."""

import re
from dataclasses import dataclass

from generators.compose.services import CATALOGUE, OWNER, STANDARD_DOORS
from generators.frame.saying import low

_WHO = (
    ("minio-console", r"konsol\w*|console"),
    ("rabbitmq-management", r"management(?: ui)?|panel\w* rabbit\w*"),
    ("minio", r"minio\w*|s3 api"),
    ("rabbitmq", r"rabbit\w*"),
    ("postgres", r"postgres\w*|postgre|baz\w+(?: danych)?|database|db"),
    ("mysql", r"mysql\w*|mariadb\w*"),
    ("mongo", r"mongo\w*"),
    ("redis", r"redis\w*"),
    ("kafka", r"kafk\w+"),
    ("mlflow", r"ml ?flow\w*|tracking server"),
    ("prometheus", r"prometheus\w*"),
    ("grafana", r"grafan\w+"),
    ("alertmanager", r"alert ?manager\w*"),
    ("elasticsearch", r"elastic\w*"),
    ("kibana", r"kiban\w+"),
    ("qdrant", r"qdrant\w*"),
    ("jupyter", r"jupyter\w*|notebook server"),
    ("adminer", r"adminer\w*|pgadmin\w*"),
    ("nginx", r"nginx\w*"),
    (
        "app",
        r"app|apk[aei]|api|aplikacj\w+|fast ?api\w*|flask\w*|django\w*|streamlit\w*|gradio\w*|backend\w*|serwis\w*"
        r"|uslug\w*|servic\w+",
    ),
)
_MENTION = re.compile("|".join(rf"(?P<w{at}>(?<![\w./:@-])(?:{pattern})(?![\w/]))" for at, (_, pattern) in enumerate(_WHO)))
_PORT = re.compile(
    r"(?P<said>\b(?:port\w*|na|on|at|pod|porcie|listen\w*|slucha\w*|expose\w*|wystaw\w*|publish\w*"
    r"|as)\s*[:=]?\s*(?:porcie |port |is |to |na |nr |the )*|[:(=]\s*|\s)"
    r"(?P<port>-?\d{2,6})(?::(?P<inner>\d{2,5}))?(?![\w./:-]*\w|\s*%|\.\d)"
)
_OLD = re.compile(r"\b(?:zamiast|instead of|rather than|not|nie)\s+(?:port\w* |na |on )*$")
_SMALLEST = 1000


@dataclass(frozen=True)
class Found:
    """A port, of whom it was said, and the port inside when that was said too."""

    who: str | None
    port: int
    inner: int | None = None


def found_ports(text: str) -> list[Found]:
    """All ports of a message with the services that they belong to; without a service for one that stands alone."""
    lowered = low(text)
    mentions = [(match.start(), match.end(), _WHO[int(str(match.lastgroup)[1:])][0]) for match in _MENTION.finditer(lowered)]
    found: list[Found] = []
    for match in _PORT.finditer(lowered):
        if _is_port(match) and not _OLD.search(lowered[: match.start("port")]):
            port, inner = int(match["port"]), int(match["inner"]) if match["inner"] else None
            owner = _owner(lowered, match, mentions)
            missing_app = any(who == "app" for _, _, who in mentions) and all(one.who != "app" for one in found)
            found.append(Found("app" if missing_app and not _suits(owner, port, inner) else owner, port, inner))
    return found


def app_port(text: str) -> int | None:
    """The port that the application listens on."""
    own = next((found for found in found_ports(text) if found.who in ("app", None)), None)
    if own:
        return own.inner or own.port
    return {"streamlit": 8501, "gradio": 7860}.get(next(iter(re.findall(r"streamlit|gradio", low(text))), ""))


def host_port(text: str) -> int | None:
    """The port of this machine, when it is another: "80:8000"."""
    own = next((found for found in found_ports(text) if found.who in ("app", None) and found.inner), None)
    return own.port if own and own.port != own.inner else None


def service_ports(text: str) -> dict[str, int] | None:
    """The ports of backing services on this machine."""
    return {found.who: found.port for found in reversed(found_ports(text)) if found.who in STANDARD_DOORS} or None


def _is_port(match: re.Match[str]) -> bool:
    """A small number is a port only when it is called one; "3 workers on 2 GPUs" has none."""
    named = "port" in match["said"] or match["inner"] is not None
    return named or abs(int(match["port"])) >= _SMALLEST or match["port"] in ("80", "443")


def _suits(who: str | None, port: int, inner: int | None) -> bool:
    """Whether a port can be meant for the service that stands beside it: "an API with Postgres on port 8000" means the API's."""
    if who not in STANDARD_DOORS:
        return True
    usual = STANDARD_DOORS[who]
    if inner is not None:
        return inner == usual
    return CATALOGUE[OWNER[who]].shown or abs(port - usual) <= 10 or str(port).endswith(str(usual)[-3:])


def _owner(lowered: str, match: re.Match[str], mentions: list[tuple[int, int, str]]) -> str | None:
    rest = lowered[match.end() :]
    after = re.match(r"\s*(?:\)|for|dla|to|->|=|:)?\s*(?:the )?", rest)
    begin = match.end() + (after.end() if after else 0)
    following = next((who for start, _, who in mentions if start == begin), None)
    if following and re.match(r"\s*(?:for|dla|to|->|=)\s", rest):
        return following
    before = [who for _, end, who in mentions if end <= match.start("port")]
    return before[-1] if before else following
