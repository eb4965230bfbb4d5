"""The form of a kind of file: made from its options, filled in, turned into files."""

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from errors import BadOption
from interfaces.slack.asked import Asked
from interfaces.slack.blocks import contexts, length, plain, section, shortened
from interfaces.slack.fields import ask_field, value_of
from interfaces.slack.mrkdwn import code_block, escape
from interfaces.slack.outcome import Outcome, attached
from interfaces.slack.showing import told_files
from interfaces.slack.splitting import messages, sections
from interfaces.slack.texts import load_texts

if TYPE_CHECKING:
    from generators import Generator

FORM = "generate_form"
KIND = "form_kind"
_MOST_FIELDS = 90  # of the 100 blocks of a view
View = dict[str, Any]


def form(kind: str, language: str) -> View:
    """The view for one kind, the first if none is named; choosing another kind in it changes it.

    Raises:
        BadInput: there is no such kind.
    """
    from generators import load, names

    words = load_texts(language)
    generator = load(kind or names()[0])
    fields = list(generator.options.model_fields.items())
    inputs = [(name, ask_field(generator.kind, name, field, language)) for name, field in fields]
    shown = [block for _, block in inputs if block][:_MOST_FIELDS]
    left = [name for name, block in inputs if block is None or block not in shown]
    blocks = [_kinds(generator, language), section(escape(_summary(generator, language))), *shown]
    if left:
        blocks += contexts([words.form_rest.format(names=shortened(", ".join(left), 300), kind=generator.kind)])
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": json.dumps({"kind": generator.kind, "language": language}),
        "title": plain(words.form_title, 24),
        "submit": plain(words.form_submit, 24),
        "close": plain(words.form_close, 24),
        "blocks": blocks,
    }


def filled(view: Mapping[str, Any]) -> tuple[str, dict[str, Any], str]:
    """The kind, the values that were entered, and the language of a form that was sent."""
    from generators import load

    about = json.loads(view["private_metadata"])
    options = load(about["kind"]).options.model_fields
    values: dict[str, Any] = {}
    for block, fields in view["state"]["values"].items():
        kind, _, name = block.partition("/")
        if kind == about["kind"] and name in options:
            value = value_of(options[name], next(iter(fields.values())))
            if value is not None:
                values[name] = value
    return about["kind"], values, about["language"]


def faults(kind: str, values: Mapping[str, Any], language: str) -> dict[str, str]:
    """What is wrong with the values, by the block that shows it; nothing when all is right."""
    from generators import load, validated

    try:
        validated(load(kind), values)
    except BadOption as error:
        lines = (error.polish if language == "pl" else str(error)).split("\n")
        named = [(re.match(r"\w+", line), line) for line in lines]
        asked = [name for name in values]
        found = {f"{kind}/{name[0]}": line for name, line in named if name and name[0] in values}
        # A rule between options belongs to no single one.
        return found or {f"{kind}/{asked[0] if asked else next(iter(load(kind).options.model_fields))}": "\n".join(lines)}
    return {}


def fill_in(asked: Asked, request: str, language: str) -> Outcome:
    """The files of a form that was sent.

    Raises:
        BadOption: the values break a rule.
    """
    from generators import generate

    words = load_texts(language)
    made = generate(asked.extra["kind"], asked.extra["options"])
    parts = [words.files_ready, *told_files(made.files, words)]
    if len(made.files) == 1 and len(made.files[0].content) < 2500:
        parts.append(code_block(made.files[0].content))
    blocks = [section(text) for text in sections(parts)]
    shown = [{"text": words.files_ready, "blocks": group} for group in messages([(block, length(block)) for block in blocks])]
    return Outcome(shown, attached(made.files), language, made.kind)


def _kinds(generator: "Generator", language: str) -> View:
    from generators import names

    options = [{"text": plain(name, 75), "value": name} for name in names()][:100]
    chosen = next(option for option in options if option["value"] == generator.kind)
    menu = {"type": "static_select", "action_id": KIND, "options": options, "initial_option": chosen}
    return {
        "type": "input",
        "block_id": KIND,
        "dispatch_action": True,
        "label": plain(load_texts(language).form_kind, 200),
        "element": menu,
    }


def _summary(generator: "Generator", language: str) -> str:
    return generator.summary_pl if language == "pl" else generator.summary
