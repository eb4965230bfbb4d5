"""What examples pin is pinned to one version on all pages, so that a reader of two pages does not get two."""

import re
from collections import defaultdict

from pages import all_pages

# The base of somebody's own image is a choice; these are tools, which a reader runs together.
IMAGE = re.compile(r"\b((?:prom|grafana|jenkins|elastic|apache)/[a-z-]+|busybox|debian):(v?\d[\w.-]*)")
ACTION = re.compile(r"\buses: ([\w-]+/[\w./-]+)@(\S+)")
PACKAGE = re.compile(r"\b(mlflow|mlflow-skinny|feast|kfp|kserve|pytest|psycopg2-binary)(?:\[[\w,]+\])?==([\d.]+)")


def test_images_actions_and_packages_have_one_version() -> None:
    versions: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for page in all_pages().values():
        for example in page.examples:
            for pattern in (IMAGE, ACTION, PACKAGE):
                for name, version in pattern.findall(example.text):
                    versions[name][version].append(example.place)
    assert {name: dict(found) for name, found in versions.items() if len(found) > 1} == {}
    assert {"actions/checkout", "prom/prometheus", "mlflow"} <= versions.keys()
