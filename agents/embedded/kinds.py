"""What kind of question it is, told by how people ask: the answer takes its shape from it."""

import re
from typing import Literal

from ingest import fold

Kind = Literal["definition", "howto", "comparison", "error", "list", "other"]

# Looked for in folded lower case; the first that fits wins, so the telling ones stand first.
_SIGNS: list[tuple[Kind, re.Pattern[str]]] = [
    (
        "comparison",
        re.compile(
            r"\b(difference|differ|differs|versus|vs|compared? (?:to|with)|better than|or rather)\b"
            r"|\broznic|\brozni\b|\bczym sie roznia?\b"
            r"|\bporownaj|\blepsz[yae]\b|\bw porownaniu|^which (?:one|is better)|\b(?:v1|1) (?:or|czy) (?:v?2)\b"
        ),
    ),
    (
        "error",
        re.compile(
            r"\b(error|exception|traceback|fails?|failed|failing|crash\w*"
            r"|denied|refused|not found|cannot|can't|unable|stuck|pending"
            r"|rejected|\w*backoff|oomkilled|timed? ?out|won't|doesn'?t work|not working|evicted|unauthorized|forbidden)\b"
            r"|\bblad\b|\bbled[uy]?\b|\bbledem\b"
            r"|\bnie (?:dziala|moge|da sie|widac|startuje|chce|wstaje|laczy)"
            r"|\bwywala|\bpada\b|\bpadl|\bkrzyczy|\bodmowa|\bodrzuc|\bzawiesz|\bwisi\b"
        ),
    ),
    (
        "list",
        re.compile(
            r"^(?:list|name|which|what kinds|what types|what are the|jakie sa|jakie|wymien|podaj liste|ktore|z czego|ile jest)\b"
            r"|\b(?:examples of|rodzaje|typy|lista)\b"
        ),
    ),
    (
        "definition",
        re.compile(
            r"^(?:so |ok |hej |hi )?(?:what(?:'s| is| are| does)|define|explain|what do you mean|who is"
            r"|co to(?: w ogole)?(?: jest| sa| znaczy)?|czym (?:jest|sa)"
            r"|co oznacza|wyjasnij|wytlumacz|na czym polega|po co|what .* for\b|why do we need|do czego)"
        ),
    ),
    (
        "howto",
        re.compile(
            r"\bhow (?:do|can|to|should|would|could)\b|\bhow\b|^(?:can|could|is there a way|i want|i need|we want|we need|want)\b"
            r"|\bjak\b|\bda sie\b|\bmozna\b"
            r"|\bchce\b|\bchcemy\b|\bpotrzebuje\b|\bgdzie\b|\bwhere\b|\bin which\b|\bw jaki"
        ),
    ),
]


def question_kind(question: str) -> Kind:
    """The kind by which an answer is arranged; "other" when nothing tells."""
    text = fold(question.lower()).strip()
    return next((kind for kind, sign in _SIGNS if sign.search(text)), "other")
