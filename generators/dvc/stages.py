"""What each stage of a pipeline reads and writes, so that they make one graph."""

from dataclasses import dataclass, field
from itertools import product
from pathlib import PurePosixPath
from typing import Any

from generators.dvc.options import PipelineOptions
from generators.dvc.params import sections_of
from generators.dvc.roles import role_of

_FOLDERS = {"prepare": "prepared", "preprocess": "preprocessed", "featurize": "features", "clean": "cleaned"}


@dataclass
class Stage:
    """One stage; paths are relative to the project."""

    name: str
    script: str
    command: str
    deps: list[str] = field(default_factory=list)
    params: list[str] = field(default_factory=list)
    outs: list[str] = field(default_factory=list)
    metrics: str | None = None
    plots: str | None = None
    matrix: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def written(self) -> list[str]:
        """Every file that the stage has to write."""
        return [*self.outs, *(path for path in (self.metrics, self.plots) if path)]

    def as_data(self) -> dict[str, Any]:
        """The stage as it stands in dvc.yaml."""
        parts: dict[str, Any] = {
            "matrix": self.matrix,
            "cmd": self.command,
            "deps": self.deps,
            "params": self.params,
            "outs": self.outs,
            "metrics": [{self.metrics: {"cache": False}}] if self.metrics else None,
            "plots": [{self.plots: {"cache": False, "x": "fpr", "y": "tpr"}}] if self.plots else None,
        }
        return {name: value for name, value in parts.items() if value}


@dataclass
class _Made:
    """What the stages so far have written."""

    data: list[str]
    model: list[str] = field(default_factory=list)
    metrics: list[str] = field(default_factory=list)


def stages_of(options: PipelineOptions) -> list[Stage]:
    """The stages in their order, each depending on what those before it write."""
    names = list(dict.fromkeys(options.stages))
    measuring = [name for name in names if role_of(name) == "evaluate"] or names[-1:]
    varied = _varied(options, names)
    sections = sections_of(options, names)
    made = _Made([options.data])
    stages = []
    for name in names:
        stage = _stage(options, name, made, measures=name == measuring[-1])
        stage.params = sections.get(name, [])
        if name == varied:
            _vary(stage, options.matrix, made)
        stages.append(stage)
    return stages


def _varied(options: PipelineOptions, names: list[str]) -> str | None:
    """The stage that is run for each value: the one that was named, or the one that trains."""
    if not options.matrix:
        return None
    by_role = (name for name in names if role_of(name) == "train")
    return options.matrix_stage if options.matrix_stage in names else next(by_role, names[0])


def _stage(options: PipelineOptions, name: str, made: _Made, *, measures: bool) -> Stage:
    role, script = role_of(name), _script(options, name)
    stage = Stage(name, script, f"python {script}", [script, *_inputs(role, made)])
    if measures:
        stage.metrics = options.metrics
        stage.plots = options.plots_file if options.plots else None
        made.metrics = [options.metrics]
    if role == "train":
        stage.outs = [options.model if not made.model else _beside(options.model, name)]
        made.model = list(stage.outs)
    elif role == "download":
        stage.outs = [options.data]
        made.data = list(stage.outs)
    elif role == "release":
        stage.outs = [f"build/{name}"]
    elif not measures:
        stage.outs = [f"data/{_FOLDERS.get(name, name)}"]
        if role != "evaluate":
            made.data = list(stage.outs)
    return stage


def _inputs(role: str, made: _Made) -> list[str]:
    if role == "download":
        return []
    if role == "release":
        return [*made.model, *made.metrics] or made.data
    return [*made.data, *made.model] if role in ("evaluate", "other") else made.data


def _beside(model: str, name: str) -> str:
    path = PurePosixPath(model)
    return str(path.with_name(f"{name}-{path.name}"))


def _script(options: PipelineOptions, name: str) -> str:
    """The script that was named for the stage, or the usual place."""
    low = name.lower()
    for path in options.files:
        stem = PurePosixPath(path).stem.lower()
        if stem == low or low.startswith(stem) or stem.startswith(low):
            return path
    return f"{options.source.rstrip('/')}/{name.replace('-', '_')}.py"


def _vary(stage: Stage, matrix: dict[str, tuple[Any, ...]], made: _Made) -> None:
    """One run for each combination; what it writes carries the combination in its name, and later stages read all of it."""
    stage.matrix = {name: list(values) for name, values in matrix.items()}
    stage.command += "".join(f" --{name.replace('_', '-')} ${{item.{name}}}" for name in matrix)
    mark = "-".join(f"${{item.{name}}}" for name in matrix)
    combined = ["-".join(_told(value) for value in values) for values in product(*matrix.values())]
    for kind in (made.data, made.model, made.metrics):
        own = [path for path in kind if path in stage.written]
        kind[:] = [*(path for path in kind if path not in own), *(_marked(path, one) for path in own for one in combined)]
    stage.outs = [_marked(path, mark) for path in stage.outs]
    stage.metrics = _marked(stage.metrics, mark) if stage.metrics else None
    stage.plots = _marked(stage.plots, mark) if stage.plots else None


def _told(value: Any) -> str:
    """A value as DVC writes it in place of ${…}."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _marked(path: str, mark: str) -> str:
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}-{mark}{place.suffix}"))


def overlap_of(stages: list[Stage]) -> tuple[str, str] | None:
    """Two paths in each other's way: both written, or one read before the other is written over it."""
    for at, stage in enumerate(stages):
        own = stage.written
        later = [path for after in stages[at + 1 :] for path in after.written]
        pairs = [(one, other) for n, one in enumerate(own) for other in [*own[n + 1 :], *later]]
        pairs += [(dep, path) for dep in stage.deps for path in [*own, *later]]
        found = next((pair for pair in pairs if _touch(*pair)), None)
        if found:
            return found
    return None


def _touch(one: str, other: str) -> bool:
    a, b = PurePosixPath(one), PurePosixPath(other)
    return a == b or a in b.parents or b in a.parents
