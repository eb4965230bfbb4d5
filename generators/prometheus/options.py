"""What people vary in the configuration of Prometheus and Alertmanager."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generators.frame import option, refusal, values
from generators.frame.some import Some
from generators.prometheus.alert import Alert, named
from generators.prometheus.alerting_options import AlertingOptions
from generators.prometheus.part_words import parts_in
from generators.prometheus.routing_options import RoutingOptions
from generators.prometheus.scraping_options import ScrapingOptions
from generators.prometheus.scraping_words import port_name_in

Part = Literal["scrape", "alerts", "recording", "tests", "alertmanager"]


class Options(RoutingOptions, AlertingOptions, ScrapingOptions):
    """The parts to make and what stands in them."""

    parts: Annotated[tuple[Part, ...], Field(max_length=5), Some] = option(
        ("scrape", "alerts", "tests", "alertmanager"), "The files to make.", pl="Pliki do zrobienia.", read=parts_in
    )
    operator: bool = option(
        False,
        "Objects of the Prometheus Operator instead of files: PrometheusRule and ServiceMonitor.",
        pl="Obiekty Prometheus Operatora zamiast plików: PrometheusRule i ServiceMonitor.",
        cues=("prometheusrule*", "servicemonitor*", "podmonitor*", "operator*", "kube-prometheus*"),
    )
    port_name: values.DnsLabel = option("http", "Name of the Service's port.", pl="Nazwa portu obiektu Service.", read=port_name_in)
    release: values.DnsLabel = option(
        "kube-prometheus-stack", "Helm release of the operator.", pl="Wydanie Helma, które ma operator.", cues=("release",)
    )

    @property
    def all_alerts(self) -> tuple[Alert, ...]:
        """The alerts, each with a name of its own and with what was said for all of them."""
        return named(self.alerts, self.severity, self.hold)

    @model_validator(mode="after")
    def _names_differ(self) -> "Options":
        """Of two alerts or jobs with one name, one would hide the other."""
        for what, names in (("alerts", [str(alert.name) for alert in self.all_alerts]), ("jobs", [job.name for job in self.jobs])):
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice:
                raise refusal(f"two {what} are called {twice}: give one another name", f"{what}: dwie pozycje nazywają się {twice}")
        return self
