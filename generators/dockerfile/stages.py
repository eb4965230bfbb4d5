"""What the stages of an image are built from and what they copy, by the package manager and the base image."""

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generators.frame import image, package, version

if TYPE_CHECKING:
    from generators.dockerfile import Options

# Images that bring a Python of their own, often with packages that are to stay visible.
_WITH_PYTHON = ("python", "pytorch", "tensorflow", "jupyter", "conda", "mamba")
_CUDA = {"11.8": "cuda-11.8", "12.1": "cuda-12.1", "12.4": "cuda-12.4", "12.6": "cuda-12.6", "12.8": "cuda"}
_COMPILERS = ("gcc", "g++", "clang", "make", "cmake", "build-essential", "pkg-config", "rustc", "cargo", "git", "git-lfs")
_ALSO_AT_RUN_TIME = ("git", "git-lfs")
_LOCKS = {
    "pip": ("requirements.txt",),
    "uv": ("pyproject.toml", "uv.lock"),
    "poetry": ("pyproject.toml", "poetry.lock"),
    "conda": ("environment.yml",),
}
_SECRETS = {
    "pip": "id=index_url,env=PIP_EXTRA_INDEX_URL",
    "uv": "id=index_url,env=UV_INDEX",
    "poetry": "id=netrc,target=/root/.netrc",
    "conda": "id=netrc,target=/home/mambauser/.netrc,uid=57439",
}
# These write beside their code: models, checkpoints, notebooks, the worker's state.
_WRITING = ("training", "notebook", "worker", "celery")


class Stages:
    """The facts that the template needs, each worked out once."""

    def __init__(self, options: "Options", file: str) -> None:
        self._options = options
        self.conda = options.packages == "conda"
        # Without stages the image is micromamba's own; another base needs the environment copied into it.
        self.several = options.multi_stage or (self.conda and bool(options.base or options.gpu or options.cuda))
        self.base = self._base()
        self.copies_all = copies_all(options)
        self.alpine = "alpine" in self.base
        self.own_python = self.conda or any(name in self.base for name in _WITH_PYTHON)
        self.inherits = bool(options.base) and self.own_python and not self.base.startswith("python:")
        self.uses_uv = options.packages == "uv" or (not self.own_python)
        self.python = options.python or version("python")
        self.builder = image("micromamba") if self.conda else self.base
        self.uv, self.poetry = image("uv"), package("poetry")
        self.locks = (options.requirements.removeprefix("./"),) if options.requirements else _LOCKS[options.packages]
        self.secret = f"--mount=type=secret,{_SECRETS[options.packages]}" if options.private_index else ""
        self.writes = options.app in _WRITING
        self.pairs = _copied(options, file)
        self.wanted = {path.split("/")[0] for path, _ in self.pairs} | {file.split("/")[0]} | _notebooks(options)

    def _base(self) -> str:
        options = self._options
        if options.base:
            return options.base
        if options.gpu or options.cuda:
            return image(_CUDA[options.cuda or "12.8"])
        if self.conda:
            return image("micromamba") if not self.several else image("debian")
        return f"{image('python')}:{options.python or version('python')}-slim"

    @property
    def build_packages(self) -> list[str]:
        """System packages that only installing needs; in a single stage all are needed there."""
        return [name for name in self._options.apt if not self.several or name.endswith("-dev") or name in _COMPILERS]

    @property
    def run_packages(self) -> list[str]:
        """System packages of the image itself."""
        if not self.several:
            return []
        building = self.build_packages
        return [name for name in self._options.apt if name not in building or name in _ALSO_AT_RUN_TIME]

    @property
    def user_command(self) -> str:
        """Makes the user that runs the program, and a working directory that it may write to where it has to."""
        number, place = self._options.user, self._options.workdir
        # Ubuntu has a user 1000 of its own, and two users may share a number only when asked to.
        shared = " --non-unique" if number <= 1000 else ""
        made = f"adduser -D -u {number} app" if self.alpine else f"useradd --uid {number}{shared} --create-home app"
        return f"{made} \\\n    && install -d -o {number} -g {number} {place}" if self.writes else made

    @property
    def groups(self) -> str:
        """The flags that install extras or groups."""
        flag = "--group" if self._options.packages == "uv" else "--with"
        return "".join(f" {flag} {name}" for name in self._options.extras)


def _notebooks(options: "Options") -> set[str]:
    return {"notebooks"} if options.app == "notebook" else set()


def copies_all(options: "Options") -> bool:
    """Whether the whole project goes into the image."""
    return not options.folders or any(posixpath.normpath(path) == "." for path in options.folders)


def _copied(options: "Options", file: str) -> list[tuple[str, str]]:
    """What is copied, and to where below the working directory."""
    wanted = [] if copies_all(options) else [posixpath.normpath(path) for path in options.folders]
    if wanted and not any(file == path or file.startswith(f"{path}/") for path in wanted) and options.app != "notebook":
        wanted.append(file)
    pairs = [(path, f"{path}/" if _is_folder(path) else _beside(path)) for path in dict.fromkeys(wanted)]
    if options.model:
        model = options.model.removeprefix("./").strip("/")
        pairs.insert(0, (model, f"{model}/" if _is_folder(model) else _beside(model)))
    return list(dict.fromkeys(pairs))


def _is_folder(path: str) -> bool:
    return not PurePosixPath(path).suffix


def _beside(path: str) -> str:
    folder = PurePosixPath(path).parent.as_posix()
    return "./" if folder == "." else f"./{folder}/"
