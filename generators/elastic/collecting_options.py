"""What people vary in which logs are read."""

from typing import Annotated, Literal

from pydantic import Field

from generators.elastic.grammars import FieldName, LogPath
from generators.elastic.words import containers_in, dropped_in, environment_in, format_in, namespaces_in, service_in, source_in
from generators.frame import GeneratorOptions, option, values


class CollectingOptions(GeneratorOptions):
    """Where logs come from and what becomes of a line."""

    source: Literal["docker", "kubernetes", "files"] = option(
        "docker", "Where logs come from.", pl="Skąd biorą się logi.", read=source_in
    )
    paths: Annotated[tuple[LogPath, ...], Field(max_length=20)] = option((), "Log files.", pl="Pliki logów.")
    namespaces: Annotated[tuple[values.DnsLabel, ...], Field(max_length=10)] = option(
        (),
        "Kubernetes namespaces to collect from; none means all.",
        pl="Przestrzenie nazw Kubernetesa; brak oznacza wszystkie.",
        read=namespaces_in,
    )
    containers: Annotated[tuple[values.DnsLabel, ...], Field(max_length=10)] = option(
        (),
        "Containers to collect from; none means all.",
        pl="Kontenery, z których zbierać; brak oznacza wszystkie.",
        read=containers_in,
    )
    format: Literal["json", "text"] = option("json", "Form of the log lines.", pl="Postać wierszy logu.", read=format_in)
    multiline: bool = option(
        True,
        "Join Python tracebacks into one event.",
        pl="Łącz tracebacki Pythona w jedno zdarzenie.",
        cues=("multiline", "multi-line", "traceback*", "stack trace*", "stacktrace*", "wielolini*", "wielowiersz*", "sklej*"),
    )
    metadata: bool = option(
        True,
        "Add the container's, pod's or host's data.",
        pl="Dodawaj dane kontenera, poda lub hosta.",
        cues=("metadata", "metadan*", "add_*_metadata"),
    )
    health: bool = option(
        False,
        "Keep the lines of health checks.",
        pl="Zachowuj wiersze sprawdzania zdrowia.",
        cues=("keep health*", "zachowaj health*"),
    )
    service: values.Name | None = option(
        None, "Field `service` of every event.", pl="Pole `service` każdego zdarzenia.", read=service_in
    )
    environment: Literal["prod", "staging", "dev", "test"] | None = option(
        None,
        "Field `env` of every event.",
        pl="Pole `env` każdego zdarzenia.",
        read=environment_in,
    )
    dropped: Annotated[tuple[FieldName, ...], Field(max_length=20)] = option(
        (), "Fields to remove.", pl="Pola do usunięcia.", read=dropped_in
    )
