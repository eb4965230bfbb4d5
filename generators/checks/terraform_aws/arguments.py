"""Arguments of resources and data sources: each known, of its type, and none missing."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from generators.checks.problem import Problem
from generators.checks.terraform_aws.configuration import Configuration, Schema, schema

_FOR_ALL = {"count", "for_each", "depends_on", "provider", "lifecycle", "dynamic", "provisioner", "connection"}
# What the parser gives for an expression is its text, so only what cannot be one is judged.
_EXPRESSION = re.compile(r"[\[\](){}$?]|\b(?:var|local|data|each|count|module|path|aws_\w+)\.|^(?:null|true|false)$")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def argument_faults(configuration: Configuration) -> Iterator[Problem]:
    """Faults of all resources and data sources."""
    for kind, table in (("resource", schema()["resources"]), ("data", schema()["data"])):
        for resource, instances in configuration.declared(kind).items():
            for name, body in instances.items():
                address = f"{resource}.{name}" if kind == "resource" else f"data.{resource}.{name}"
                path, line = configuration.place(address)
                for message in _faults(table.get(resource), body):
                    yield Problem(path, f"{address}: {message}", line)


def _faults(block: Schema | None, body: Any) -> Iterator[str]:
    if block is None:
        yield "the type of resource is not known"
        return
    yield from _block_faults("", block, body)


def _block_faults(inside: str, block: Schema, body: Any) -> Iterator[str]:
    bodies = body if isinstance(body, list) else [body]
    if len(bodies) > 1 and not block.get("many", True):
        yield f"{inside}only one such block is allowed"
    for one in bodies:
        if isinstance(one, dict):
            yield from _missing(inside, block, one)
            for name, value in one.items():
                yield from _value_faults(inside, block, name, value)


def _missing(inside: str, block: Schema, body: dict[str, Any]) -> Iterator[str]:
    for name, kind in block["attributes"].items():
        if kind.endswith("!") and name not in body:
            yield f"{inside}the argument {name!r} is missing"
    for name, inner in block["blocks"].items():
        if inner["required"] and name not in body and name not in body.get("dynamic", {}):
            yield f"{inside}the block {name!r} is missing"


def _value_faults(inside: str, block: Schema, name: str, value: Any) -> Iterator[str]:
    if name in block["blocks"]:
        yield from _block_faults(f"{inside}{name}: ", block["blocks"][name], value)
    elif name in block["attributes"]:
        kind = block["attributes"][name]
        if kind.endswith("="):
            yield f"{inside}{name!r} can only be read"
        elif not _fits(kind.rstrip("!"), value):
            yield f"{inside}{name!r} must be a {kind.rstrip('!')}, not {value!r}"
    elif name not in _FOR_ALL or (inside and name != "dynamic"):
        yield f"{inside}there is no argument or block {name!r}"


def _fits(kind: str, value: Any) -> bool:
    if isinstance(value, str) and _EXPRESSION.search(value):
        return True
    judge = _JUDGES.get(kind)
    return judge is None or judge(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and bool(_NUMBER.fullmatch(value)))


def _is_many(value: Any) -> bool:
    return isinstance(value, list)


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


_JUDGES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str | int | float | bool),
    "number": _is_number,
    "boolean": lambda value: isinstance(value, bool),
    "stringList": _is_many,
    "stringSet": _is_many,
    "numberList": _is_many,
    "stringMap": _is_map,
}
