"""Helm's own lint and rendering of a chart, with its values, with each other values file, and with every optional part switched on.

The rendered objects then pass the checks of any manifest.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks import helm_chart, kubernetes_rules, kubernetes_schema
from generators.checks.documents import documents
from generators.checks.problem import Problem
from generators.checks.programs import find_program, run
from generators.frame.dump import to_yaml

TOOL = "helm"
HEAVY = True


def version() -> str:
    """Its version."""
    return run(find_program("helm"), "version", "--template", "{{.Version}}", folder=Path.cwd()).stdout.strip().removeprefix("v")


def wants(path: str, text: str) -> bool:
    """The files of a chart."""
    return helm_chart.wants(path, text)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What lint and rendering say of each chart; Helm does not tell which file is at fault, so Chart.yaml stands for it."""
    charts = [path for path in paths if PurePosixPath(path).name == "Chart.yaml"]
    return [Problem(path, message) for path in charts for message in _of_chart(folder / PurePosixPath(path).parent)]


def _of_chart(chart: Path) -> list[str]:
    values = chart / "values.yaml"
    defaults: Any = next(iter(documents(chart, values.name)), {}) if values.is_file() else {}
    with tempfile.TemporaryDirectory(prefix="sternik-helm-") as name:
        everything = Path(name, "everything-on.yaml")
        everything.write_text(to_yaml(_switched_on(defaults)), encoding="utf-8")
        runs = [[], *(["--values", str(other)] for other in (*sorted(chart.glob("values-*.yaml")), everything))]
        return [*_linted(chart), *(message for extra in runs for message in _rendered(chart, extra, Path(name)))]


def _switched_on(values: Any) -> Any:
    if isinstance(values, dict):
        # A volume for one node and an autoscaler do not go together: who wants both leaves the mode to the chart.
        set_here = {"enabled": True, "accessMode": ""}
        return {key: set_here.get(key, _switched_on(value)) for key, value in values.items()}
    return values


def _linted(chart: Path) -> Iterator[str]:
    said = run(find_program("helm"), "lint", "--strict", str(chart), folder=chart, heavy=True)
    if said.returncode:
        yield (said.stdout + said.stderr).strip()


def _rendered(chart: Path, extra: list[str], place: Path) -> Iterator[str]:
    said = run(find_program("helm"), "template", "release", str(chart), *extra, folder=chart, heavy=True)
    if said.returncode:
        yield said.stderr.strip()
        return
    (place / "rendered.yaml").write_text(said.stdout, encoding="utf-8")
    for fault in (*kubernetes_schema.check(place, ["rendered.yaml"]), *kubernetes_rules.check(place, ["rendered.yaml"])):
        yield f"{PurePosixPath(*extra[1:]).name} {fault.message}".strip()
