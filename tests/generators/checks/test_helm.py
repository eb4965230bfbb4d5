"""Charts, without Helm and with it."""

from pathlib import Path

import pytest
from helm_here import NEEDS_HELM
from kubernetes_samples import broken

from generators.checks import helm, helm_chart

FILES = {
    "Chart.yaml": "apiVersion: v2\nname: scoring\nversion: 0.1.0\nappVersion: '1.0.0'\n",
    "values.yaml": "replicas: 2\nimage: {repository: registry.example.com/scoring, tag: ''}\ningress: {enabled: false}\nlabels: {}\n",
    "values-prod.yaml": "replicas: 3\nlabels: {team: ml}\n",
    "values.schema.json": '{"type": "object", "properties": {"replicas": {"type": "integer", "maximum": 9}}}\n',
    "templates/_helpers.tpl": '{{- define "scoring.image" -}}\n{{ .Values.image.repository }}:{{ .Chart.AppVersion }}\n{{- end }}\n',
    "templates/deployment.yaml": """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels: {app: scoring}
  template:
    metadata:
      labels:
        app: scoring
        {{- with .Values.labels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      containers:
        - name: api
          image: {{ include "scoring.image" . | quote }}
""",
    "templates/ingress.yaml": """\
{{- if .Values.ingress.enabled }}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: {{ .Release.Name }}}
spec:
  rules:
    - host: scoring.example.com
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: scoring, port: {number: 80}}}}
{{- end }}
""",
}
FAULTS = [
    ("Chart.yaml", "version: 0.1.0", "version: one", "does not match"),
    ("Chart.yaml", "apiVersion: v2", "apiVersion: v1", "'v2' was expected"),
    ("values-prod.yaml", "replicas: 3", "replica: 3", "replica is not in values.yaml"),
    ("values-prod.yaml", "replicas: 3", "replicas: 12", "12 is greater than the maximum of 9"),
    ("templates/deployment.yaml", ".Values.replicas", ".Values.replicaCount", ".Values.replicaCount is not in values.yaml"),
    ("templates/deployment.yaml", '"scoring.image"', '"scoring.img"', "there is no helper scoring.img"),
    ("templates/ingress.yaml", "{{- end }}", "", "this block never ends"),
    ("templates/deployment.yaml", "{{- end }}", "{{- end }}\n        {{- end }}", "end without a beginning"),
    ("templates/deployment.yaml", "{{ .Release.Name }}", "{{ .Release.Name }", "this action never ends"),
]


def chart(folder: Path, path: str = "", old: str = "", new: str = "") -> list[str]:
    for name, text in FILES.items():
        place = folder / "scoring" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(broken(old, new, text) if name == path else text, encoding="utf-8")
    return [f"scoring/{name}" for name in FILES]


def test_a_good_chart_passes(tmp_path: Path) -> None:
    paths = chart(tmp_path)
    assert all(helm_chart.wants(path, "") for path in paths)
    assert helm_chart.check(tmp_path, paths) == []


@pytest.mark.parametrize(("path", "old", "new", "message"), FAULTS, ids=[fault[3] for fault in FAULTS])
def test_a_fault_is_found_in_its_file(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    found = helm_chart.check(tmp_path, chart(tmp_path, path, old, new))
    assert any(problem.path == f"scoring/{path}" and message in problem.message for problem in found), found


@pytest.mark.extras
@NEEDS_HELM
def test_helm_itself_lints_and_renders_it(tmp_path: Path) -> None:
    assert helm.version()[0] in "34"
    assert helm.check(tmp_path, chart(tmp_path)) == []


@pytest.mark.extras
@NEEDS_HELM
@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        ("templates/deployment.yaml", ".Values.replicas", ".Values.missing.replicas", "nil pointer"),
        ("templates/deployment.yaml", "          image:", "          imag:", "'imag' was unexpected"),
        ("values-prod.yaml", "replicas: 3", "replicas: 12", "maximum"),
        ("values-prod.yaml", "team: ml", "team: 'machine learning'", "values-prod.yaml Deployment"),
        ("templates/ingress.yaml", "pathType: Prefix", "pathTyp: Prefix", "everything-on.yaml"),
    ],
)
def test_helm_finds_what_only_rendering_shows(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    found = helm.check(tmp_path, chart(tmp_path, path, old, new))
    assert any(message in problem.message for problem in found), found
