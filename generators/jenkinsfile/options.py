"""What varies between Jenkinsfiles."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from generators.frame import Grammar, option, refusal, values
from generators.frame.cron import check_cron
from generators.frame.pipeline import Channel, CredentialId, PipelineOptions
from generators.jenkinsfile import words
from generators.jenkinsfile.parameters import Parameter, parameters_in


def _check(line: str) -> str:
    check_cron(re.sub(r"H\((\d+)-(\d+)\)", r"\1-\2", line).replace("H", "*"))
    return line


_FIELD = r"(?:H(?:\(\d{1,2}-\d{1,2}\))?|[\d*A-Z-])[\d*/,A-Za-z-]*"
JenkinsCron = Annotated[
    str,
    AfterValidator(_check),
    Grammar(
        rf"{_FIELD}(?: {_FIELD}){{4}}",
        "must be a cron line of five fields, such as H 2 * * 1-5; H is a minute or hour that Jenkins chooses",
        "musi być linią crona z pięciu pól, na przykład H 2 * * 1-5; H to minuta lub godzina, którą wybierze Jenkins",
        longest=60,
    ),
]
Timezone = Annotated[
    str,
    Grammar(
        r"[A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+",
        "must be a time zone such as Europe/Warsaw",
        "musi być strefą czasową, na przykład Europe/Warsaw",
        find=r"\b(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/[A-Z][A-Za-z_]+",
        longest=40,
    ),
]


class Options(PipelineOptions):
    """What varies between Jenkinsfiles; the rest is what every Jenkinsfile should do."""

    agent: Literal["docker", "kubernetes", "label", "any"] = option(
        "docker", "Where the stages run.", pl="Gdzie działają etapy.", read=words.agent_in
    )
    agent_image: values.Image | None = option(
        None, "Image of the agent instead of Python's own.", pl="Obraz agenta zamiast obrazu Pythona.", read=words.image_agent_in
    )
    label: values.Name = option("linux", "Label of the agents.", pl="Etykieta agentów.", read=words.label_in)
    gpu: bool = option(
        False,
        "Train on an agent with the label gpu.",
        pl="Trenuj na agencie z etykietą gpu.",
        cues=("gpu", "cuda", "kart* graficzn*"),
    )
    parameters: tuple[Parameter, ...] = option(
        (),
        "Parameters: NAME, NAME=default, NAME=a|b|c or NAME:bool.",
        pl="Parametry: NAZWA, NAZWA=domyślna, NAZWA=a|b|c lub NAZWA:bool.",
        read=parameters_in,
        max_length=10,
    )
    schedule: JenkinsCron | None = option(
        None, "Cron line of regular runs.", pl="Linia crona regularnych przebiegów.", read=words.cron_in
    )
    timezone: Timezone | None = option(
        None, "Time zone of the schedule.", pl="Strefa czasowa harmonogramu.", read=words.timezone_in
    )
    poll: bool = option(
        False,
        "Ask the repository for changes every five minutes.",
        pl="Pytaj repozytorium o zmiany co pięć minut.",
        read=words.poll_in,
    )
    tag: Literal["build", "commit"] = option(
        "build", "What the image is tagged with.", pl="Czym oznaczany jest obraz.", read=words.tag_in
    )
    credentials: CredentialId = option(
        "registry-login",
        "Id of the registry's user name and password in Jenkins.",
        pl="Identyfikator loginu i hasła rejestru w Jenkinsie.",
        read=words.credentials_in,
    )
    parallel: bool = option(
        False,
        "Run the checks side by side.",
        pl="Uruchamiaj sprawdzenia równolegle.",
        cues=("parallel*", "rownoleg*", "concurrent* stages"),
    )
    approve: bool = option(
        True,
        "Ask a person before production.",
        pl="Zapytaj człowieka przed produkcją.",
        cues=("approv*", "manual*", "recznie", "reczn*", "zatwierdz*", "akcept*", "confirm*", "input"),
    )
    notify: tuple[Literal["slack", "email"], ...] = option(
        (), "Who is told about a failure.", pl="Kogo powiadomić o niepowodzeniu.", read=words.notify_in
    )
    channel: Channel = option("#ml-alerts", "Slack channel.", pl="Kanał Slacka.")
    email: values.Email = option("ml-team@example.com", "E-mail address.", pl="Adres e-mail.")
    keep: int = option(
        20,
        "How many builds are kept.",
        pl="Ile buildów zachować.",
        ge=1,
        le=1000,
        cues=("keep", "last", "builds", "zachow*", "ostatni*", "buildow", "build*"),
        read=words.keep_in,
    )
    retries: int = option(
        0,
        "How often a failed build is repeated.",
        pl="Ile razy powtarzać nieudany build.",
        ge=0,
        le=5,
        cues=("retr*", "ponow*", "ponawia*", "powtorz*"),
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        if self.services and self.agent == "any":
            raise refusal(
                "services need the agent docker, label or kubernetes", "usługi wymagają agenta docker, label lub kubernetes"
            )
        names = [item.partition("=")[0].partition(":")[0] for item in self.parameters]
        if len(names) != len(set(names)):
            raise refusal("two parameters have the same name", "dwa parametry mają tę samą nazwę")
        return self
