"""A Dockerfile for a Python service, training job or notebook, with its .dockerignore."""

from typing import Literal

from pydantic import model_validator

from generators.dockerfile import reading, reading_content, reading_image
from generators.dockerfile.commands import DEFAULT_FILE, HEALTH, PORT, command
from generators.dockerfile.reasons import WHY
from generators.dockerfile.stages import Stages
from generators.frame import Files, GeneratorOptions, fill, option, refusal, values

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Dockerfile dla usługi w Pythonie, treningu lub notatnika, razem z .dockerignore."
CUES = (
    "dockerfile*",
    "containerfile*",
    "dockerignore",
    "obraz docker*",
    "obraz dla",
    "docker image",
    "container image for",
    "dockeriz*",
    "dockeris*",
    "zdockeryz*",
    "konteneryz*",
    "skonteneryz*",
    "containeriz*",
    "containeris*",
)
ABOUT = ()

App = Literal["fastapi", "flask", "django", "streamlit", "gradio", "worker", "celery", "training", "notebook"]


class Options(GeneratorOptions):
    """What varies between images; the rest is what every image should do."""

    app: App = option("fastapi", "What runs in the container.", pl="Co działa w kontenerze.", read=reading.app)
    python: values.PythonVersion | None = option(
        None,
        "Python version; 3.12 when nothing is said, with conda the one of environment.yml.",
        pl="Wersja Pythona; bez podania 3.12, a z condą ta z environment.yml.",
    )
    packages: Literal["pip", "uv", "poetry", "conda"] = option(
        "pip", "What installs the packages.", pl="Czym instalowane są pakiety.", read=reading.packages
    )
    requirements: values.Path | None = option(
        None,
        "The file with the packages, such as requirements/prod.txt or environment.yml.",
        pl="Plik z pakietami, na przykład requirements/prod.txt lub environment.yml.",
        read=reading.requirements,
    )
    extras: tuple[values.Name, ...] = option(
        (),
        "Extras or dependency groups of pyproject.toml to install, with uv and poetry.",
        pl="Dodatki lub grupy zależności z pyproject.toml do zainstalowania, z uv i poetry.",
        read=reading.extras,
        max_length=8,
    )
    file: values.Path | None = option(
        None, "The file that is run, such as app/main.py.", pl="Uruchamiany plik, na przykład app/main.py.", read=reading.file
    )
    variable: values.Identifier | None = option(
        None,
        "Name of the application in that file, as in main:app.",
        pl="Nazwa aplikacji w tym pliku, jak w main:app.",
        read=reading.variable,
    )
    arguments: tuple[values.Text, ...] = option(
        (), "Arguments of the program.", pl="Argumenty programu.", read=reading.arguments, max_length=20
    )
    entrypoint: bool = option(
        False,
        "Make the program the entry point, so that `docker run IMAGE --epochs 5` replaces only its arguments.",
        pl="Program jako punkt wejścia, aby `docker run OBRAZ --epochs 5` zmieniało tylko jego argumenty.",
        cues=("entrypoint*", "entry point*", "punkt* wejscia"),
    )
    server: Literal["uvicorn", "gunicorn"] | None = option(
        None,
        "Server of the application; uvicorn for FastAPI and gunicorn for Flask and Django when nothing is said.",
        pl="Serwer aplikacji; bez podania uvicorn dla FastAPI, a gunicorn dla Flaska i Django.",
        words={"gunicorn": ("gunicorn*",), "uvicorn": ("uvicorn*",)},
    )
    workers: int | None = option(
        None,
        "Processes of the server.",
        pl="Procesy serwera.",
        ge=1,
        le=64,
        cues=("workers", "workerow", "workery", "workerami", "procesow", "procesy", "procesami", "processes"),
    )
    port: values.Port | None = option(
        None, "Port that the service listens on.", pl="Port, na którym słucha usługa.", cues=("port*",)
    )
    healthcheck: bool = option(
        True,
        "Check that the service answers.",
        pl="Sprawdzaj, czy usługa odpowiada.",
        cues=("healthcheck*", "health check*", "health-check*", "sprawdzani* zdrowia"),
    )
    health: values.UrlPath | None = option(
        None,
        "Path that answers when the service is healthy.",
        pl="Ścieżka, która odpowiada, gdy usługa działa.",
        cues=("health*", "ready*", "ping"),
    )
    gpu: bool = option(False, "Use the GPU: a CUDA base image.", pl="Użyj GPU: obraz bazowy z CUDA.", read=reading_image.gpu)
    cuda: Literal["11.8", "12.1", "12.4", "12.6", "12.8"] | None = option(
        None, "CUDA version of the base image.", pl="Wersja CUDA w obrazie bazowym.", read=reading_image.cuda
    )
    base: values.PinnedImage | None = option(
        None,
        "Base image instead of the usual one, such as registry.example.com/ml/base:1.0.",
        pl="Obraz bazowy zamiast zwykłego, na przykład registry.example.com/ml/base:1.0.",
        read=reading_image.base,
    )
    apt: tuple[values.DebianPackage, ...] = option(
        (),
        "System packages that the program needs.",
        pl="Pakiety systemowe, których wymaga program.",
        read=reading_image.system_packages,
        max_length=20,
    )
    multi_stage: bool = option(
        True,
        "Install in a first stage, so that its tools stay out of the image.",
        pl="Instaluj w osobnym etapie, aby jego narzędzia nie trafiły do obrazu.",
        read=reading_image.multi_stage,
    )
    folders: tuple[values.Path, ...] = option(
        (),
        "Folders and files that are copied into the image; everything when nothing is said.",
        pl="Katalogi i pliki kopiowane do obrazu; bez podania wszystkie.",
        read=reading_content.folders,
        max_length=12,
    )
    model: values.Path | None = option(
        None, "A model file that belongs into the image.", pl="Plik modelu, który ma być w obrazie.", read=reading_content.model
    )
    ignore: tuple[values.Glob, ...] = option(
        (),
        "What else must stay out of the build.",
        pl="Co jeszcze ma nie trafić do budowania.",
        read=reading_content.ignored,
        max_length=20,
    )
    workdir: values.AbsolutePath = option(
        "/app",
        "Working directory in the container.",
        pl="Katalog roboczy w kontenerze.",
        cues=("workdir", "working dir*", "katalog* robocz*"),
    )
    user: int = option(
        10001,
        "Number of the user that runs the program; never root.",
        pl="Numer użytkownika, który uruchamia program; nigdy root.",
        ge=1,
        le=65534,
        cues=("uid", "user id", "user with id", "uzytkownik* o id", "uzytkownik* o uid", "uid:"),
    )
    env: dict[values.EnvName, values.Text] = option(
        {},
        "Environment variables in the image; secrets are refused, because everyone who has the image can read them.",
        pl="Zmienne środowiskowe w obrazie; sekrety są odrzucane, bo odczyta je każdy, kto ma obraz.",
        read=reading_content.environment,
        max_length=20,
    )
    private_index: bool = option(
        False,
        "Install from a private package index, with its address or password as a build secret.",
        pl="Instaluj z prywatnego indeksu pakietów, z adresem lub hasłem jako sekretem budowania.",
        read=reading_content.private_index,
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        if self.requirements and self.packages == "poetry":
            raise refusal(
                "poetry reads pyproject.toml and poetry.lock; requirements is for pip, uv and conda",
                "poetry czyta pyproject.toml i poetry.lock; requirements jest dla pip, uv i conda",
            )
        if self.packages == "conda" and "alpine" in (self.base or ""):
            raise refusal(
                "conda packages do not run on Alpine, which has another C library; choose a Debian or Ubuntu base",
                "pakiety condy nie działają na Alpine, który ma inną bibliotekę C; wybierz bazę Debian lub Ubuntu",
            )
        secret = next((name for name in self.env if reading_content.is_secret(name)), None)
        if secret:
            raise refusal(
                f"{secret} looks like a secret and would stay readable in the image; give it when the container starts, "
                f"as in docker run --env {secret}",
                f"{secret} wygląda na sekret i dałoby się go odczytać z obrazu; podaj go przy starcie kontenera, "
                f"jak w docker run --env {secret}",
            )
        broken = next((name for name, value in self.env.items() if value.endswith("\\")), None)
        if broken:
            raise refusal(
                f"`env`: {broken} ends with a backslash, where parsers disagree; set it when the container starts",
                f"`env`: {broken} kończy się odwrotnym ukośnikiem, a tu parsery się różnią; ustaw ją przy starcie",
            )
        return self


def render(options: Options) -> Files:
    """The Dockerfile and what must stay out of its build."""
    port = options.port or PORT.get(options.app)
    file = (options.file or DEFAULT_FILE.get(options.app, "main.py")).removeprefix("./")
    health = (options.health or HEALTH.get(options.app)) if options.healthcheck else None
    stages = Stages(options, file)
    docker = fill(
        "dockerfile/Dockerfile",
        options=options,
        stages=stages,
        port=port,
        health=health,
        command=command(options, file, port),
        gradio_port=port if options.app == "gradio" else None,
    )
    ignore = fill("dockerfile/dockerignore", options=options, wanted=stages.wanted)
    return {"Dockerfile": docker, ".dockerignore": ignore}
