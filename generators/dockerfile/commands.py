"""How each sort of application is started."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.dockerfile import Options

PORT = {"fastapi": 8000, "flask": 8000, "django": 8000, "streamlit": 8501, "gradio": 7860, "notebook": 8888}
HEALTH = {
    "fastapi": "/health",
    "flask": "/health",
    "django": "/health",
    "streamlit": "/_stcore/health",
    "gradio": "/",
    "notebook": "/api",
}
DEFAULT_FILE = {
    "django": "config/wsgi.py",
    "streamlit": "app.py",
    "gradio": "app.py",
    "worker": "worker.py",
    "celery": "worker.py",
    "training": "train.py",
}
_SERVER = {"fastapi": "uvicorn", "flask": "gunicorn", "django": "gunicorn"}


def command(options: "Options", file: str, port: int | None) -> list[str]:
    """The command line, as a list: a shell in between would not pass on the signal to stop."""
    return [*_program(options, file, port), *options.arguments]


def _program(options: "Options", file: str, port: int | None) -> list[str]:
    module = file.removesuffix(".py").strip("/").replace("/", ".")
    match options.app:
        case "fastapi" | "flask" | "django":
            return _served(options, module, port)
        case "streamlit":
            return ["streamlit", "run", file, "--server.address=0.0.0.0", f"--server.port={port}", "--server.headless=true"]
        case "celery":
            return ["celery", "--app", module, "worker", "--loglevel=info", *_count("--concurrency", options.workers)]
        case "notebook":
            return ["jupyter", "lab", "--ip=0.0.0.0", f"--port={port}", "--no-browser"]
    return ["python", file]


def _served(options: "Options", module: str, port: int | None) -> list[str]:
    variable = options.variable or ("application" if options.app == "django" else "app")
    server = options.server or _SERVER[options.app]
    if server == "uvicorn":
        interface = [] if options.app == "fastapi" else ["--interface", "wsgi"]
        return [
            "uvicorn",
            f"{module}:{variable}",
            "--host",
            "0.0.0.0",
            "--port",
            str(port),
            *interface,
            *_count("--workers", options.workers),
        ]
    kind = ["--worker-class", "uvicorn_worker.UvicornWorker"] if options.app == "fastapi" else []
    # gunicorn's heartbeat file on a disk can block its workers; /dev/shm is memory.
    shared = ["--worker-tmp-dir", "/dev/shm"]
    return ["gunicorn", "--bind", f"0.0.0.0:{port}", *kind, *_count("--workers", options.workers), *shared, f"{module}:{variable}"]


def _count(flag: str, number: int | None) -> list[str]:
    return [] if number is None else [flag, str(number)]
