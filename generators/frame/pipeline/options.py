"""The options that all pipelines share; each system adds its own."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator

from generators.frame import values
from generators.frame.grammar import refusal
from generators.frame.options import GeneratorOptions, option
from generators.frame.pipeline import wants, words
from generators.frame.pipeline.grammars import GitPattern, PathPattern, Place, Service, Title
from generators.frame.pipeline.stages import does, slug, stages_added_in, stages_in
from generators.frame.pipeline.tools import Tool, tools_in, tools_refused_in
from generators.frame.schedule import schedule_in

_SCAN = ("trivy", "vulnerabilit*", "image scan*", "scan the image", "podatnosc*", "skan* obraz*")
_EVERYTHING = ("stages", "tools", "train", "dvc", "image", "build", "deploy")


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _latest(services: tuple[str, ...]) -> tuple[str, ...]:
    # "postgres", and later "postgres 16 instead": the last word on a service counts.
    return tuple({service.partition(":")[0]: service for service in services}.values())


class PipelineOptions(GeneratorOptions):
    """What people vary in a pipeline: which checks, on what, when, and what happens with the result."""

    stages: tuple[Title, ...] | None = option(
        None,
        "Stages by name, in order; without them the other options decide.",
        pl="Etapy po nazwie, w kolejności; bez nich decydują pozostałe opcje.",
        read=stages_in,
        max_length=15,
        min_length=1,
    )
    more_stages: tuple[Title, ...] = option(
        (), "Stages besides those that there are.", pl="Etapy oprócz tych, które już są.", read=stages_added_in, max_length=10
    )
    tools: tuple[Tool, ...] | None = option(
        None,
        "Checks that run; without them ruff, mypy and pytest, or none when something else is asked for.",
        pl="Uruchamiane sprawdzenia; bez nich ruff, mypy i pytest albo żadne, gdy chodzi o coś innego.",
        read=tools_in,
    )
    without: tuple[Tool, ...] = option((), "Checks to leave out.", pl="Sprawdzenia do pominięcia.", read=tools_refused_in)
    python: Annotated[tuple[values.PythonVersion, ...], BeforeValidator(_listed)] = option(
        ("3.12",),
        "Python versions; the tests run on each.",
        pl="Wersje Pythona; testy działają na każdej.",
        read=words.pythons_in,
        min_length=1,
        max_length=5,
    )
    packages: Literal["pip", "uv", "poetry"] = option(
        "pip",
        "What installs the packages.",
        pl="Czym instalowane są pakiety.",
        words={"pip": ("requirements.txt",), "uv": ("uv.lock",), "poetry": ("poetry.lock",)},
    )
    requirements: Place = option(
        "requirements.txt", "File with the packages for pip.", pl="Plik z pakietami dla pip.", read=words.requirements_in
    )
    folder: Place | None = option(
        None, "Folder of the project in a monorepo.", pl="Folder projektu w monorepo.", read=words.folder_in
    )
    source: Place | None = option(
        None,
        "Package or folder that is checked and measured.",
        pl="Pakiet lub folder, który jest sprawdzany i mierzony.",
        read=words.source_in,
    )
    tests: Place | None = option(None, "Folder or file of the tests.", pl="Folder lub plik testów.", read=words.tests_path_in)
    coverage: bool = option(
        False, "Measure the coverage of the tests.", pl="Mierz pokrycie testami.", cues=("coverage", "pokryci*", "pytest-cov")
    )
    min_coverage: int | None = option(
        None, "Least coverage in percent.", pl="Najmniejsze pokrycie w procentach.", cues=("coverage", "pokryci*"), ge=1, le=100
    )
    branches: tuple[GitPattern, ...] | None = option(
        None,
        "Branches that the pipeline serves; main without it.",
        pl="Gałęzie, które obsługuje potok; bez tego main.",
        read=words.branches_in,
        min_length=1,
        max_length=10,
    )
    tags: tuple[GitPattern, ...] = option(
        (),
        "Git tags that start it, such as v*.",
        pl="Znaczniki Gita, które go uruchamiają, na przykład v*.",
        read=words.tags_in,
        max_length=5,
    )
    paths: tuple[PathPattern, ...] = option(
        (),
        "Files and folders whose change starts it.",
        pl="Pliki i foldery, których zmiana go uruchamia.",
        read=words.paths_in,
        max_length=20,
    )
    services: Annotated[tuple[Service, ...], AfterValidator(_latest)] = option(
        (),
        "Services beside the tests, such as postgres:15.",
        pl="Usługi obok testów, na przykład postgres:15.",
        read=words.services_in,
        max_length=5,
    )
    database: values.Identifier = option(
        "test", "Name of the service's database.", pl="Nazwa bazy w usłudze.", read=words.database_in
    )
    build: bool = option(False, "Build a container image.", pl="Zbuduj obraz kontenera.", read=wants.builds_in)
    push: bool = option(True, "Push the image to its registry.", pl="Wypchnij obraz do rejestru.", read=wants.pushes_in)
    scan: bool = option(False, "Scan the image for vulnerabilities.", pl="Przeskanuj obraz w poszukiwaniu podatności.", cues=_SCAN)
    image: values.Repository | None = option(
        None, "Name of the image without a tag.", pl="Nazwa obrazu bez znacznika.", read=wants.image_in
    )
    dockerfile: Place = option("Dockerfile", "The Dockerfile.", pl="Plik Dockerfile.", read=words.dockerfile_in)
    region: values.Region = option("eu-central-1", "AWS region.", pl="Region AWS.")
    train: bool = option(False, "Train a model.", pl="Wytrenuj model.", read=wants.trains_in)
    script: Place = option("train.py", "The script that trains.", pl="Skrypt, który trenuje.", read=wants.script_in)
    dvc: Literal["pull", "repro"] | None = option(
        None,
        "Fetch the data with DVC, or reproduce its whole pipeline.",
        pl="Pobierz dane przez DVC albo odtwórz cały jego potok.",
        words={"pull": ("dvc pull", "dvc"), "repro": ("dvc repro", "reproduce", "repro", "odtworz*")},
        read=wants.dvc_in,
    )
    test_model: bool = option(
        False, "Test after the training, on its result.", pl="Testuj po treningu, na jego wyniku.", read=wants.tests_model_in
    )
    metrics: Place = option(
        "metrics.json", "File with the metrics of a training.", pl="Plik z metrykami treningu.", read=wants.metrics_in
    )
    mlflow: bool = option(False, "Track runs in MLflow.", pl="Śledź przebiegi w MLflow.", cues=("mlflow*",))
    secrets: tuple[values.EnvName, ...] = option(
        (),
        "Secrets that jobs read from the environment.",
        pl="Sekrety, które zadania czytają ze środowiska.",
        read=wants.secrets_in,
        max_length=10,
    )
    artifacts: tuple[Place, ...] = option(
        (), "Files to keep after the run.", pl="Pliki do zachowania po przebiegu.", read=wants.artifacts_in, max_length=10
    )
    deploy: Literal["kubectl", "kustomize", "helm", "sagemaker", "ansible", "ssh", "script"] | None = option(
        None, "What deploys.", pl="Czym wdrażać.", read=wants.deploy_in
    )
    deployment: values.DnsLabel | None = option(
        None,
        "Name of the deployment, release or endpoint; the image's without it.",
        pl="Nazwa deploymentu, wydania lub endpointu; bez tego nazwa obrazu.",
        read=wants.deployment_in,
    )
    namespace: values.DnsLabel | None = option(
        None, "Kubernetes namespace.", pl="Przestrzeń nazw Kubernetesa.", cues=("namespace*", "przestrzen* nazw")
    )
    manifests: Place | None = option(
        None,
        "Manifests, overlay, chart, playbook or script that deploys.",
        pl="Manifesty, nakładka, chart, playbook lub skrypt wdrożenia.",
        read=wants.manifests_in,
    )
    host: values.Hostname = option(
        "ml.example.com", "Server for a deployment by SSH.", pl="Serwer dla wdrożenia przez SSH.", read=wants.host_in
    )
    environments: tuple[values.Name, ...] = option(
        ("production",),
        "Environments to deploy to, in order.",
        pl="Środowiska wdrożenia, w kolejności.",
        read=wants.environments_in,
        min_length=1,
        max_length=4,
    )
    timeout: int | None = option(
        None,
        "Minutes after which a job is stopped; without it 30, or 120 for a training.",
        pl="Po ilu minutach zadanie jest przerywane; bez tego 30, a dla treningu 120.",
        ge=1,
        le=360,
        read=words.timeout_in,
    )
    schedule: values.Cron | None = option(
        None, "Cron line of regular runs.", pl="Linia crona regularnych przebiegów.", read=schedule_in
    )

    @property
    def workload(self) -> str:
        """What the deployment, release or endpoint is called."""
        return self.deployment or (slug(self.image.rpartition("/")[2])[:63].rstrip("-") if self.image else "api")

    @property
    def minutes_of_training(self) -> int:
        """The time limit of a training, which takes longer than checks."""
        return self.timeout or 120

    @property
    def minutes(self) -> int:
        """The time limit of all other jobs."""
        return self.timeout or 30

    @property
    def builds_image(self) -> bool:
        """Whether an image is built: asked for, or among the stages."""
        return (
            self.build or self.scan or any(does(stage) in ("build", "push") for stage in (*(self.stages or ()), *self.more_stages))
        )

    @model_validator(mode="after")
    def _fits(self) -> "PipelineOptions":
        if self.min_coverage is not None and "pytest" in self.without:
            raise refusal("min_coverage needs pytest, which is left out", "min_coverage wymaga pytest, który jest pominięty")
        if self.deploy == "sagemaker" and self.scan and not self.push:
            raise refusal("the image must be pushed to be deployed", "obraz musi być wypchnięty, aby go wdrożyć")
        return self
