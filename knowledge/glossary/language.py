"""The language of a question, which is often too short for function words: "lista podow", "restart poda"."""

import re
from typing import Literal

from ingest import polish_score
from knowledge.glossary.index import english_key, load_index, plain_key, words_of
from knowledge.lexical import tokens

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
_SIGN = 0.75  # of a word that the glossary has in one language only; less than a function word
_MOST = 10_000  # letters


def question_language(text: str, fallback: Literal["pl", "en"] = "en") -> Literal["pl", "en"]:
    """The language by letters, function words and words that only one side of the glossary knows; else the `fallback`."""
    said = _CODE.sub(" ", text[:_MOST])
    index = load_index()
    score = polish_score(tokens(said))
    for word in words_of(said):
        polish, foreign = plain_key([word]) in index.plain, english_key([word]) in index.en
        score += _SIGN * (polish - foreign)
    return fallback if score == 0 else "pl" if score > 0 else "en"
