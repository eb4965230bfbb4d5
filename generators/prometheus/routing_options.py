"""What people vary in who hears about an alert."""

from typing import Annotated, Literal

from pydantic import Field

from generators.frame import GeneratorOptions, option, values
from generators.frame.some import Some
from generators.frame.time_zone import TimeZone, time_zone_in
from generators.prometheus.grammars import Address, Channel, HttpUrl, LabelName, Span
from generators.prometheus.parts import Receiver, Route
from generators.prometheus.route_words import group_by_in, mute_in, receiver_in, repeat_in, routes_in

Labels = Annotated[tuple[LabelName, ...], Field(max_length=10), Some]


class RoutingOptions(GeneratorOptions):
    """Receivers, routes and how messages are put together."""

    receiver: Receiver = option(
        "email", "Who gets what no route takes.", pl="Kto dostaje to, czego nie bierze żadna trasa.", read=receiver_in
    )
    routes: Annotated[tuple[Route, ...], Field(max_length=20)] = option(
        (Route(value="critical", to="slack"),), "Which alerts go elsewhere.", pl="Które alerty idą gdzie indziej.", read=routes_in
    )
    channel: Channel = option("#ml-alerts", "Slack channel.", pl="Kanał Slacka.")
    email: values.Email = option("ml-team@example.com", "Who gets the e-mails.", pl="Kto dostaje e-maile.")
    webhook: HttpUrl = option(
        "http://alert-webhook:8080/alerts", "Address of the webhook.", pl="Adres webhooka.", cues=("webhook*",)
    )
    smtp: Address = option(
        "smtp.example.com:587", "Mail server.", pl="Serwer poczty.", cues=("smtp", "smarthost", "smtp_smarthost")
    )
    sender: values.Email = option(
        "alerts@example.com", "Sender of the e-mails.", pl="Nadawca e-maili.", cues=("from", "sender", "nadawc*", "od adresu")
    )
    group_by: Labels = option(
        ("alertname", "service"),
        "Alerts with the same values of these labels share a message.",
        pl="Alerty o tych samych wartościach tych etykiet trafiają do jednej wiadomości.",
        read=group_by_in,
    )
    group_wait: Span = option(
        "30s",
        "Time before the first message about a group.",
        pl="Czas przed pierwszą wiadomością o grupie.",
        cues=("group_wait", "group wait"),
    )
    group_interval: Span = option(
        "5m", "Time before news about a group.", pl="Czas przed nowinami o grupie.", cues=("group_interval", "group interval")
    )
    repeat: Span = option("4h", "Time before a message is repeated.", pl="Czas do powtórzenia wiadomości.", read=repeat_in)
    inhibit: bool = option(
        True,
        "A critical alert silences the warnings of the same service.",
        pl="Alert krytyczny wycisza ostrzeżenia tej samej usługi.",
        cues=("inhibit*", "inhibic*"),
    )
    inhibit_equal: Labels = option(
        ("service",), "Labels that must be equal for that.", pl="Etykiety, które muszą być przy tym równe."
    )
    mute: Annotated[tuple[Literal["nights", "weekends"], ...], Field(max_length=2)] = option(
        (),
        "When alerts that are not critical wait.",
        pl="Kiedy alerty inne niż krytyczne czekają.",
        read=mute_in,
    )
    timezone: TimeZone = option("Europe/Warsaw", "Time zone of those hours.", pl="Strefa czasowa tych godzin.", read=time_zone_in)
    secrets: values.AbsolutePath | None = option(
        None,
        "Folder with the secrets, mounted beside the files; by itself /etc/prometheus/secrets and /etc/alertmanager/secrets.",
        pl="Folder z sekretami, montowany obok plików; sam z siebie /etc/prometheus/secrets i /etc/alertmanager/secrets.",
        cues=("secrets in", "sekrety w"),
    )
