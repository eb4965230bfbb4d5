"""What a request wants on the machines: servers, an application, files, services, packages, accounts."""

import re

from generators.frame import values
from generators.frame.grammar import form_of
from generators.frame.lists import words_after
from ingest import fold


def _low(text: str) -> str:
    return fold(text.lower())


_WANTING = (
    r"\b(?:install\w*|set ?up|setup|zainstal\w*|instal\w*|postaw\w*|skonfig\w*|konfig\w*|provision\w*|prepare\w*|przygot\w*"
    r"|ready|with|z|run\w*|uruch\w*|stawia\w*|node\w*|host\w*|server\w*|serwer\w*|wez\w*|deploy\w*|wdro\w*|role\w*|rola|role)\b"
)


def docker_in(text: str) -> bool | None:
    """Whether Docker is to be installed."""
    low = _low(text)
    return (
        True
        if re.search(r"\bdocker(?:a|em|owi|ow\w+)?\b(?!-compose| compose|[ -]?hub|/)", low) and re.search(_WANTING, low)
        else None
    )


def gpu_in(text: str) -> bool | None:
    """Whether GPUs are to be made usable."""
    low = _low(text)
    return (
        True
        if re.search(
            r"\bnvidia\w*|\bcuda\b|\bgpu (?:node|server|host|machine|driver|worker)\w*|\b(?:wez\w+|serwer\w*|host\w*|maszyn\w*"
            r"|sterownik\w*|driver\w*) (?:z |do |for |for the |with (?:a )?)?(?:kart\w* )?gpu|\bcontainer[ -]toolkit",
            low,
        )
        else None
    )


def mlflow_in(text: str) -> bool | None:
    """Whether an MLflow server is to be run, not just mentioned."""
    low = _low(text)
    copies = re.search(r"\b(?:copy|copies|skopiuj\w*|kopiuj\w*|restart\w*|zrestart\w*)\b", low)
    wanted = re.search(
        r"\bmlflow\b.{0,25}\b(?:server|serwer\w*|tracking)|\b(?:server|serwer\w*|tracking)\b.{0,20}\bmlflow|(?:install|set ?up"
        r"|postaw|zainstal|instal|deploy|uruchom|run|wdroz)\w*.{0,30}\bmlflow",
        low,
    )
    return True if wanted and not copies else None


def repo_in(text: str) -> str | None:
    """The Git repository of an application."""
    urls = [match.group() for match in re.finditer(form_of(values.Url), text)]
    return next(
        (
            url
            for url in urls
            if url.endswith(".git") or re.search(r"(?i)\b(?:git|repo\w*|deploy\w*|wdro\w*|clone|sklonuj)\b", text)
        ),
        None,
    )


def ref_in(text: str) -> str | None:
    """The branch or tag of the application."""
    match = re.search(
        r"(?i)\b(?:at |w |z |na |from |at the )?(?:tag(?:u|iem|ged)?|branch\w*|gałęzi\w*|galez\w*|gałąź|wersj\w+|version"
        r"|release|ref)\s+[\"'`]?((?:v?\d[\w.-]*\w|[A-Za-z][\w./-]*\w))",
        text,
    )
    if (
        match
        and not re.match(r"(?i)(?:z|of|from|to|do|into|the|i|and|in|w)$", match[1])
        and (re.search(r"\d", match[1]) or re.search(r"(?i)branch|gał|gal", match.group()))
    ):
        return match[1]
    found = re.search(r"(?<![\w./-])v\d+(?:\.\d+)+(?![\w-])", text)
    return found.group() if found else None


def app_in(text: str) -> str | None:
    """The name of the application: said, or of its folder, its repository."""
    low = _low(text)
    match = re.search(
        r"\b(?:app|application|aplikacj\w+|apk\w+|service|uslug\w+|unit)\s+(?:called |named |o nazwie )[\"'`]?([a-z][a-z0-9_-]*)",
        low,
    )
    if match:
        return match[1]
    folder = app_dir_in(text)
    if folder and repo_in(text):
        return folder.rstrip("/").rpartition("/")[2].lower()
    repo = repo_in(text)
    name = repo.rstrip("/").rpartition("/")[2].removesuffix(".git").lower() if repo else ""
    return name if re.fullmatch(r"[a-z][a-z0-9_.-]*", name) else None


def app_dir_in(text: str) -> str | None:
    """The folder of the application: "into /opt/api"."""
    match = re.search(r"(?i)(?<![\w/:.@-])(/(?:opt|srv|var/www|home|usr/local)/[\w.-]+(?:/[\w-]+)*)(?![\w/]*\.\w)", text)
    return match[1].rstrip(".") if match and repo_in(text) else None


def app_user_in(text: str) -> str | None:
    """The system user that the application runs as."""
    match = re.search(
        r"\b(?:system(?:ow\w+)?|service|dedicated|dedykowan\w+)\s+(?:user|uzytkownik\w*|account|konto)\s+(?:called |named "
        r"|o nazwie )?[\"'`]?([a-z_][a-z0-9_-]*)|\b(?:uzytkownik\w*"
        r"|user)\s+systemow\w+\s+(?:o nazwie )?[\"'`]?([a-z_][a-z0-9_-]*)|\b(?:runs?|running|dzialaj\w+|dziala|as"
        r"|jako) (?:as )?(?:the )?(?:user|uzytkownik\w*)\s+[\"'`]?([a-z_][a-z0-9_-]*)",
        _low(text),
    )
    name = next((group for group in match.groups() if group), None) if match else None
    return None if name in ("and", "i", "with", "bez", "z", "for", "dla", "without", "to") else name


_COPYING = (
    r"\b(?:cop(?:y|ies|ying)|skopiuj\w*|kopiuj\w*|kopiowa\w*|wgraj\w*|wgrywa\w*|wrzuc\w*|przeslij|umies\w*|put|places?|push\w*"
    r"|upload\w*|distribute|template[sd]?|szablon\w*|render\w*|rozes\w+|wysyl\w*)\b"
)
_SOURCE = re.compile(rf"{_COPYING}[^.;]{{0,40}}?(?<![\w/:.@-])((?:\./)?[\w-][\w.-]*(?:/[\w.-]+)*\.\w+)(?![\w/])")


def copy_from_in(text: str) -> str | None:
    """The file to copy."""
    match = _SOURCE.search(_low(text))
    return text[match.start(1) : match.end(1)].removeprefix("./") if match else None


def copy_to_in(text: str) -> str | None:
    """Where a file is copied to."""
    low = _low(text)
    match = _SOURCE.search(low) or re.search(_COPYING, low)
    if not match:
        return None
    target = re.search(r"(?<![\w/:.@}-])/[a-zA-Z][\w.-]*(?:/[\w.-]+)*/?", text[match.end() :])
    if not target:
        return None
    path = target.group().rstrip(".")
    source = copy_from_in(text)
    return path + source.rpartition("/")[2] if path.endswith("/") and source else path


_SERVICE = re.compile(
    r"\b(?:restart\w*|zrestart\w*|przeladuj\w*|reload\w*|enable[sd]?|start\w*|uruchom\w*|wlacz\w*)\s+(?:(?:the|its|a|systemd"
    r"|service|uslug\w+|serwis\w*|unit)\s+)*[\"'`]?([a-z][a-z0-9_.-]*[a-z0-9])"
    r"|\b(?:service|uslug\w+|serwis\w*|unit)\s+(?:called |named |o nazwie )?[\"'`]?([a-z][a-z0-9_.-]*[a-z0-9])"
)
_NOT_SERVICES = frozenset(
    "and i it when if only jak gdy jesli po after the service serwis on at with to za na w z is are should handler through via"
    " playbook"
    " them automatically unit now started enabled running a in file files from for mode przez changes ich ja go je sie user"
    " listening that which which.".split()
)


def service_in(text: str) -> str | None:
    """The service that is restarted or kept running."""
    for match in _SERVICE.finditer(_low(text)):
        name = (match[1] or match[2]).removesuffix(".service")
        if name not in _NOT_SERVICES and not re.search(r"\.(?:env|ya?ml|conf|py)$", name):
            return name
    return None


_PACKAGES = (
    r"\b(?:install(?:s|ing)?|zainstal\w*|instaluj\w*|instalow\w*|instalacj\w*|packages?|pakiet\w*|apt)\b\s*[:=]?\s*"
    r"(?:(?:the|system|systemow\w+|packages?|pakiet\w*|following|these)\s*:?\s*)*"
)
_NOT_PACKAGES = frozenset(
    "docker nvidia mlflow cuda and i the on na it them with driver drivers package packages pakiety sterownik sterowniki container"
    " toolkit an oraz for dla via through by z w as jako dockera docker-compose everything wszystko prometheus ansible is sa gpu"
    " playbook role from python dependencies zaleznosci requirements requirements.txt serwer server mlflowa aplikacje app"
    " application model system users user latest newest a".split()
)


def packages_in(text: str) -> list[str] | None:
    """System packages by name."""
    low = _low(text)
    found = words_after(low, _PACKAGES, r"[a-z0-9][a-z0-9+.-]*[a-z0-9+]")
    return [name for name in dict.fromkeys(found) if name not in _NOT_PACKAGES] or None


_USERS = (
    r"\b(?:users|accounts|uzytkownik(?:ow|ami|i)|konta(?: uzytkownikow)?|accounts for)\s*[:=]?\s*(?:for |dla |called |named "
    r"|o nazwach )?"
    r"|\b(?:add|create|dodaj|utworz|stworz|zaloz)\s+(?:a |the )?(?:user|account|konto|uzytkownika)\s+(?:dla |for |called "
    r"|named |o nazwie )?"
)
_NOT_USERS = frozenset("and i oraz with z the on na w systemowego for dla in to can who".split())


def users_in(text: str) -> list[str] | None:
    """Accounts of people: "create users anna and piotr"."""
    if app_user_in(text):
        return None
    names = words_after(_low(text), _USERS, r"[a-z_][a-z0-9_-]*")
    return [name for name in names if name not in _NOT_USERS] or None


_FIREWALL = re.compile(r"\b(?:ufw|firewall\w*|zapor\w*|open\w* (?:the )?ports?|otworz\w*|otwart\w*|allow ports?)\b")


def open_ports_in(text: str) -> list[int] | None:
    """Ports that the firewall opens."""
    low = _low(text)
    if not _FIREWALL.search(low):
        return None
    spans = re.findall(r"\bport\w*\b[^.;a-z\d]*((?:\d{1,6}(?:/tcp)?\s*(?:,|and\b|i\b|oraz\b)?\s*)+)", low)
    ports = [int(number) for span in spans for number in re.findall(r"\d+", span)]
    return [port for port in dict.fromkeys(ports) if port != 22] or None


def port_in(text: str) -> int | None:
    """The port that the application or MLflow listens on, which is not one that the firewall opens."""
    low = _low(text)
    listens = re.search(r"\b(?:listen\w*|slucha\w*|dziala\w*|runs?|on|na)\s+(?:on |na )?(?:the )?por\w+\s+(-?\d+)", low)
    said = listens or (None if _FIREWALL.search(low) else re.search(r"\bport\w*[\s:=]*(?:na|to|is|nr)?\s*(-?\d+)", low))
    return int(said[1]) if said else None


def command_in(text: str) -> str | None:
    """The command that cron runs."""
    low = _low(text)
    if not re.search(r"\bcron\w*|\bschedul\w*|\bharmonogram\w*", low):
        return None
    quoted = re.search(
        r"(?:run\w*|uruch\w*|odpal\w*|wykon\w*|command|polecen\w*|komend\w*|script|skrypt\w*)[^\"'`]{0,30}[\"'`]([^\"'`\n]+)[\"'`]",
        text,
    )
    if quoted and re.search(r"[a-z/]", quoted[1]):
        return quoted[1]
    match = re.search(r"(?<![\w.:@-])((?:[\w./-]*/)?(?:python3?|bash|sh)?\s?/[\w.-]+(?:/[\w.-]+)+)", text)
    return match[1].strip() if match else None


def driver_in(text: str) -> int | None:
    """The branch of the NVIDIA driver."""
    match = re.search(
        r"\b(?:driver|sterownik\w*)(?:[ -](?:nvidia|version|w wersji|wersja))*[ -](\d{3})\b|\bnvidia(?:[ -]driver)?[ -](\d{3})\b",
        _low(text),
    )
    return int(match[1] or match[2]) if match else None
