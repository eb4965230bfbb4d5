"""What people vary in a dashboard."""

from typing import Annotated, Literal

from pydantic import Field

from generators.frame import GeneratorOptions, Grammar, option, values
from generators.frame.some import Some
from generators.grafana.panel import About, Label, Panel
from generators.grafana.panel_words import panels_in
from generators.grafana.words import filters_in, namespace_in, parts_in, range_in, refresh_in, title_in
from generators.prometheus.grammars import HttpUrl

Part = Literal["dashboard", "provisioning", "configmap"]
Reach = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,3}[smhdwMy]",
        "must be a time of Grafana such as 6h, 7d or 30d",
        "musi być czasem w zapisie Grafany, na przykład 6h, 7d lub 30d",
        longest=5,
    ),
]
Uid = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9][A-Za-z0-9_-]*",
        "must be letters, digits, hyphens and underscores, at most 40",
        "musi się składać z liter, cyfr, myślników i podkreśleń, najwyżej 40",
        longest=40,
    ),
]
Title = Annotated[
    str,
    Grammar(
        r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+",
        "must be a single line of text without control characters, at most 120 characters",
        "musi być jednym wierszem tekstu bez znaków sterujących, do 120 znaków",
        longest=120,
    ),
]
_PANELS: tuple[About, ...] = ("up", "requests", "errors", "latency", "predictions", "drift", "age", "memory")


class Options(GeneratorOptions):
    """A dashboard, what stands on it and how it gets into Grafana."""

    title: Title = option("Model service", "Title of the dashboard.", pl="Tytuł dashboardu.", read=title_in)
    panels: Annotated[tuple[Panel, ...], Field(max_length=30), Some] = option(
        tuple(Panel(about=about) for about in _PANELS), "The panels.", pl="Panele.", read=panels_in
    )
    range: Reach = option("6h", "Time range that is shown first.", pl="Zakres czasu pokazywany na początku.", read=range_in)
    refresh: Reach | None = option("30s", "How often it is refreshed.", pl="Jak często się odświeża.", read=refresh_in)
    variables: Annotated[tuple[Label, ...], Field(max_length=6)] | None = option(
        None,
        "Labels that become drop-down lists, besides the data source.",
        pl="Etykiety, które stają się listami wyboru, poza źródłem danych.",
        read=filters_in,
    )
    tags: Annotated[tuple[values.Name, ...], Field(max_length=10)] = option(
        ("ml",), "Tags to find it by.", pl="Tagi, po których się go znajduje.", cues=("tag", "tags", "tagi", "tagami", "tagiem")
    )
    uid: Uid | None = option(None, "Its lasting identifier.", pl="Jego trwały identyfikator.", cues=("uid",))
    parts: Annotated[tuple[Part, ...], Field(max_length=3), Some] = option(
        ("dashboard", "provisioning"), "The files to make.", pl="Pliki do zrobienia.", read=parts_in
    )
    folder: Title = option("ML", "Folder in Grafana.", pl="Folder w Grafanie.", cues=("folder*", "katalog*"))
    prometheus: HttpUrl = option(
        "http://prometheus:9090",
        "Address of Prometheus for the provisioned data source.",
        pl="Adres Prometheusa dla źródła danych.",
    )
    namespace: values.DnsLabel = option(
        "monitoring", "Namespace of the ConfigMap.", pl="Przestrzeń nazw ConfigMap.", read=namespace_in
    )

    @property
    def filters(self) -> tuple[str, ...]:
        """The labels that queries are narrowed by; metrics that somebody named need not have the usual one."""
        if self.variables is None:
            return () if any(panel.metric for panel in self.panels) else ("job",)
        return tuple(name for name in dict.fromkeys(self.variables) if name != "datasource")
