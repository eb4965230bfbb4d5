"""Every YAML file: it parses, and no key stands twice (PyYAML and many tools silently take the last one)."""

from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

import yaml

from generators.checks.documents import TolerantLoader, is_yaml
from generators.checks.problem import Problem

TOOL = "YAML"
HEAVY = False


def version() -> str:
    """The version of the parser."""
    return installed("pyyaml")


def wants(path: str, text: str) -> bool:
    """YAML files but the templates of a Helm chart, which are YAML only after Helm filled them."""
    return is_yaml(path) and "/templates/" not in f"/{path}"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Syntax errors and duplicate keys."""
    return [problem for path in paths for problem in _problems(folder, path)]


class _UniqueKeys(TolerantLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen and key.value != "<<":
                    raise yaml.constructor.ConstructorError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def _problems(folder: Path, path: str) -> list[Problem]:
    try:
        for _ in yaml.load_all((folder / path).read_text(encoding="utf-8"), Loader=_UniqueKeys):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return [Problem(path, str(error.problem), mark.line + 1 if mark else None)]
    except yaml.YAMLError as error:
        return [Problem(path, str(error))]
    return []
