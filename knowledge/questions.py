"""What people may ask, and how collections may be called."""

import re

from errors import BadInput

MOST_QUESTION = 10_000  # characters; a longer text is a document, not a question
_COLLECTION = re.compile(r"[a-z0-9][a-z0-9._-]{0,46}[a-z0-9]|[a-z0-9]")


def check_question(question: str) -> str:
    """The question without surrounding blanks.

    Raises:
        BadInput: it is blank or too long.
    """
    # Half of a surrogate pair, from broken JSON or a file name, is no text to any of the libraries behind us.
    text = question.encode("utf-8", errors="replace").decode().strip()
    if not text:
        raise BadInput("The question is empty. Type what you want to know, in Polish or English.")
    if len(text) > MOST_QUESTION:
        raise BadInput(
            f"The question has {len(text):,} characters; the most is {MOST_QUESTION:,}. "
            "Ask in a few sentences; for a long text, save it to a file and run: sternik ingest FILE"
        )
    return text


def check_collection(name: str) -> None:
    """Whether a collection may have this name.

    Raises:
        BadInput: it may not.
    """
    if not _COLLECTION.fullmatch(name):
        raise BadInput(f"{name!r} cannot name a collection: use up to 48 lower-case letters, digits, dots and hyphens.")
