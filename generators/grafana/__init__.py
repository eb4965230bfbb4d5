"""A Grafana dashboard for a model service, with the files that provision it and its data source."""

from generators.frame import Files, to_json, to_yaml
from generators.frame.spoken import slug
from generators.grafana.dashboard import dashboard, uid_of
from generators.grafana.options import Options
from generators.grafana.provisioning import configmap, datasource, provider
from generators.grafana.whys import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Dashboard Grafany dla usługi z modelem, z plikami, które wgrywają go i jego źródło danych."
CUES = (
    "grafana dashboard*",
    "dashboard*",
    "grafana provision*",
    "grafana datasource*",
    "grafana data source*",
    "provisioning* grafan*",
    "zrodl* danych grafan*",
    "panel* grafan*",
    "grafana panel*",
    "pulpit* grafan*",
    "pulpit* w grafan*",
)
ABOUT = ("grafan*",)


def render(options: Options) -> Files:
    """The files of the parts that were asked for."""
    name = slug(uid_of(options.title), "-")
    files: Files = {}
    if "dashboard" in options.parts:
        files[f"grafana/dashboards/{name}.json"] = to_json(dashboard(options))
    if "provisioning" in options.parts:
        files["grafana/provisioning/datasources/prometheus.yaml"] = to_yaml(datasource(options))
        files["grafana/provisioning/dashboards/default.yaml"] = to_yaml(provider(options))
    if "configmap" in options.parts:
        files[f"grafana/{name}-configmap.yaml"] = to_yaml(configmap(options, name))
    return files
