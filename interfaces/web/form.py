"""The form of a kind of file, made from its options: for those who know what they want and would rather click than write."""

from typing import TYPE_CHECKING, Any

import streamlit as st
import yaml

from errors import BadOption
from interfaces.web.escaping import escape
from interfaces.web.files import show_files
from interfaces.web.texts import Texts

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from generators import Generator, Hints, Shape

_FIRST = 6
_KIND = "kind"


def show_forms(words: Texts, language: str) -> None:
    """Choose a kind, fill its form, get its files. The kind stands in the address, so that a form can be shared."""
    from generators import load, names

    st.title(words.form["title"])
    st.caption(words.form["promise"])
    given = st.query_params.get(_KIND, "")
    kind = str(st.selectbox(words.form["kind"], names(), names().index(given) if given in names() else 0, key="form-kind"))
    st.query_params[_KIND] = kind
    generator = load(kind)
    st.markdown(escape(generator.summary_pl if language == "pl" else generator.summary))
    values = _form(generator, words, language)
    if values is not None:
        st.session_state["form-made"] = (kind, values)
    made = st.session_state.get("form-made")
    if made and made[0] == kind:
        _show_made(kind, made[1], words, language)


def _form(generator: "Generator", words: Texts, language: str) -> dict[str, Any] | None:
    """The values as entered once the button is pressed; what is left as it was is left out."""
    fields = list(generator.options.model_fields.items())
    with st.form(f"form-{generator.kind}", border=True):
        values = {name: _ask(generator.kind, name, field, language) for name, field in fields[:_FIRST]}
        if fields[_FIRST:]:
            with st.expander(words.form["more"]):
                values |= {name: _ask(generator.kind, name, field, language) for name, field in fields[_FIRST:]}
        pressed = st.form_submit_button(words.form["generate"], type="primary", icon=":material/construction:")
    return {name: value for name, value in values.items() if value is not None} if pressed else None


def _show_made(kind: str, values: dict[str, Any], words: Texts, language: str) -> None:
    from generators import generate

    try:
        made = generate(kind, {name: _parsed(value) for name, value in values.items()})
    except BadOption as error:
        text = error.polish if language == "pl" else str(error)
        st.error(escape(text).replace("\n", "\\\n"), icon=":material/error:")
        return
    show_files(made.files, f"form-{kind}", words, language)


def _ask(kind: str, name: str, field: "FieldInfo", language: str) -> Any:
    """One option's widget; None means that the default stays."""
    from generators import hints_of, shape_of

    hints, shape = hints_of(field), shape_of(field)
    label = escape(_label(field, hints, language))
    default = field.get_default(call_default_factory=True)
    key = f"form-{kind}-{name}"
    if shape.base is bool and not shape.many:
        chosen = st.toggle(label, bool(default), key=key)
        return chosen if chosen != default else None
    if shape.choices:
        return _ask_choice(label, default, shape, key)
    if shape.base in (int, float) and not shape.many:
        return st.number_input(label, value=default, step=1 if shape.base is int else None, key=key, placeholder="–")
    text = st.text_input(label, _shown(default), key=key)
    if text == _shown(default):
        return None
    return [part.strip() for part in text.split(",") if part.strip()] if shape.many and not text.startswith("[") else text


def _ask_choice(label: str, default: Any, shape: "Shape", key: str) -> Any:
    if shape.many:
        chosen: Any = st.multiselect(label, shape.choices, list(default or ()), key=key)
        return chosen if list(chosen) != list(default or ()) else None
    index = shape.choices.index(default) if default in shape.choices else None
    chosen = st.selectbox(label, shape.choices, index, key=key, placeholder="–")
    return chosen if chosen != default else None


def _label(field: "FieldInfo", hints: "Hints", language: str) -> str:
    return (hints.pl if language == "pl" else field.description or "").rstrip(".")


def _shown(default: Any) -> str:
    """A default as it would be typed: lists and nested values in YAML's one-line notation."""
    if default is None:
        return ""
    if isinstance(default, str):
        return default
    plain = [item.model_dump(mode="json") if hasattr(item, "model_dump") else item for item in default]
    if not plain:
        return ""
    return str(yaml.safe_dump(plain, default_flow_style=True, width=10_000, allow_unicode=True, sort_keys=False)).strip()


def _parsed(value: Any) -> Any:
    """What was typed for a list or a nested value, read as YAML; any other text stays what it is."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return yaml.safe_load(value)
        except yaml.YAMLError:
            return value  # the option's own rule will say what is wrong
    return value
