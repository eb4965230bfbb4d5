"""Write Dockerfiles, manifests and pipeline configs, each checked by its tool's own validator."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from errors import BadInput
from interfaces.commands.console import colored, write
from interfaces.commands.files import write_files
from interfaces.contract import file_row

if TYPE_CHECKING:
    from generators import Generated, Generator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options; those of a kind follow it and are shown by --describe."""
    parser.add_argument("kind", nargs="?", metavar="KIND", help="what to generate; --list shows all")
    parser.add_argument("--list", action="store_true", help="list the kinds")
    parser.add_argument("--describe", metavar="KIND", help="show a kind's options")
    parser.add_argument("-o", "--output-dir", metavar="DIR", type=Path, help="write the files there instead of printing them")
    parser.add_argument("--force", action="store_true", help="overwrite files that differ")
    parser.add_argument("--thorough", action="store_true", help="run the slow validators too, where they are installed")
    parser.add_argument("--json", action="store_true", help="write one JSON object with the files and their checks")
    parser.set_defaults(takes_rest=True)


def run(arguments: argparse.Namespace) -> int:
    """Generate; exit status 1 when a validator found a fault."""
    from generators import generate, load, names  # `sternik ask` must not wait for them

    if arguments.list:
        write("\n".join(f"{kind:16} {load(kind).summary}" for kind in names()))
        return 0
    if arguments.describe:
        write("\n".join(_described(load(arguments.describe))))
        return 0
    if arguments.kind is None:
        raise BadInput(f"Say what to generate, one of: {', '.join(names())}. Example: sternik generate dockerfile --port 8080")
    generator = load(arguments.kind)
    made = generate(generator.kind, _options(generator, arguments.rest), heavy=arguments.thorough)
    _show(made, arguments)
    return 0 if all(file.passed for file in made.files) else 1


def _show(made: "Generated", arguments: argparse.Namespace) -> None:
    if arguments.json:
        write(json.dumps({"kind": made.kind, "files": [file_row(file) for file in made.files]}, ensure_ascii=False, indent=1))
    elif arguments.output_dir:
        for path in write_files(made.files, arguments.output_dir, force=arguments.force):
            write(str(path))
    else:
        write("\n".join(part for file in made.files for part in (colored(f"── {file.path}", "1"), file.content)))
    if not arguments.json:
        write("\n".join(_verdicts(made)), sys.stderr)


def _verdicts(made: "Generated") -> Iterable[str]:
    for file in made.files:
        for check in file.checks:
            mark = {True: colored("passed", "32"), False: colored("FAILED", "31"), None: colored("not checked", "33")}[check.passed]
            yield f"{file.path}: {check.tool} {check.version} {mark}" + (f" {check.detail}" if check.detail else "")


def _described(generator: "Generator") -> Iterable[str]:
    from generators import hints_of, shape_of

    yield generator.summary
    for name, field in generator.options.model_fields.items():
        default = json.dumps(field.get_default(call_default_factory=True), ensure_ascii=False, default=_plain)
        yield f"  --{name.replace('_', '-'):18} {field.description} [{default}]"
        yield f"    {'':18} {hints_of(field).pl}"
        choices = shape_of(field).choices
        if choices:
            yield f"    {'':18} one of: {', '.join(map(str, choices))}"


def _options(generator: "Generator", rest: list[str]) -> dict[str, Any]:
    """`--name value`, `--name=value`, `--name` and `--no-name` as raw options; lists by commas, anything nested as JSON."""
    options: dict[str, Any] = {}
    waiting = list(rest)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("--"):
            raise BadInput(f"{word!r} is no option. Options of {generator.kind}: sternik generate --describe {generator.kind}")
        name, equals, value = word[2:].partition("=")
        key = name.replace("-", "_")
        if key.startswith("no_") and key not in generator.options.model_fields:
            options[key[3:]] = False
        elif equals or (waiting and not waiting[0].startswith("--")):
            options[key] = _value(generator, key, value if equals else waiting.pop(0))
        else:
            options[key] = True
    return options


def _value(generator: "Generator", key: str, text: str) -> Any:
    from generators import shape_of

    field = generator.options.model_fields.get(key)
    if text.startswith(("[", "{")):
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            raise BadInput(f"--{key.replace('_', '-')}: {text!r} is not JSON: {error}") from error
    if field is not None and shape_of(field).many:
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)
