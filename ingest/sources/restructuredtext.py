"""reStructuredText, parsed by docutils; what only Sphinx knows is read as what it holds."""

import re
from typing import Any

from docutils import nodes
from docutils.core import publish_parts
from docutils.parsers.rst import Directive, directives, roles
from docutils.statemachine import StringList

from ingest.document import Document
from ingest.sources.html import document_from_html
from ingest.sources.text import decode

_ROLE = re.compile(r":([A-Za-z][\w:.+-]*):`")
_DIRECTIVE = re.compile(r"^\s*\.\. ([\w:.+-]+)::", re.M)
_CODE = {"code-block", "sourcecode", "highlight", "literalinclude", "code-tab", "doctest", "testcode", "testoutput", "prompt"}
_SILENT = set("toctree index contents raw include only tabularcolumns currentmodule module meta sectionauthor highlight".split())
_TITLED = set("versionadded versionchanged deprecated admonition tab tab-item group-tab dropdown card describe".split())
_SIGNED = set("option confval envvar function method class attribute data exception decorator fixture directive role".split())
_SETTINGS = {
    "report_level": 5,
    "line_length_limit": 100_000_000,  # docutils drops the whole page for one line over 10,000 characters
    "halt_level": 5,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "initial_header_level": 1,
    "doctitle_xform": True,
    "syntax_highlight": "none",
    "embed_stylesheet": False,
    "stylesheet_path": None,
    "math_output": "LaTeX",
}


def read(content: bytes, name: str) -> Document:
    """Sections, code, tables and lists; directives of Sphinx give their content, roles their words."""
    text = decode(content, name)
    _know_unknown_names(text)
    parts = publish_parts(text, writer="html5", settings_overrides=_SETTINGS)
    # docutils writes notes and sidebars as <aside>, which on other pages holds what is beside the point.
    body = parts["html_body"].replace('<aside class="sidebar', '<aside class="topic')
    body = body.replace("<aside", "<div").replace("</aside>", "</div>")
    return document_from_html(f"<main>{body}</main>", name)


def _know_unknown_names(text: str) -> None:
    """docutils drops the text below names it does not know, and Sphinx's extensions have too many to list."""
    known = directives._directives  # type: ignore[attr-defined]
    standard = set(directives._directive_registry)  # type: ignore[attr-defined]
    for name in set(_DIRECTIVE.findall(text)) - standard - {"code"}:
        if name not in known:
            directives.register_directive(name, _CodeBlock if name in _CODE else _Silent if name in _SILENT else _Container)
    for name in _SILENT & standard:
        directives.register_directive(name, _Silent)
    for name in set(_ROLE.findall(text)):
        if name not in roles._role_registry:  # type: ignore[attr-defined]
            roles.register_local_role(name, _words)  # type: ignore[arg-type]  # its types know links only


def _words(name: str, rawtext: str, text: str, *_: Any) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    words = re.sub(r"\s*<[^<>]*>$", "", text).lstrip("~!")
    literal = name.split(":")[-1] not in {"ref", "doc", "term", "abbr", "guilabel", "menuselection", "pep", "issue", "pull"}
    return [nodes.literal(rawtext, words) if literal else nodes.inline(rawtext, words)], []


class _AnyOption(dict):  # type: ignore[type-arg]
    """Accepts every option: an unknown one would make docutils drop the whole directive."""

    def __getitem__(self, key: str) -> Any:
        return directives.unchanged

    def __bool__(self) -> bool:
        return True


class _Container(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _AnyOption()
    has_content = True

    def run(self) -> list[nodes.Node]:
        box = nodes.container()
        argument = self.arguments[0] if self.arguments else ""
        if self.name.split(":")[-1] in _SIGNED:
            box += nodes.paragraph("", "", nodes.literal(argument, argument.split("\n")[0]))
        elif self.name in _TITLED or " " in argument:
            # Text may start on the directive's own line, and docutils takes that for an argument.
            self.state.nested_parse(StringList(argument.split("\n")), self.content_offset, box)
        self.state.nested_parse(StringList(self.content), self.content_offset, box)
        return [box]


class _CodeBlock(_Container):
    def run(self) -> list[nodes.Node]:
        block = nodes.literal_block("", "\n".join(self.content))
        block["classes"] = ["code", self.arguments[0] if self.arguments else ""]
        return [block] if self.content else []


class _Silent(_Container):
    def run(self) -> list[nodes.Node]:
        return []
