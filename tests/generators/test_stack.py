"""A set of files agrees with itself, and the check that says so can say no."""

import pytest
import yaml

from errors import BadOption
from generators import check_files, generate

SET = ["dockerfile", "compose", "kubernetes", "github-actions", "prometheus"]


def files_of(**options: object) -> dict[str, str]:
    return {file.path: file.content for file in generate("stack", options).files}


def complaints(files: dict[str, str]) -> list[str]:
    verdicts = [check for checks in check_files(files).values() for check in checks if check.tool == "own check: agreement"]
    assert verdicts, "nothing was compared"
    return [check.detail for check in verdicts if check.passed is not True]


def test_all_parts_share_name_image_and_port() -> None:
    files = files_of(name="titles", port=7000, image="ghcr.io/acme/titles", include=SET)
    assert "EXPOSE 7000" in files["Dockerfile"]
    compose = yaml.safe_load(files["compose.yaml"])
    assert compose["services"]["titles"]["ports"] == ["7000:7000"] and "prometheus" in compose["services"]
    manifest = next(d for d in yaml.safe_load_all(files["k8s/titles.yaml"]) if d["kind"] == "Deployment")
    container = manifest["spec"]["template"]["spec"]["containers"][0]
    assert container["image"].startswith("ghcr.io/acme/titles:") and container["ports"][0]["containerPort"] == 7000
    targets = [
        t
        for job in yaml.safe_load(files["prometheus/prometheus.yml"])["scrape_configs"]
        for s in job["static_configs"]
        for t in s["targets"]
    ]
    assert "titles:7000" in targets
    assert "acme/titles" in next(text for path, text in files.items() if path.startswith(".github/workflows/"))
    assert complaints(files) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "complaint"),
    [
        ("Dockerfile", "EXPOSE 7000", "EXPOSE 7001", "Dockerfile exposes 7001"),
        ("k8s/titles.yaml", "containerPort: 7000", "containerPort: 7002", "listens on 7002"),
        ("k8s/titles.yaml", "image: ghcr.io/acme/titles", "image: ghcr.io/acme/other", "pushes ghcr.io/acme/other"),
        ("prometheus/prometheus.yml", "titles:7000", "title:7000", "no service of the set is called title"),
        ("compose.yaml", "./prometheus/prometheus.yml", "./prom/prometheus.yml", "but the set has prometheus/prometheus.yml"),
    ],
)
def test_a_set_that_disagrees_is_told_where(path: str, old: str, new: str, complaint: str) -> None:
    files = files_of(name="titles", port=7000, image="ghcr.io/acme/titles", include=SET)
    assert old in files[path]
    said = complaints({**files, path: files[path].replace(old, new)})
    assert any(complaint in text for text in said), said


def test_a_single_file_has_nothing_to_agree_with() -> None:
    assert "own check: agreement" not in {check.tool for file in generate("dockerfile").files for check in file.checks}


def test_a_parts_own_options_are_kept() -> None:
    files = files_of(
        name="titles", parts=[{"kind": "dockerfile", "options": {"port": 9000}}, {"kind": "compose", "options": {"port": 9000}}]
    )
    assert "EXPOSE 9000" in files["Dockerfile"] and '"9000:9000"' in files["compose.yaml"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"parts": [{"kind": "dockerfile", "options": {"port": 99999}}]}, "dockerfile: port: 99999"),
        ({"parts": [{"kind": "dockerfile", "options": {"colour": 1}}]}, "no option 'colour'"),
        ({"parts": [{"kind": "dockerfile"}, {"kind": "dockerfile"}]}, "dockerfile twice"),
        ({"include": []}, "include"),
    ],
)
def test_what_a_part_refuses_the_set_refuses(options: dict[str, object], said: str) -> None:
    with pytest.raises(BadOption) as caught:
        generate("stack", options)
    assert said in str(caught.value) and caught.value.polish
