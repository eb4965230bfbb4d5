"""What people vary in what is scraped."""

from typing import Annotated, Literal

from pydantic import Field

from generators.frame import GeneratorOptions, option, values
from generators.frame.some import Some
from generators.prometheus.grammars import Address, HttpUrl, LabelName, LabelValue, RuleFile, ServiceName, Span
from generators.prometheus.parts import Exporter, Job
from generators.prometheus.scraping_words import (
    addresses_to_alert,
    evaluation_in,
    external_labels_in,
    interval_in,
    jobs_in,
    namespaces_in,
    path_in,
    port_in,
    rule_files_in,
    scheme_in,
    service_in,
)

Way = Literal["static", "kubernetes", "file", "ec2", "dns", "docker", "consul"]


class ScrapingOptions(GeneratorOptions):
    """Targets, how they are found and how they are called."""

    name: ServiceName = option("model-api", "The service that is watched.", pl="Usługa, która jest obserwowana.", read=service_in)
    port: values.Port = option(8000, "Port of the service.", pl="Port usługi.", read=port_in)
    jobs: Annotated[tuple[Job, ...], Field(max_length=20)] = option(
        (),
        "Scrape jobs with their targets, instead of the service itself.",
        pl="Zadania zbierania i ich cele, zamiast samej usługi.",
        read=jobs_in,
    )
    exporters: Annotated[tuple[Exporter, ...], Field(max_length=9)] = option(
        (),
        "Exporters to scrape as well.",
        pl="Eksportery, które też mają być odczytywane.",
        words={
            "node-exporter": ("node exporter*", "node_exporter*", "metryk* maszyn*", "metryk* host*"),
            "cadvisor": ("cadvisor*",),
            "dcgm-exporter": ("dcgm*", "gpu exporter*", "nvidia exporter*"),
            "postgres-exporter": ("postgres exporter*", "postgres_exporter*"),
            "redis-exporter": ("redis exporter*", "redis_exporter*"),
            "kube-state-metrics": ("kube state metrics", "ksm"),
            "blackbox": ("blackbox exporter*", "blackbox_exporter*", "sond* http"),
            "pushgateway": ("push gateway*", "pushgatewa*"),
            "mlflow": ("mlflow*",),
        },
    )
    discovery: Annotated[tuple[Way, ...], Field(max_length=7), Some] = option(
        ("static",),
        "How targets are found.",
        pl="Jak znajdowane są cele.",
        words={
            "static": ("static_config*", "static config*", "statyczn*"),
            "kubernetes": (
                "kubernetes_sd*",
                "kubernetes*",
                "k8s",
                "pod",
                "pods",
                "pody",
                "podow",
                "podach",
                "adnotac*",
                "annotat*",
            ),
            "file": (
                "file_sd*",
                "file sd",
                "file based",
                "pliki z celami",
                "plikow z celami",
                "targets file*",
                "targets from file*",
            ),
            "ec2": ("ec2*",),
            "dns": ("dns_sd*", "dns"),
            "docker": ("docker_sd*",),
            "consul": ("consul*",),
        },
    )
    namespaces: Annotated[tuple[values.DnsLabel, ...], Field(max_length=10)] = option(
        (),
        "Kubernetes namespaces to look in; none means all.",
        pl="Przestrzenie nazw Kubernetesa; brak oznacza wszystkie.",
        read=namespaces_in,
    )
    region: values.Region = option("eu-central-1", "AWS region of the machines.", pl="Region AWS, w którym są maszyny.")
    path: values.UrlPath = option("/metrics", "Path of the metrics.", pl="Ścieżka metryk.", read=path_in)
    scheme: Literal["http", "https"] = option("http", "How targets are called.", pl="Jak wywoływane są cele.", read=scheme_in)
    auth: Literal["none", "basic", "bearer"] = option(
        "none",
        "How Prometheus logs in; the secret is read from a file.",
        pl="Jak Prometheus się loguje; sekret jest czytany z pliku.",
        words={"basic": ("basic auth*", "basic_auth", "password", "haslo", "haslem"), "bearer": ("bearer*", "token*")},
    )
    interval: Span = option("15s", "Time between two scrapes.", pl="Czas między odczytami.", read=interval_in)
    evaluation: Span = option(
        "15s", "Time between two evaluations of the rules.", pl="Czas między obliczeniami reguł.", read=evaluation_in
    )
    external_labels: Annotated[dict[LabelName, LabelValue], Field(max_length=10)] = option(
        {},
        "Labels of everything that leaves this server.",
        pl="Etykiety wszystkiego, co opuszcza ten serwer.",
        read=external_labels_in,
    )
    remote_write: HttpUrl | None = option(
        None,
        "Where samples are copied to.",
        pl="Dokąd kopiowane są próbki.",
        cues=("remote write", "remote_write", "remote-write", "thanos*", "mimir*"),
    )
    probe: HttpUrl | None = option(
        None,
        "Address that the Blackbox exporter calls.",
        pl="Adres, który wywołuje Blackbox exporter.",
        cues=("blackbox*", "probe*", "sond*"),
    )
    rule_files: Annotated[tuple[RuleFile, ...], Field(max_length=10)] = option(
        (), "Rule files that exist already.", pl="Pliki reguł, które już istnieją.", read=rule_files_in
    )
    alertmanager: Address | None = option(None, "Where alerts are sent.", pl="Dokąd wysyłane są alerty.", read=addresses_to_alert)
