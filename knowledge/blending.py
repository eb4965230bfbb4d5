"""What a passage's vector is made of: its text, and the questions that it is known to answer.

Document expansion by questions (doc2query; Nogueira, Yang, Lin and Cho 2019), with written questions in place of generated ones.
"""

from collections.abc import Callable, Sequence

import numpy as np

from knowledge.embeddings import Vectors

# Texts, and the questions of each, become vectors.
Embed = Callable[[Sequence[str], Sequence[Sequence[str]]], Vectors]

_SHARE = 0.5  # of the questions' mean beside the passage; 0.35 to 0.8 find alike (docs/decisions.md, 24)


def blending(embed: Callable[[list[str]], Vectors]) -> Embed:
    """Gives each text one vector of unit length: its own, drawn towards the mean of its questions' where it has some."""

    def blended(texts: Sequence[str], asked: Sequence[Sequence[str]]) -> Vectors:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        questions = list(dict.fromkeys(question for own in asked for question in own))
        vectors = embed([*texts, *questions])
        rows, known = vectors[: len(texts)], dict(zip(questions, vectors[len(texts) :], strict=True))
        for at, own in enumerate(asked):
            if own:
                drawn = rows[at] + _SHARE * np.mean([known[question] for question in own], axis=0)
                rows[at] = drawn / np.linalg.norm(drawn)
        return rows

    return blended
