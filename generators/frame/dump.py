"""Data becomes YAML and JSON. Nothing here is pasted together, so no value can become structure."""

import json
import re
from typing import Any

import yaml
from yaml.emitter import ScalarAnalysis

_WIDTH = 10_000
_BREAK = re.compile("[\n\x85\u2028\u2029]")
_MOST_ANALYSES = 20_000
_analyses: dict[str, ScalarAnalysis] = {}


class Quoted(str):
    """A text that is written in quotes, where readers expect them: ports, versions, octal modes."""


class Plain(str):
    """A text of ours that is written without quotes although YAML 1.1 would read it otherwise: the key `on` of a workflow."""


class Row(list[Any]):
    """A list that is written on one line, as people write commands."""


class Tagged:
    """A value under a tag of its own, such as `!vault` or `!reference`."""

    def __init__(self, tag: str, value: Any) -> None:
        self.tag = tag
        self.value = value


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key and never writes anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True

    # The files of one wish say the same words again and again, and PyYAML looks at each letter of them each time.
    def analyze_scalar(self, scalar: str) -> ScalarAnalysis:
        known = _analyses.get(scalar)
        if known is None:
            if len(_analyses) >= _MOST_ANALYSES:
                _analyses.clear()
            known = _analyses[scalar] = super().analyze_scalar(scalar)
        return known

    def write_plain(self, text: str, split: bool = True) -> None:
        if not text or self.root_context or _BREAK.search(text) or self.column + len(text) >= _WIDTH:
            super().write_plain(text, split)
            return
        said = text if self.whitespace else f" {text}"
        self.whitespace = self.indention = False
        self.column += len(said)
        self.stream.write(said)


# PyYAML leaves these unquoted, but kubectl, Helm and other programs in Go read truth values and numbers: a tag 1234e56 is one.
_OTHERWISE_IN_GO = re.compile(r"[yYnN]|[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)[eE][-+]?\d+|[-+]?0o[0-7_]+")


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else '"' if _OTHERWISE_IN_GO.fullmatch(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _tagged(dumper: _Dumper, value: Tagged) -> yaml.Node:
    if isinstance(value.value, list):
        return dumper.represent_sequence(value.tag, value.value, flow_style=True)
    return dumper.represent_scalar(value.tag, str(value.value), style="|" if "\n" in str(value.value) else None)


def _row(dumper: _Dumper, value: Row) -> yaml.Node:
    quoted = [Quoted(item) if isinstance(item, str) else item for item in value]
    return dumper.represent_sequence("tag:yaml.org,2002:seq", quoted, flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Quoted, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style='"'))
_Dumper.add_representer(Plain, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", str(value)))
_Dumper.add_representer(Row, _row)
_Dumper.add_representer(Tagged, _tagged)


def to_yaml(*documents: Any, comment: str = "") -> str:
    """One YAML text of one or several documents, keys in the order given, below a comment of our own words."""
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    dumped = [
        yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False)
        for document in documents
    ]
    return head + "---\n".join(dumped)


def to_json(value: Any) -> str:
    """JSON as people keep it in a repository."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
