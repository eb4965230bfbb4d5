"""A Helm chart for a model service or a CronJob: templates, values with their schema, values for each environment, a test."""

from typing import Any

from generators.frame import Files, Quoted, fill_around_braces, image, to_json, to_yaml, version
from generators.helm.options import Options
from generators.helm.schema import schema
from generators.helm.values_file import all_values, environment_values, values_yaml
from generators.helm.why import WHY

__all__ = ["ABOUT", "COVERS", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Chart Helma dla usługi z modelem lub CronJoba: szablony, wartości ze schematem, wartości środowisk i test."
CUES = ("helm*", "chart helm*", "chart* helm*", "chart.yaml", "values.yaml")
ABOUT = ("chart", "charta", "charty", "chartu")
# "A Helm chart with a Deployment, an Ingress and an HPA" is one kind of file: these are its contents.
COVERS = ("kubernetes",)

_SERVING = ("deployment", "service", "ingress", "hpa", "pdb", "networkpolicy")
_WORKING = ("cronjob",)
_COMMON = ("serviceaccount", "configmap", "pvc")


def render(options: Options) -> Files:
    """The chart, in a folder of its name."""
    made = all_values(options)
    files = {
        "Chart.yaml": to_yaml(_chart(options)),
        "values.yaml": values_yaml(made, options),
        "values.schema.json": to_json(schema(made)),
    }
    for one in options.environments:
        files[f"values-{one.name}.yaml"] = to_yaml(environment_values(options, one))
    return {f"{options.title}/{path}": text for path, text in {**files, **_templates(options)}.items()}


def _templates(options: Options) -> Files:
    tests = options.serves and options.tests and options.probe == "http"
    context: dict[str, Any] = {"name": options.title, "serves": options.serves, "tests": tests, "health": options.health}
    kinds = (*(_SERVING if options.serves else _WORKING), *_COMMON)
    templates = {".helmignore": "helmignore", "templates/_helpers.tpl": "_helpers.tpl", "templates/_pod.tpl": "_pod.tpl"}
    templates |= {f"templates/{kind}.yaml": f"{kind}.yaml" for kind in kinds}
    templates["templates/NOTES.txt"] = "NOTES.txt"
    if tests:
        templates["templates/tests/connection.yaml"] = "connection.yaml"
    return {
        path: fill_around_braces(f"helm/{template}", busybox=image("busybox"), **context) for path, template in templates.items()
    }


def _chart(options: Options) -> dict[str, object]:
    what = "Serves" if options.serves else "Runs"
    return {
        "apiVersion": "v2",
        "name": options.title,
        "description": f"{what} {options.title}",
        "type": "application",
        "version": options.chart_version,
        "appVersion": Quoted(_tag(options)),
        "kubeVersion": f">={version('kubernetes-oldest')}.0-0",  # the pods sleep before they stop, which older ones cannot
    }


def _tag(options: Options) -> str:
    tag = options.full_image.partition("@")[0].rpartition(":")[2]
    return "0.1.0" if "/" in tag or tag == options.full_image.partition("@")[0] else tag
