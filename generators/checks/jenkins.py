"""Jenkinsfiles: Groovy by tree-sitter, and the sections of a declarative pipeline by rules of our own. Nothing is run."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generators.checks.jenkins_sections import INSIDE, REPEATABLE, SECTIONS
from generators.checks.problem import Missing, Problem
from generators.checks.programs import package_version

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

TOOL = "own check: declarative Jenkinsfile"
HEAVY = False
# `agent any` reads to Groovy like the declaration of a variable.
_CALLS = ("method_invocation", "juxt_function_call", "local_variable_declaration")
_WITH_NODES = ("any", "none")


def version() -> str:
    """The version of the grammar it reads with."""
    return f"tree-sitter-groovy {package_version('tree-sitter-groovy')}"


def wants(path: str, text: str) -> bool:
    """Jenkinsfiles, also with an ending or a prefix."""
    name = PurePosixPath(path).name
    return name.startswith("Jenkinsfile") or name.endswith(("Jenkinsfile", ".jenkinsfile"))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Syntax errors; sections that are unknown, missing, doubled or empty."""
    return [problem for path in paths for problem in _problems(path, (folder / path).read_bytes())]


@cache
def _parser() -> "Parser":
    try:
        import tree_sitter_groovy
        from tree_sitter import Language, Parser
    except ImportError as error:
        raise Missing(f"{error.name} is not installed (pip install 'sternik[validators]')") from None
    return Parser(Language(tree_sitter_groovy.language()))


def _problems(path: str, source: bytes) -> list[Problem]:
    root = _parser().parse(source).root_node
    broken = next(_broken(root), None)
    if broken is not None:
        near = broken.text.decode(errors="replace").strip().split("\n")[0][:40] if broken.text else broken.type
        return [Problem(path, f"this is not Groovy: {near!r}", broken.start_point.row + 1)]
    pipelines = [call for call in _calls(root) if _name(call) == "pipeline"]
    if len(pipelines) != 1:
        return [Problem(path, f"a declarative Jenkinsfile has one pipeline {{ }}, this has {len(pipelines)}", 1)]
    return [Problem(path, message, line) for line, message in _section(pipelines[0], "pipeline")]


def _broken(node: "Node") -> Iterator["Node"]:
    """What the parser could not read, the innermost first, since an outer error only says that there is one inside."""
    for child in node.children:
        yield from _broken(child)
    if node.type == "ERROR" or node.is_missing:
        yield node


def _calls(node: "Node") -> list["Node"]:
    """The calls that stand directly in a file or in a pair of braces."""
    statements = [
        child.named_children[0] if child.type == "expression_statement" and child.named_children else child
        for child in node.named_children
    ]
    return [statement for statement in statements if statement.type in _CALLS]


def _name(call: "Node") -> str:
    first = call.named_children[0]
    return first.text.decode() if first.text else ""


def _braces(call: "Node") -> "Node | None":
    return next((child for child in call.named_children if child.type == "closure"), None)


def _section(call: "Node", name: str) -> Iterator[tuple[int, str]]:
    line, inner = call.start_point.row + 1, _braces(call)
    if inner is None:
        yield from _without_braces(call, name)
        return
    rules = SECTIONS[name]
    inside = [statement for statement in _calls(inner) if "." not in _name(statement)]
    names = [_name(statement) for statement in inside]
    if not inner.named_children:
        yield line, f"{name} {{ }} is empty"
    for statement, word in zip(inside, names, strict=True):
        if rules.known is not None and word not in rules.known:
            yield statement.start_point.row + 1, f"{word!r} does not belong into {name} {{ }}"
    yield from ((line, message) for message in _counted(name, names))
    yield from _assigned(inner, name)
    for statement, word in zip(inside, names, strict=True):
        if word in INSIDE.get(name, ()):
            yield from _section(statement, word)


def _without_braces(call: "Node", name: str) -> Iterator[tuple[int, str]]:
    words = call.text.decode().split() if call.text else []
    if not (name == "agent" and words[1:] and words[1] in _WITH_NODES) and name != "input":
        yield call.start_point.row + 1, f"{name} needs {{ }}"


def _counted(name: str, names: list[str]) -> Iterator[str]:
    rules = SECTIONS[name]
    yield from (f"{name} {{ }} needs {word} {{ }}" for word in sorted(rules.needed - set(names)))
    there = [word for word in names if word in rules.one_of]
    if rules.one_of and len(there) != 1:
        yield f"{name} {{ }} needs exactly one of {', '.join(sorted(rules.one_of))}, not {len(there)}"
    yield from (
        f"{word!r} stands twice in {name} {{ }}" for word in sorted(set(names)) if names.count(word) > 1 and word not in REPEATABLE
    )


def _assigned(inner: "Node", name: str) -> Iterator[tuple[int, str]]:
    for child in inner.named_children:
        statement = child.named_children[0] if child.type == "expression_statement" and child.named_children else child
        is_assignment = statement.type == "assignment_expression"
        if is_assignment and not SECTIONS[name].assigns and name != "tools":
            yield child.start_point.row + 1, f"a value is set in {name} {{ }}, which environment {{ }} is for"
        if SECTIONS[name].assigns and statement.type in _CALLS:
            yield child.start_point.row + 1, f"only NAME = value may stand in {name} {{ }}"
