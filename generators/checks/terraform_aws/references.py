"""References between the parts of a configuration: each leads to something that is declared."""

import re
from collections.abc import Iterator

from generators.checks.problem import Problem
from generators.checks.terraform_aws.configuration import Configuration, schema

_OUTSIDE = r"(?<![\w.\"-])"
_INDEX = r"(?:\[[^\]]*\])?"
_SIMPLE = re.compile(rf"{_OUTSIDE}(var|local|module)\.([A-Za-z_][\w-]*)")
_RESOURCE = re.compile(rf"{_OUTSIDE}(data\.)?(aws_\w+)\.([A-Za-z_][\w-]*){_INDEX}(?:\.([a-z_]\w*))?")
_IN_CODE = re.compile(r'#[^\n]*|//[^\n]*|/\*.*?\*/|["{}]|[^"{}#/]+|/', re.S)
_IN_TEXT = re.compile(r'\\.|\$\$\{|%%\{|\$\{|%\{|"|[^"\\$%]+|.', re.S)
_KINDS = {"var": "variable", "local": "locals", "module": "module"}


def reference_faults(configuration: Configuration) -> Iterator[Problem]:
    """References to variables, locals, modules, resources and data sources that are not there."""
    for path, text in configuration.texts.items():
        code = without_texts(text)
        for match in _SIMPLE.finditer(code):
            if match[2] not in configuration.declared(_KINDS[match[1]]):
                yield Problem(path, f"{match[0]} is not declared", _line(code, match))
        for match in _RESOURCE.finditer(code):
            fault = _resource_fault(configuration, match)
            if fault:
                yield Problem(path, fault, _line(code, match))


def _line(code: str, match: re.Match[str]) -> int:
    return code.count("\n", 0, match.start()) + 1


def _resource_fault(configuration: Configuration, match: re.Match[str]) -> str | None:
    data, resource, name, attribute = match.groups()
    kind, table = ("data", schema()["data"]) if data else ("resource", schema()["resources"])
    if name not in configuration.declared(kind).get(resource, {}):
        return f"{data or ''}{resource}.{name} is not declared"
    block = table.get(resource)
    if attribute and block and attribute not in block["attributes"] and attribute not in block["blocks"]:
        return f"{data or ''}{resource} has no attribute {attribute!r}"
    return None


def without_texts(text: str) -> str:
    """The code alone: comments and the plain parts of texts are blank, what stands in ${…} remains, every line keeps its place."""
    code: list[str] = []
    open_ones: list[str] = []  # a quotation mark for a text that we are in, a brace for a bracket or ${
    at = 0
    while at < len(text):
        in_text = open_ones[-1:] == ['"']
        piece = (_IN_TEXT if in_text else _IN_CODE).match(text, at)
        assert piece, "every character is matched"
        taken = piece[0]
        _enter_or_leave(taken, in_text, open_ones)
        is_code = not in_text and not taken.startswith(("#", "//", "/*", '"'))
        code.append(taken if is_code else re.sub(r"[^\n]", " ", taken))
        at = piece.end()
    return "".join(code)


def _enter_or_leave(taken: str, in_text: bool, open_ones: list[str]) -> None:
    if (taken == '"' and in_text) or (taken == "}" and not in_text and open_ones):
        open_ones.pop()
    elif taken == '"':
        open_ones.append('"')
    elif (taken in ("${", "%{") and in_text) or (taken == "{" and not in_text):
        open_ones.append("{")
