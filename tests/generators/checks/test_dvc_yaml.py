"""DVC pipelines with faults that a person makes."""

import pytest
import yaml

from generators.checks import dvc_yaml

PIPELINE = {
    "stages": {
        "prepare": {"cmd": "python prepare.py", "deps": ["raw.csv"], "params": ["prepare"], "outs": ["data"]},
        "train": {
            "cmd": "python train.py --lr ${train.lr}",
            "deps": ["data"],
            "params": ["train.lr"],
            "outs": ["model.pkl"],
            "metrics": [{"metrics.json": {"cache": False}}],
        },
    }
}
PARAMETERS = {"prepare": {"seed": 1}, "train": {"lr": 0.1}}


def faults(folder, **changes: object) -> list[str]:
    pipeline = yaml.safe_load(yaml.safe_dump(PIPELINE))
    for name, change in changes.items():
        pipeline["stages"].setdefault(name, {}).update(change)
    (folder / "dvc.yaml").write_text(yaml.safe_dump(pipeline))
    (folder / "params.yaml").write_text(yaml.safe_dump(PARAMETERS))
    return [problem.message for problem in dvc_yaml.check(folder, ["dvc.yaml"])]


def test_a_good_pipeline_passes(tmp_path) -> None:
    assert faults(tmp_path) == []


def test_a_stage_for_each_value_passes(tmp_path) -> None:
    assert faults(tmp_path, train={"matrix": {"model": ["a", "b"]}, "cmd": "run ${item.model}", "outs": ["m-${item.model}"]}) == []


@pytest.mark.parametrize(
    ("stage", "change", "message"),
    [
        ("train", {"out": ["x"]}, "unknown key 'out'"),
        ("train", {"cmd": None}, "`cmd` is missing"),
        ("train", {"deps": "data"}, "`deps` must be a list"),
        ("train", {"params": ["train.rate"]}, "the parameter 'train.rate' is not in params.yaml"),
        ("train", {"cmd": "run ${train.depth}"}, "the parameter 'train.depth' is not in params.yaml"),
        ("train", {"metrics": [{"m.json": {"cached": False}}]}, "`metrics`: unknown key 'cached'"),
        ("train", {"outs": ["data/model.pkl"]}, "'data/model.pkl' of stage train is in the way of 'data' of stage prepare"),
        ("prepare", {"deps": ["model.pkl"]}, "the stages depend on each other in a circle"),
        ("report", {"cmd": "x", "deps": ["out.md"], "outs": ["out.md"]}, "the stages depend on each other in a circle"),
    ],
)
def test_a_fault_is_named(tmp_path, stage: str, change: dict[str, object], message: str) -> None:
    assert any(message in found for found in faults(tmp_path, **{stage: change}))
