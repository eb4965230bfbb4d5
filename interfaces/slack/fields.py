"""One option of a kind of file as one input of a form."""

from typing import TYPE_CHECKING, Any

import yaml

from interfaces.slack.blocks import plain
from interfaces.slack.texts import load_texts

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from generators import Shape

Block = dict[str, Any]
_ACTION = "value"
_MOST_CHOICES = 100
_MOST_TEXT = 3000


def ask_field(kind: str, name: str, field: "FieldInfo", language: str) -> Block | None:
    """The input for an option, holding its default; None for what no input of Slack can take."""
    from generators import hints_of, shape_of

    shape = shape_of(field)
    default = field.get_default(call_default_factory=True)
    element = _element(shape, default, language)
    if element is None:
        return None
    label = (hints_of(field).pl if language == "pl" else field.description or "").rstrip(".") or name
    block: Block = {
        "type": "input",
        "block_id": f"{kind}/{name}",
        "optional": True,
        "label": plain(label, 200),
        "element": {**element, "action_id": _ACTION},
    }
    if shape.many and not shape.choices:
        block["hint"] = plain(load_texts(language).form_list_hint, 200)
    return block


def value_of(field: "FieldInfo", state: Block) -> Any:
    """What was entered, as a generator takes it; None leaves the default."""
    kind = state.get("type")
    if kind == "checkboxes":
        return bool(state.get("selected_options"))
    if kind == "static_select":
        chosen = state.get("selected_option")
        return chosen["value"] if chosen else None
    if kind == "multi_static_select":
        return [option["value"] for option in state.get("selected_options") or ()]
    return _typed(field, state.get("value"))


def _typed(field: "FieldInfo", text: Any) -> Any:
    """Lists are split at commas, nested values read as YAML; the rest stays text for the option's own rule."""
    from generators import shape_of

    if not isinstance(text, str) or not text.strip() or text == _shown(field.get_default(call_default_factory=True)):
        return None
    if text[:1] in ("[", "{"):
        try:
            return yaml.safe_load(text)
        except yaml.YAMLError:
            return text
    return [part.strip() for part in text.split(",") if part.strip()] if shape_of(field).many else text


def _element(shape: "Shape", default: Any, language: str) -> Block | None:
    if shape.base is bool and not shape.many:
        return _tick(bool(default), language)
    if shape.choices and len(shape.choices) <= _MOST_CHOICES and shape.base is str:
        return _menu(shape, default)
    if shape.base in (int, float) and not shape.many and not shape.choices:
        return _number(shape, default)
    shown = _shown(default)
    if len(shown) > _MOST_TEXT:
        return None
    return {"type": "plain_text_input", "max_length": _MOST_TEXT, **({"initial_value": shown} if shown else {})}


def _tick(default: bool, language: str) -> Block:
    option = {"text": plain(load_texts(language).form_yes, 75), "value": "yes"}
    return {"type": "checkboxes", "options": [option], **({"initial_options": [option]} if default else {})}


def _menu(shape: "Shape", default: Any) -> Block:
    options = {choice: {"text": plain(str(choice), 75), "value": str(choice)} for choice in shape.choices}
    if shape.many:
        chosen = [options[choice] for choice in default or () if choice in options]
        return {
            "type": "multi_static_select",
            "options": list(options.values()),
            **({"initial_options": chosen} if chosen else {}),
        }
    begun = {"initial_option": options[default]} if default in options else {}
    return {"type": "static_select", "options": list(options.values()), **begun}


def _number(shape: "Shape", default: Any) -> Block:
    begun = {"initial_value": str(default)} if default is not None else {}
    return {"type": "number_input", "is_decimal_allowed": shape.base is float, **begun}


def _shown(default: Any) -> str:
    """A default as it would be typed: plain lists by commas, nested values in YAML's one-line notation."""
    if default is None or isinstance(default, str):
        return default or ""
    plain_items = [item.model_dump(mode="json") if hasattr(item, "model_dump") else item for item in _items(default)]
    if all(isinstance(item, (str, int, float)) for item in plain_items):
        return ", ".join(map(str, plain_items))
    dumped: str = yaml.safe_dump(plain_items, default_flow_style=True, width=10_000, allow_unicode=True, sort_keys=False)
    return dumped.strip()


def _items(default: Any) -> list[Any]:
    return list(default) if isinstance(default, (list, tuple, frozenset, set)) else [default]
