"""What a request says about how services run: copies, memory, GPUs, folders, variables, health, and who reaches them."""

import re
import shlex

from generators.frame.saying import first_wanted, low, says

_RESTART = {
    "no": r"restart\w*\s*[:=]?\s*[\"']?no\b[\"']?|(?:no|without|bez) (?:automatic )?restart\w*",
    "always": r"restart\w*\s*[:=]?\s*always|always restart\w*|zawsze restart\w*|restart\w* zawsze",
    "on-failure": r"restart\w*\s*[:=]?\s*on[ -]failure|restart\w* (?:tylko )?(?:po|przy) (?:bledzie|awarii)",
    "unless-stopped": r"unless-stopped",
}


def restart(text: str) -> str | None:
    """When a service is started again."""
    return next((policy for policy, pattern in _RESTART.items() if re.search(rf"\b(?:{pattern})", low(text))), None)


_COPIES = re.compile(
    r"(\d+)\s*(?:replik\w*|replicas?|copies|kopi\w*|instancj\w*|instances)|(?:replicas?"
    r"|replik\w*)\s*[:=]?\s*(?:to |na )?(\d+)"
)


def replicas(text: str) -> int | None:
    """Copies of the application, unless they are the worker's."""
    match = _COPIES.search(low(text))
    return int(match[1] or match[2]) if match and not _of_worker(text, match) else None


def worker_replicas(text: str) -> int | None:
    """Copies of the worker."""
    match = _COPIES.search(low(text))
    if match:
        return int(match[1] or match[2]) if _of_worker(text, match) else None
    counted = re.search(r"(?<![\w.:])(\d{1,2})\s+(?:celery )?(?:workers|workery|workerow|workerami)\b", low(text))
    return int(counted[1]) if counted else None


def _of_worker(text: str, match: re.Match[str]) -> bool:
    before, after = low(text)[: match.start()], low(text)[match.end() :]
    return bool(re.search(r"worker\w*[^,.;]{0,25}$", before) or re.match(r"\s*(?:of (?:the )?)?worker", after))


_MEMORY = re.compile(
    r"(?:memory|ram\w*|pamiec\w*|mem_limit|mem|limit\w*)[^.;,\d]{0,25}(\d+)\s*([kmgt])i?b?\b"
    r"|(\d+)\s*([mgt])i?b?\s+(?:of )?(?:memory|ram\w*|pamieci)"
)


def memory(text: str) -> str | None:
    """The most memory: "4g", "512 MB of RAM"."""
    match = _MEMORY.search(low(text))
    return f"{match[1] or match[3]}{(match[2] or match[4]).upper()}i" if match else None


def gpu_count(text: str) -> int | None:
    """How many GPUs."""
    match = re.search(r"(?<![\w.:-])(\d{1,2})\s*(?:x\s*)?(?:nvidia\s+)?(?:gpus?|kart\w* graficzn\w*|kart\w* gpu)\b", low(text))
    return int(match[1]) if match else None


_MOUNT = re.compile(
    r"(?<![\w/.])(\./[\w][\w./-]*|[a-z_][\w-]*/?)\s*(?::|->|=>|\s(?:to|into|in|do|w|jako|as|at|under|pod"
    r"|na)\s+)\s*(/[a-z][\w./-]*\w)(?::ro)?"
)


def mounts(text: str) -> dict[str, str] | None:
    """Folders of this machine inside the application: "./models:/models", "zamontuj ./data w /data"."""
    pairs = {
        match[1]: match[2]
        for match in _MOUNT.finditer(text)
        if match[1].startswith("./") or match[1].rstrip("/") in ("data", "models", "src", "config", "logs")
    }
    return pairs or None


def gpu(text: str) -> bool | None:
    """Whether GPUs are reserved."""
    return says(r"gpu|gpus|cuda|nvidia|kart\w* graficzn\w*", text)


def command(text: str) -> list[str] | None:
    """What the application runs instead of its image's command; only in quotes, because prose has no end."""
    match = re.search(
        r"\b(?:command|komend\w*|polecen\w*|cmd)\s*[:=]?\s*(?:is |to |jest |uruchom )?[\"`„]([^\"`”]+)[\"`”]", text, re.I
    )
    try:
        return shlex.split(match[1]) if match else None
    except ValueError:
        return None


def worker_command(text: str) -> str | None:
    """How the worker starts, when it is Celery's."""
    if not says(r"celery", text):
        return None
    found = re.search(r"celery\s+(?:--app|-A)[ =][\w.]+\s+worker[\w =.-]*", text)
    return found[0].strip(" .") if found else "celery --app worker worker --loglevel=info"


def health(text: str) -> str | None:
    """The path that the health check asks for; Streamlit has one of its own."""
    match = re.search(
        r"health\w*[^/\n]{0,30}?\s[\"'`]?(/[a-z_][\w/-]*)|\s[\"'`]?(/(?:health|ready|live|ping|status)[\w/-]*)", low(text)
    )
    if match:
        return match[1] or match[2]
    return "/_stcore/health" if says(r"streamlit\w*", text) else None


_ENV = re.compile(r"(?<![\w$-])([A-Z][A-Z0-9_]+)\s?=\s?(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s,;\"'`]*[^\s,;.\"'`)]))")
_SECRET = re.compile(r"PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIAL")
_OWN = re.compile(r"POSTGRES_|MYSQL_|MONGO_|MINIO_|GRAFANA_|ELASTIC_|KIBANA_|RABBITMQ_|JUPYTER_")


def env(text: str) -> dict[str, str] | None:
    """Variables with their values."""
    found = {match[1]: next((part for part in match.groups()[1:] if part is not None), "") for match in _ENV.finditer(text)}
    return {key: value for key, value in found.items() if not is_secret(key) and key != "POSTGRES_DB"} or None


def secrets(text: str) -> list[str] | None:
    """Secrets that the application reads from its environment, by their names."""
    named = dict.fromkeys(re.findall(r"(?<![\w$-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w])", text))
    return [key for key in named if is_secret(key) and not _OWN.match(key)] or None


def is_secret(key: str) -> bool:
    """Whether a variable's name says that its value does not belong into the file."""
    return bool(_SECRET.search(key)) and not key.endswith(("_FILE", "_PATH", "_NAME", "_URL"))


def env_file(text: str) -> str | None:
    """A file with variables for the application, when it is said to be loaded; .env itself is read by Compose."""
    match = re.search(r"\benv[_ -]?file\w*\s*[:=]?\s*[\"'`]?([\w./-]*\.env(?:\.\w+)?)|(?<![\w./-])([a-z][\w-]*\.env)\b", low(text))
    return (match[1] or match[2]) if match else None


def reach(text: str) -> str | None:
    """From where the ports can be reached."""
    return first_wanted(
        {
            "local": r"localhost only|only (?:on |from )?localhost|127\.0\.0\.1|lokalnie"
            r"|tylko (?:na |z )?(?:localhost\w*|lokaln\w+)",
            "all": r"0\.0\.0\.0|all interfaces|from (?:the )?(?:outside|network|lan)|z sieci|publicznie|z zewnatrz",
        },
        text,
    )
