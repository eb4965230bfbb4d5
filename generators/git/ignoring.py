"""What Git does not track, by the tools of a project."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.git import Options

# Title of a section, its patterns.
SECTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "python": (
        "Python",
        (
            "__pycache__/",
            "*.py[cod]",
            ".venv/",
            "venv/",
            "build/",
            "dist/",
            "*.egg-info/",
            ".pytest_cache/",
            ".mypy_cache/",
            ".ruff_cache/",
            ".coverage",
            ".coverage.*",
            "htmlcov/",
        ),
    ),
    "jupyter": ("Notebooks", (".ipynb_checkpoints/",)),
    "mlflow": ("MLflow runs and artifacts", ("mlruns/", "mlartifacts/", "mlflow.db")),
    "dvc": ("DVC keeps these for itself", ("/.dvc/cache/", "/.dvc/tmp/", "/.dvc/config.local")),
    "wandb": ("Weights & Biases", ("wandb/",)),
    "lightning": ("Training logs and checkpoints", ("lightning_logs/", "runs/", "checkpoints/", "*.ckpt")),
    "terraform": (
        "Terraform: the state holds secrets, the lock file is committed",
        (".terraform/", "*.tfstate", "*.tfstate.*", "*.tfvars", "!*.tfvars.example", "*.tfplan", "crash.log"),
    ),
    "airflow": ("Airflow", ("airflow.db", "airflow.cfg", "logs/", "airflow-webserver.pid")),
    "node": ("Node.js", ("node_modules/", "npm-debug.log*")),
    "editors": ("Editors", (".idea/", ".vscode/", "*.swp")),
    "systems": ("Operating systems", (".DS_Store", "Thumbs.db")),
}
_SECRETS = (".env", ".env.*", "!.env.example", "*.pem", "*.key", "credentials.json", "secrets/")


def gitignore(options: "Options") -> str:
    """The whole file: secrets first, because they are what must never be committed."""
    parts: list[tuple[str, tuple[str, ...]]] = [("Secrets", _SECRETS)]
    parts += [SECTIONS[tool] for tool in SECTIONS if tool in options.tools]
    folders = ignored_folders(options)
    if folders:
        lines = tuple(line for folder in folders for line in _folder(folder, options))
        parts.append(
            (
                "Data and models are kept outside Git"
                if "dvc" not in options.tools
                else "DVC tracks these; Git keeps its .dvc files",
                lines,
            )
        )
    if options.ignore:
        parts.append(("Of this project", tuple(dict.fromkeys(options.ignore))))
    return "\n".join(f"# {title}\n" + "".join(f"{line}\n" for line in lines) for title, lines in parts)


def ignored_folders(options: "Options") -> list[str]:
    """Folders of data; one whose files go to LFS is tracked."""
    wanted = ("data", "models") if options.folders is None else options.folders
    folders = [folder.removeprefix("./").rstrip("/") for folder in wanted]
    if options.folders is None and options.lfs:
        folders.remove("models")
    return list(dict.fromkeys(folders))


def _folder(folder: str, options: "Options") -> list[str]:
    kept = [path.removeprefix("./").rstrip("/") for path in options.keep]
    kept = [path for path in kept if PurePosixPath(path).is_relative_to(folder) and path != folder]
    dvc = [f"!/{folder}/**/*.dvc", f"!/{folder}/**/.gitignore"] if "dvc" in options.tools else []
    if not kept and not dvc:
        return [f"/{folder}/"]
    # Git does not look into an ignored folder, so the folders below stay and only their files are ignored.
    return [f"/{folder}/**", f"!/{folder}/**/", *dvc, *(f"!/{path}" for path in kept)]
