"""Resources of KServe and Seldon Core against our own schemas, and those against the projects' own where they lie beside us."""

import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from jsonschema import Draft202012Validator
from kubernetes_samples import broken, written
from shared_samples import SHARED, shared_samples

from generators import generate
from generators.checks import kserve, seldon

ROOT = Path(__file__).parents[3]
SERVICE = """\
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: churn
  annotations: {serving.kserve.io/deploymentMode: Knative}
spec:
  predictor:
    minReplicas: 1
    maxReplicas: 4
    scaleMetric: concurrency
    canaryTrafficPercent: 10
    model:
      modelFormat: {name: sklearn}
      storageUri: s3://models/churn/1
      resources: {limits: {memory: 1Gi}}
"""
DEPLOYMENT = """\
apiVersion: machinelearning.seldon.io/v1
kind: SeldonDeployment
metadata: {name: churn}
spec:
  protocol: v2
  predictors:
    - name: main
      traffic: 90
      graph: {name: model, implementation: SKLEARN_SERVER, modelUri: s3://m/churn/1}
      componentSpecs:
        - spec: {containers: [{name: model, resources: {limits: {memory: 1Gi}}}]}
    - name: canary
      traffic: 10
      graph: {name: model, implementation: SKLEARN_SERVER, modelUri: s3://m/churn/2}
"""
SECOND = """\
apiVersion: mlops.seldon.io/v1alpha1
kind: Model
metadata: {name: churn}
spec: {storageUri: s3://m/churn/1, requirements: [sklearn], memory: 200Mi}
---
apiVersion: mlops.seldon.io/v1alpha1
kind: Model
metadata: {name: drift}
spec: {storageUri: s3://m/drift/1, requirements: [sklearn]}
---
apiVersion: mlops.seldon.io/v1alpha1
kind: Pipeline
metadata: {name: both}
spec:
  steps: [{name: churn}, {name: drift, inputs: [churn.outputs]}]
  output: {steps: [drift]}
---
apiVersion: mlops.seldon.io/v1alpha1
kind: Experiment
metadata: {name: trial}
spec:
  default: churn
  candidates: [{name: churn, weight: 90}, {name: drift, weight: 10}]
"""
FAULTS = [
    (kserve, SERVICE, "storageUri:", "storageURI:", "'storageURI' was unexpected"),
    (kserve, SERVICE, "modelFormat: {name: sklearn}", "modelFormat: sklearn", "is not of type 'object'"),
    (kserve, SERVICE, "name: sklearn", "name: scikit", "'scikit' is not one of"),
    (kserve, SERVICE, "canaryTrafficPercent: 10", "canaryTrafficPercent: 110", "maximum of 100"),
    (kserve, SERVICE, "maxReplicas: 4", "maxReplicas: 4\n    replicas: 2", "'replicas' was unexpected"),
    (kserve, SERVICE, "minReplicas: 1", "minReplicas: 5", "minReplicas 5 is more than maxReplicas 4"),
    (kserve, SERVICE, "deploymentMode: Knative", "deploymentMode: Standard", "only Knative scales by concurrency"),
    (kserve, SERVICE, "    model:", "    containers: [{name: kserve-container, image: a}]\n    model:", "a model or containers"),
    (kserve, SERVICE, "{memory: 1Gi}", "[memory]", "is not of type 'object'"),
    (seldon, DEPLOYMENT, "modelUri", "modelURI", "'modelURI' was unexpected"),
    (seldon, DEPLOYMENT, "SKLEARN_SERVER", "SKLEARN_SERVR", "'SKLEARN_SERVR' is not one of"),
    (seldon, DEPLOYMENT, "traffic: 10", "traffic: 20", "adds up to 110"),
    (seldon, DEPLOYMENT, "containers: [{name: model,", "containers: [{name: classifier,", "classifier is no node of the graph"),
    (seldon, DEPLOYMENT, "name: canary", "name: main", "two predictors have one name"),
    (seldon, DEPLOYMENT, ", modelUri: s3://m/churn/2", "", "needs a modelUri"),
    (seldon, DEPLOYMENT, "protocol: v2", "protocol: v3", "'v3' is not one of"),
    (seldon, SECOND, "requirements: [sklearn], memory", "requirements: sklearn, memory", "is not of type 'array'"),
    (seldon, SECOND, "inputs: [churn.outputs]", "inputs: [chur.outputs]", "chur.outputs is no step of this pipeline"),
    (seldon, SECOND, "steps: [{name: churn}", "steps: [{name: chur}", "there is no Model chur"),
    (seldon, SECOND, "default: churn", "default: other", "the default other is no candidate"),
    (seldon, SECOND, "kind: Experiment", "kind: Experimnt", "no Experimnt in mlops.seldon.io/v1alpha1 is known"),
]


@pytest.mark.parametrize(("validator", "text"), [(kserve, SERVICE), (seldon, DEPLOYMENT), (seldon, SECOND)])
def test_good_resources_pass(tmp_path: Path, validator: ModuleType, text: str) -> None:
    assert validator.wants("a.yaml", text) and not validator.wants("a.txt", text)
    assert validator.check(tmp_path, written(tmp_path, text)) == []


@pytest.mark.parametrize(("validator", "text", "old", "new", "message"), FAULTS, ids=[fault[4] for fault in FAULTS])
def test_a_fault_is_found_with_its_line(tmp_path: Path, validator: ModuleType, text: str, old: str, new: str, message: str) -> None:
    found = validator.check(tmp_path, written(tmp_path, broken(old, new, text)))
    assert any(message in problem.message and problem.line for problem in found), found


@pytest.mark.parametrize("sample", [*shared_samples("kserve"), *shared_samples("seldon"), *shared_samples("seldonv2")])
def test_they_agree_with_the_shared_samples(sample: Path) -> None:
    validator = kserve if sample.parent.name == "kserve" else seldon
    assert bool(validator.check(sample.parent, [sample.name])) is sample.name.startswith("broken")


PROJECTS = {
    "InferenceService": "kserve/inferenceservice_v1beta1.json",
    "SeldonDeployment": "seldon/seldondeployment_v1.json",
    "Model": "seldon-v2/model_v1alpha1.json",
    "Pipeline": "seldon-v2/pipeline_v1alpha1.json",
    "Experiment": "seldon-v2/experiment_v1alpha1.json",
    "Server": "seldon-v2/server_v1alpha1.json",
}


@pytest.mark.skipif(not (SHARED / "schemas").is_dir(), reason="no schemas beside the repository")
@pytest.mark.parametrize("kind", ["kserve", "seldon"])
def test_the_projects_own_schemas_accept_what_we_generate(kind: str) -> None:
    for options in sorted((ROOT / "tests" / "golden" / kind).glob("*/options.yaml")):
        made = generate(kind, yaml.safe_load(options.read_text(encoding="utf-8")))
        for document in (one for file in made.files for one in yaml.safe_load_all(file.content)):
            if document["kind"] in PROJECTS:
                rules = json.loads((SHARED / "schemas" / PROJECTS[document["kind"]]).read_text(encoding="utf-8"))
                assert list(Draft202012Validator(rules).iter_errors(document)) == [], options
