"""A DVC pipeline: dvc.yaml with its stages, params.yaml, metrics, plots and the remote of the data."""

from pydantic import model_validator

from generators.dvc.options import PipelineOptions
from generators.dvc.params import parameters_of
from generators.dvc.remote import config_of
from generators.dvc.stages import Stage, overlap_of, stages_of
from generators.dvc.whys import WHY
from generators.frame import Files, fill, refusal, to_yaml

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Potok DVC: dvc.yaml z etapami, params.yaml, metryki, wykresy i zdalny magazyn danych."
CUES = (
    "dvc.yaml",
    "dvc.yml",
    "dvc pipeline*",
    "potok* dvc",
    "pipeline* dvc",
    "params.yaml",
    "dvc",
    "dvc config*",
    "dvc remote*",
    "remote* dvc",
)
ABOUT = ("data version*", "wersjonowan* danych")


class Options(PipelineOptions):
    """The stages, what they read and write, and where the data is kept."""

    @model_validator(mode="after")
    def _writes_each_path_once(self) -> "Options":
        twice = overlap_of(stages_of(self))
        if twice:
            raise refusal(
                f"two outputs are in each other's way: {twice[0]} and {twice[1]}",
                f"dwa wyjścia wchodzą sobie w drogę: {twice[0]} i {twice[1]}",
            )
        return self


def render(options: Options) -> Files:
    """The pipeline, its parameters, where the data is kept, and skeletons of the scripts where they are wanted."""
    stages = stages_of(options)
    parameters = parameters_of(options)
    files = {"dvc.yaml": to_yaml({"stages": {stage.name: stage.as_data() for stage in stages}})}
    if parameters:
        files["params.yaml"] = to_yaml(parameters)
    if options.remote != "none":
        files[".dvc/config"] = config_of(options)
    files[".dvcignore"] = fill("dvc/dvcignore")
    if options.scripts:
        files |= {stage.script: _skeleton(stage) for stage in stages}
    return files


def _skeleton(stage: Stage) -> str:
    inputs = [path for path in stage.deps if path != stage.script]
    sections = sorted({name.partition(".")[0] for name in stage.params})
    return fill("dvc/stage.py", stage=stage, inputs=inputs, outputs=stage.written, sections=sections)
