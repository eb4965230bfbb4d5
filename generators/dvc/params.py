"""params.yaml: a section for each stage that has parameters."""

from typing import Any

from generators.dvc.options import PipelineOptions
from generators.dvc.roles import role_of

_USUAL: dict[str, dict[str, Any]] = {
    "prepare": {"test_size": 0.2, "seed": 42},
    "train": {"n_estimators": 200, "max_depth": 8, "seed": 42},
}
_OF_DATA = ("test_size", "split", "split_ratio", "val_size", "stratify", "window")


def sections_of(options: PipelineOptions, names: list[str]) -> dict[str, list[str]]:
    """The sections of params.yaml that each stage depends on."""
    own = {name: [name] for name in names if role_of(name) in _USUAL or _has_own(options, name)}
    orphans = [section for section in _sections(options, names) if section not in own]
    if orphans:
        keeper = _home("", names)
        own[keeper] = [*own.get(keeper, []), *orphans]
    return own


def parameters_of(options: PipelineOptions) -> dict[str, dict[str, Any]]:
    """The parameters by section; those without a stage go to training, or to preparing where they speak of data."""
    names = list(dict.fromkeys(options.stages))
    table: dict[str, dict[str, Any]] = {section: {} for sections in sections_of(options, names).values() for section in sections}
    for key, value in options.params.items():
        section, dot, name = key.partition(".")
        if dot:
            table[section][name] = value
        else:
            table[_home(key, names)][key] = value
    return {section: values or _USUAL.get(role_of(section), {"seed": 42}) for section, values in table.items()}


def _has_own(options: PipelineOptions, name: str) -> bool:
    return any(key.startswith(f"{name}.") for key in options.params)


def _sections(options: PipelineOptions, names: list[str]) -> list[str]:
    return list(dict.fromkeys(key.partition(".")[0] if "." in key else _home(key, names) for key in options.params))


def _home(key: str, names: list[str]) -> str:
    """The stage that a parameter without a section belongs to."""
    role = "prepare" if key in _OF_DATA else "train"
    return next((name for name in names if role_of(name) == role), names[0])
