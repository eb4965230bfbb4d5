"""An Airflow DAG: tasks in their order, a schedule with its time zone, retries, and tasks as commands, containers or pods."""

import keyword
import re
from typing import Annotated, Literal

from pydantic import model_validator

from generators.frame import Files, GeneratorOptions, Why, fill, option, package, refusal, values
from generators.frame.lists import chain_in
from generators.frame.saying import low, says
from generators.frame.schedule import schedule_in
from generators.frame.some import Some
from generators.frame.spoken import slug
from generators.frame.time_zone import TimeZone, time_zone_in

POLISH = "DAG Airflow: zadania w kolejności, harmonogram ze strefą czasową, ponowienia, zadania jako polecenia, kontenery lub pody."
CUES = ("dag*", "airflow dag*", "dag* airflow*", "airflow pipeline*", "workflow* airflow*", "airflow workflow*", "potok* airflow*")
ABOUT = ("airflow*",)

_LISTED = re.compile(
    r"(?:\b(?:steps?|tasks?|stages?|kroki|krokow|krokami|zadania|zadaniami|etapy|etapami|etapow)\b(?:\s+(?:are|to|sa))?\s*:?"
    r"|:)\s+(.+)",
    re.S,
)
_JOINT = re.compile(r"\s*(?:,|;|\n|\s(?:and then|and|then|oraz|a potem|potem|a nastepnie|nastepnie|i)\s)\s*")
_TAIL = re.compile(r"\s(?:every|co|daily|in|w|we|on|with|without|using|at|o|dla|for|na|bez|no|z|ze|przez)\s.*|[.(].*", re.S)
_NOT_STEPS = re.compile(r"airflow|\bdag|daily|hourly|weekly|codzien|pipeline|kubernet|docker|catchup|retr|image|obraz|http")
_TAKEN = {"dag", "timedelta", "pendulum", "k8s"}
_NAME = re.compile(
    r"\b(?:named|called|name|o nazwie|nazwij go|nazwa)\b[\s:]*[\"'`„]?([A-Za-z][\w-]*)"
    r"|\bdag\w*[\s-]+[\"'`„]([A-Za-z][^\"'`”]*)[\"'`”]|\bdag\w*\s+([A-Za-z]\w*_\w+)"
)


def _name(text: str) -> str | None:
    """The name after "named"; or one that stands beside "DAG" and looks like a name."""
    match = _NAME.search(low(text))
    if match is None:
        return None
    group = next(number for number in (1, 2, 3) if match[number])
    return text[match.start(group) : match.end(group)]


def _steps(text: str) -> list[str] | None:
    phrases = chain_in(text) or _listed(low(text))
    named = [slug(phrase) for phrase in phrases]
    return [name for name in named if name and not _NOT_STEPS.search(name)][:12] or None


def _listed(lowered: str) -> list[str]:
    """Two or more short phrases after "tasks" or a colon: "pobierz dane, trenuj model i publikuj"."""
    for match in _LISTED.finditer(lowered):
        phrases = [_TAIL.sub("", f" {part}").strip() for part in _JOINT.split(match[1].split(". ")[0])]
        wanted = [
            phrase for phrase in phrases if phrase[:1].isalpha() and len(phrase.split()) <= 3 and not _NOT_STEPS.search(phrase)
        ]
        if len(wanted) > 1:
            return wanted
    return []


def _runner(text: str) -> str | None:
    if says(r"kubernetes\w*|k8s|kubernetespodoperator|pod\w*|klaster\w*|klastrze", text):
        return "kubernetes"
    if says(r"docker\w*|kontener\w*|container\w*", text):
        return "docker"
    return "bash" if says(r"bash\w*|skrypt\w*|scripts?", text) else None


def _catchup(text: str) -> bool | None:
    match = re.search(r"(\bno\b|without|\bbez\b|\bnie\b|false)?\s*(?:catch-?up|nadrabia\w+|backfill\w*)\s*=?\s*(false)?", low(text))
    return None if match is None else not (match[1] or match[2])


def _one_at_a_time(text: str) -> int | None:
    if re.search(r"\b(?:one run at a time|single run|no overlap\w*|jeden (?:przebieg|run)|bez nakladania|pojedynczo)", low(text)):
        return 1
    match = re.search(r"max_active_runs\s*=?\s*(\d+)|(?:at most|maksymalnie|max)\s+(\d+)\s+(?:runs?|przebieg\w*)", low(text))
    return int(match[1] or match[2]) if match else None


class Options(GeneratorOptions):
    """What varies between DAGs."""

    name: values.Name = option("train_model", "Name of the DAG.", pl="Nazwa DAG-a.", read=_name)
    steps: Annotated[tuple[values.Identifier, ...], Some] | None = option(
        None, "Tasks in their order.", pl="Zadania w kolejności.", read=_steps, max_length=12
    )
    schedule: values.Cron | None = option(
        "0 5 * * *",
        "Cron line; null for runs by hand only.",
        pl="Linia crona; null oznacza tylko uruchomienia ręczne.",
        read=schedule_in,
    )
    timezone: TimeZone = option("UTC", "Time zone of the schedule.", pl="Strefa czasowa harmonogramu.", read=time_zone_in)
    runner: Literal["bash", "docker", "kubernetes"] | None = option(
        None,
        "What a task runs in; with an image and nothing said, a pod.",
        pl="W czym działa zadanie; z obrazem i bez wskazania jest to pod.",
        read=_runner,
    )
    image: values.Image | None = option(None, "Image of the tasks.", pl="Obraz zadań.")
    namespace: values.DnsLabel = option(
        "airflow", "Namespace of the pods.", pl="Namespace podów.", cues=("namespace*", "przestrzen* nazw")
    )
    memory: values.Memory = option("2Gi", "Memory limit of a pod.", pl="Limit pamięci poda.")
    cpu: values.Cpu = option("1", "CPU request of a pod.", pl="Żądanie CPU poda.", cues=("cpu", "rdzen*", "cores"))
    gpu: int = option(0, "GPUs of a pod.", pl="Liczba GPU poda.", cues=("gpu*",), ge=0, le=8)
    package: values.Identifier = option(
        "pipeline", "Python package whose modules the commands run.", pl="Pakiet Pythona, którego moduły uruchamiają polecenia.",
        cues=("package", "pakiet*"),
    )  # fmt: skip
    catchup: bool = option(
        False, "Also run for the past since the start date.", pl="Uruchom też za okres od daty startu.", read=_catchup
    )
    retries: int = option(
        2,
        "Tries after a failure.",
        pl="Liczba ponowień po błędzie.",
        cues=("retries", "retry", "ponowien*", "powtorzen*", "prob*"),
        ge=0,
        le=10,
    )
    retry_minutes: int = option(5, "Minutes between tries.", pl="Minuty między próbami.", cues=("retry delay",), ge=1, le=1440)
    max_active_runs: int = option(1, "Runs at the same time.", pl="Przebiegi naraz.", read=_one_at_a_time, ge=1, le=16)
    timeout_minutes: int = option(
        120,
        "Minutes after which a run fails.",
        pl="Minuty, po których przebieg kończy się błędem.",
        cues=("timeout", "limit czasu"),
        ge=1,
        le=10080,
    )
    email: values.Email | None = option(None, "Who is told of failures.", pl="Kto dostaje wiadomość o błędzie.")

    @model_validator(mode="after")
    def _can_be_python(self) -> "Options":
        for step in self.steps or ():
            if keyword.iskeyword(step) or step in _TAKEN:
                raise refusal(
                    f"has a step {step!r}, which Python keeps for itself", f"ma krok {step!r}, a to słowo zajęte w Pythonie"
                )
        if len(set(self.steps or ())) < len(self.steps or ()):
            raise refusal("names a step twice", "wymienia jeden krok dwa razy")
        if self.runner in ("docker", "kubernetes") and self.gpu and self.runner == "docker":
            raise refusal("asks for GPUs, which only pods get here", "prosi o GPU, a dostają je tutaj tylko pody")
        return self


def render(options: Options) -> Files:
    """The DAG and the packages it needs."""
    runner = options.runner or ("kubernetes" if options.image else "bash")
    context = {
        "options": options,
        "runner": runner,
        "steps": options.steps or (("run",) if options.image else ("extract", "train", "evaluate", "publish")),
        "image": options.image or f"registry.example.com/ml/{slug(options.name, '-')}:0.1.0",
        "pod": slug(options.name, "-")[:40].strip("-") or "dag",
        "module": not options.image,
    }
    return {f"dags/{options.name}.py": fill("airflow/dag.py", **context), "requirements.txt": _requirements(runner)}


def _requirements(runner: str) -> str:
    providers = {"kubernetes": ["apache-airflow-providers-cncf-kubernetes"], "docker": ["apache-airflow-providers-docker"]}
    return "".join(f"{package(name)}\n" for name in ("apache-airflow", *providers.get(runner, ())))


WHY = (
    Why(
        r"catchup=",
        "Without this, Airflow may run once for every period since the start date.",
        "Bez tego Airflow może uruchomić DAG za każdy okres od daty startu.",
        "tools/airflow/dags-and-schedules",
    ),
    Why(
        r"start_date=",
        "The start date carries the time zone of the schedule; a date that moves would never be reached.",
        "Data startu niesie strefę czasową harmonogramu; data, która się przesuwa, nigdy by nie nadeszła.",
        "tools/airflow/dags-and-schedules",
    ),
    Why(
        r"max_active_runs=",
        "Two runs at once would write the same model.",
        "Dwa przebiegi naraz zapisywałyby ten sam model.",
        "tools/airflow/production",
    ),
    Why(
        r"\{\{ ds \}\}",
        "A task works on the day of its run, so that running it again gives the same result.",
        "Zadanie pracuje na dniu swojego przebiegu, więc powtórzenie daje ten sam wynik.",
        "tools/airflow/tasks",
    ),
)
