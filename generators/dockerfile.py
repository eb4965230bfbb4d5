"""A Dockerfile for a Python service, training job or notebook, with its .dockerignore."""

from typing import Literal

from generators.frame import Files, GeneratorOptions, Why, fill, image, option, package, values

POLISH = "Dockerfile dla usługi w Pythonie, treningu lub notatnika, razem z .dockerignore."
CUES = ("dockerfile*", "containerfile*", "obraz docker*", "docker image for", "dockeriz*", "zdockeryz*", "konteneryz*", "containeriz*")
ABOUT = ()

App = Literal["fastapi", "flask", "streamlit", "worker", "training", "notebook"]
_SERVED = {"fastapi": 8000, "flask": 8000, "streamlit": 8501, "notebook": 8888}
_HEALTH = {"fastapi": "/health", "flask": "/health", "streamlit": "/_stcore/health", "notebook": "/api"}
_DEFAULT_FILE = {"streamlit": "app.py", "worker": "worker.py", "training": "train.py"}
_LOCKS = {
    "pip": ("requirements.txt",),
    "uv": ("pyproject.toml", "uv.lock"),
    "poetry": ("pyproject.toml", "poetry.lock"),
    "conda": ("environment.yml",),
}


class Options(GeneratorOptions):
    """What varies between images; the rest is what every image should do."""

    app: App = option(
        "fastapi",
        "What runs in the container.",
        pl="Co działa w kontenerze.",
        words={
            "fastapi": ("fastapi", "fast api"),
            "flask": ("flask*",),
            "streamlit": ("streamlit*",),
            "worker": ("worker*", "celery", "kolejk*", "queue consumer"),
            "training": ("training", "trening*", "trenuj*", "train.py", "train script", "uczeni* modelu", "batch job"),
            "notebook": ("notebook*", "jupyter*", "notatnik*"),
        },
    )
    python: values.PythonVersion = option("3.12", "Python version.", pl="Wersja Pythona.")
    packages: Literal["pip", "uv", "poetry", "conda"] = option(
        "pip",
        "What installs the packages.",
        pl="Czym instalowane są pakiety.",
        words={
            "pip": ("pip", "requirements.txt"),
            "uv": ("uv", "uv.lock"),
            "poetry": ("poetry",),
            "conda": ("conda", "mamba", "micromamba", "environment.yml"),
        },
    )
    file: values.Path | None = option(None, "The file that is run, such as app/main.py.", pl="Uruchamiany plik, na przykład app/main.py.")
    port: values.Port | None = option(None, "Port that the service listens on.", pl="Port, na którym słucha usługa.", cues=("port*",))
    health: values.UrlPath | None = option(
        None, "Path that answers when the service is healthy.", pl="Ścieżka, która odpowiada, gdy usługa działa.", cues=("health*",)
    )
    gpu: bool = option(False, "Use the GPU: a CUDA base image.", pl="Użyj GPU: obraz bazowy z CUDA.", cues=("gpu", "cuda", "kart* graficzn*"))
    apt: tuple[values.DnsLabel, ...] = option(
        (), "Debian packages that the program needs.", pl="Pakiety Debiana, których wymaga program.", cues=("apt", "apt-get"), max_length=20
    )


def render(options: Options) -> Files:
    """The Dockerfile and what must stay out of its build."""
    port = options.port or _SERVED.get(options.app)
    path = options.file or _DEFAULT_FILE.get(options.app, "main.py")
    context = {
        "options": options,
        "port": port,
        "health": options.health or _HEALTH.get(options.app),
        "command": _command(options.app, path, port),
        "locks": _LOCKS[options.packages],
        "base": _base(options),
        "uv": image("uv"),
        "poetry": package("poetry"),
    }
    return {"Dockerfile": fill("dockerfile/Dockerfile", **context), ".dockerignore": fill("dockerfile/dockerignore")}


def _base(options: Options) -> str:
    if options.packages == "conda":
        return image("micromamba-cuda" if options.gpu else "micromamba")
    return image("cuda") if options.gpu else f"{image('python')}:{options.python}-slim"


def _command(app: str, path: str, port: int | None) -> list[str]:
    module = path.removeprefix("./").removesuffix(".py").replace("/", ".")
    match app:
        case "fastapi":
            return ["uvicorn", f"{module}:app", "--host", "0.0.0.0", "--port", str(port)]
        case "flask":
            return ["gunicorn", "--bind", f"0.0.0.0:{port}", f"{module}:app"]
        case "streamlit":
            return ["streamlit", "run", path, "--server.address=0.0.0.0", f"--server.port={port}"]
        case "notebook":
            return ["jupyter", "lab", "--ip=0.0.0.0", f"--port={port}", "--no-browser"]
    return ["python", path]


WHY = (
    Why(
        r"^FROM .* AS build",
        "The first stage has what installing needs; only its result is copied on, so the image stays small.",
        "Pierwszy etap zawiera to, co potrzebne do instalacji; dalej kopiowany jest tylko wynik, więc obraz pozostaje mały.",
        "tools/docker/images-and-layers",
    ),
    Why(
        r"--mount=type=cache",
        "The download cache outlives the build without becoming part of the image.",
        "Pamięć podręczna pobrań przetrwa budowanie, nie stając się częścią obrazu.",
        "tools/docker/images-and-layers",
    ),
    Why(
        r"^USER ",
        "A process that is not root can do less harm; Kubernetes checks `runAsNonRoot` only by a numeric user.",
        "Proces bez uprawnień roota wyrządzi mniej szkód; Kubernetes sprawdza `runAsNonRoot` tylko dla numeru użytkownika.",
        "tools/docker/limits-gpu-security",
    ),
    Why(
        r"^HEALTHCHECK ",
        "Docker and Compose learn from it when the service is ready and when it hangs.",
        "Z tego Docker i Compose wiedzą, kiedy usługa jest gotowa, a kiedy się zawiesiła.",
        "tools/docker/tasks",
    ),
)
