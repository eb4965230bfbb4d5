"""Generated files in an answer: the text with its verdicts and reasons, to copy or to download."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import streamlit as st

from interfaces.web.escaping import code, escape, escape_label
from interfaces.web.safe_markdown import safe_markdown
from interfaces.web.texts import Texts

if TYPE_CHECKING:
    from generators import GeneratedFile, Reason, Verdict

_LANGUAGES = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".py": "python", ".tf": "hcl", ".toml": "toml", ".sh": "bash", ".ini": "ini",
    ".conf": "ruby", ".md": "markdown", ".cfg": "ini",
}  # fmt: skip
_NAMES = {"Dockerfile": "docker", "Jenkinsfile": "groovy", "MLproject": "yaml", ".gitattributes": "git", ".gitignore": "git"}
_MOST_OPEN = 3


def show_files(files: Sequence["GeneratedFile"], key: str, words: Texts, language: str) -> None:
    """All files of an answer. `key` tells one answer's buttons from another's; many files are folded away."""
    for number, file in enumerate(files):
        with st.expander(_header(file, words), expanded=number < _MOST_OPEN and len(files) <= 2 * _MOST_OPEN):
            st.code(file.content, language=_language(file.path), line_numbers=True)
            _show_verdicts(file.checks, words)
            _show_reasons(file, words, language)
            name = PurePosixPath(file.path).name
            st.download_button(
                words.files["download"].format(name=escape_label(name)),
                file.content,
                file_name=name,
                mime="text/plain",
                key=f"file-{key}-{number}",
                icon=":material/download:",
                on_click="ignore",
            )
    if len(files) > 1:
        st.download_button(
            words.files["download_all"],
            zipped(files),
            file_name="sternik.zip",
            mime="application/zip",
            key=f"zip-{key}",
            icon=":material/folder_zip:",
            type="primary",
            on_click="ignore",
        )


def zipped(files: Sequence["GeneratedFile"]) -> bytes:
    """The files as a zip archive; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.path), file.content.encode())
    return buffer.getvalue()


def _header(file: "GeneratedFile", words: Texts) -> str:
    return f"{code(file.path)} {_badge(file, words)}"


def _badge(file: "GeneratedFile", words: Texts) -> str:
    if not file.passed:
        return f":red-badge[:material/error: {words.files['failed']}]"
    if any(check.passed for check in file.checks):
        return f":green-badge[:material/verified: {words.files['passed']}]"
    return f":gray-badge[{words.files['unchecked']}]"


def _show_verdicts(checks: Sequence["Verdict"], words: Texts) -> None:
    lines = []
    for check in checks:
        colour, icon, state = {
            True: ("green", "check", "passed"),
            False: ("red", "error", "failed"),
            None: ("gray", "help", "unchecked"),
        }[check.passed]
        tool = escape_label(f"{check.tool} {check.version}".strip())
        detail = f" {escape(check.detail)}" if check.detail else ""
        lines.append(f":{colour}-badge[:material/{icon}: {tool}: {words.files[state]}]{detail}")
    if lines:
        st.markdown("  \n".join(lines))


def _show_reasons(file: "GeneratedFile", words: Texts, language: str) -> None:
    if not file.reasons:
        return
    lines = file.content.splitlines()
    with st.popover(words.files["why"], icon=":material/lightbulb:"):
        for reason in file.reasons:
            st.markdown(_reason(reason, lines[reason.line - 1].strip(), words, language))


def _reason(reason: "Reason", line: str, words: Texts, language: str) -> str:
    told = reason.pl if language == "pl" else reason.en
    room, _, rest = reason.page.partition("/")
    page = f"{room}/{language}/{rest}.md"
    place = words.files["line"].format(number=reason.line)
    return f"**{place}** {code(line)}  \n{safe_markdown(told)}  \n:gray[{escape_label(page)}]"


def _language(path: str) -> str | None:
    pure = PurePosixPath(path)
    if pure.name.startswith("Dockerfile"):
        return "docker"
    return _NAMES.get(pure.name) or _LANGUAGES.get(pure.suffix)
