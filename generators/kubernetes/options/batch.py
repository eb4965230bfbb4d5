"""Jobs and CronJobs."""

from typing import Literal

from generators.frame import GeneratorOptions, option, values
from generators.frame.schedule import schedule_in
from generators.frame.time_zone import TimeZone, time_zone_in
from generators.kubernetes.reading import numbers


class BatchOptions(GeneratorOptions):
    """When and how work that ends is done."""

    schedule: values.Cron | None = option(
        None,
        "When the CronJob runs, as a cron line; 0 3 * * * when nothing is said.",
        pl="Kiedy działa CronJob, w zapisie crona; bez podania 0 3 * * *.",
        read=schedule_in,
    )
    time_zone: TimeZone = option("UTC", "Time zone of the schedule.", pl="Strefa czasowa harmonogramu.", read=time_zone_in)
    concurrency: Literal["Forbid", "Allow", "Replace"] = option(
        "Forbid",
        "What happens when a run is due while the last one still works.",
        pl="Co robić, gdy poprzednie uruchomienie jeszcze trwa.",
        words={
            "Forbid": ("forbid", "no overlap*", "bez nakladan*", "nie moga sie nakladac", "jeden naraz", "one at a time"),
            "Replace": ("replace", "zastap*"),
            "Allow": ("concurrencypolicy: allow", "allow concurrent*", "allow overlap*", "moga sie nakladac"),
        },
    )
    retries: int = option(
        2,
        "How often a failed Job is tried again.",
        pl="Ile razy ponawiać nieudane zadanie.",
        cues=("retries", "retry", "backofflimit", "backoff limit", "prob*", "ponow*", "retried"),
        ge=0,
        le=20,
    )
    deadline: int | None = option(
        None,
        "Seconds after which a Job is given up; two hours when nothing is said.",
        pl="Sekundy, po których zadanie jest przerywane; bez podania dwie godziny.",
        read=numbers.deadline,
        ge=1,
        le=2_592_000,
    )
    parallelism: int | None = option(
        None,
        "Pods of a Job that work at the same time.",
        pl="Pody zadania pracujące równocześnie.",
        cues=("parallelism", "parallel", "rownolegl*"),
        ge=1,
        le=1000,
    )
    completions: int | None = option(
        None,
        "Pods of a Job that have to succeed.",
        pl="Pody zadania, które muszą się udać.",
        cues=("completions", "ukonczen*", "powtorzen*"),
        ge=1,
        le=10_000,
    )
    restart: Literal["Never", "OnFailure"] = option(
        "Never",
        "Whether a failed container starts again in its pod (OnFailure) or a new pod takes over (Never).",
        pl="Czy nieudany kontener startuje ponownie w tym samym podzie (OnFailure), czy powstaje nowy pod (Never).",
        words={
            "Never": ("restartpolicy: never", "restart policy never", "restartpolicy never"),
            "OnFailure": ("onfailure", "on failure", "on-failure"),
        },
    )
