"""From sections to what the trainer takes: questions with their section's number, and texts with the vectors they should keep."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from datasets import Dataset
from sentence_transformers import SentenceTransformer

from ingest import fold
from knowledge import Embedder, load_entries
from training.losses import Bank
from training.sections import LANGUAGES, Section

_WITHOUT_MARKS = 0.3
_LOWER_CASE = 0.2
_LONGEST_ANCHOR = 420
_TEACHER_TEMPERATURE = 0.04


@dataclass(frozen=True)
class Material:
    """The trainer's datasets by name, and the passages that questions are told apart by."""

    datasets: dict[str, Dataset]
    bank: Bank


def material(
    found: Sequence[Section], embedder: Embedder, teacher: SentenceTransformer, *, seed: int, translations: int = 2000
) -> Material:
    """All that may be learned from, nothing of the pages that are kept back. Takes minutes: the teacher reads every passage."""
    chance = random.Random(seed)
    taught = [section for section in found if not section.kept_back]
    return Material(
        {
            "questions": _questions(taught, chance),
            "passages": _passages(taught, embedder, chance),
            "translations": _translations(taught, embedder, chance, translations),
        },
        _bank(taught, embedder, teacher),
    )


def _questions(taught: Sequence[Section], chance: random.Random) -> Dataset:
    rows = [
        ("query: " + _as_typed(question, language, chance), number)
        for number, section in enumerate(taught)
        for language in LANGUAGES
        for question in section.questions[language]
    ]
    return Dataset.from_dict({"text": [text for text, _ in rows], "label": [number for _, number in rows]})


def _passages(taught: Sequence[Section], embedder: Embedder, chance: random.Random) -> Dataset:
    texts = [text[:_LONGEST_ANCHOR] for section in taught for both in section.passages.values() for text in both]
    texts = chance.sample(texts, len(texts) // 3)
    return _with_vectors(["passage: " + text for text in texts], embedder.embed_passages(texts))


def _translations(taught: Sequence[Section], embedder: Embedder, chance: random.Random, most: int) -> Dataset:
    """Polish headings and terms learn the vectors of their English twins, which have to stay."""
    pairs = {(section.headings["en"], section.headings["pl"]) for section in taught}
    pairs |= {(entry.en[0], form) for entry in load_entries() for form in entry.pl[:2]}
    drawn = chance.sample(sorted(pairs), min(len(pairs), most))
    english = np.asarray([embedder.embed_query(text) for text, _ in drawn], dtype=np.float32)
    polish = ["query: " + _as_typed(text, "pl", chance) for _, text in drawn]
    return _with_vectors([*polish, *("query: " + text for text, _ in drawn[::3])], np.concatenate([english, english[::3]]))


def _with_vectors(texts: list[str], vectors: np.ndarray) -> Dataset:
    return Dataset.from_dict({"text": texts, "label": vectors.tolist()})


def _as_typed(text: str, language: str, chance: random.Random) -> str:
    if language == "pl" and chance.random() < _WITHOUT_MARKS:
        text = fold(text)
    return text.lower() if chance.random() < _LOWER_CASE else text


def _bank(taught: Sequence[Section], embedder: Embedder, teacher: SentenceTransformer) -> Bank:
    vectors, owners, passages = {}, {}, {}
    for language in LANGUAGES:
        owned = [(text, number) for number, section in enumerate(taught) for text in section.passages[language]]
        passages[language] = [text for text, _ in owned]
        vectors[language] = torch.from_numpy(embedder.embed_passages(passages[language]))
        owners[language] = torch.tensor([number for _, number in owned])
    return Bank(vectors, owners, _opinions(taught, passages["en"], owners, teacher))


def _opinions(
    taught: Sequence[Section], english: list[str], owners: dict[str, torch.Tensor], teacher: SentenceTransformer
) -> dict[str, torch.Tensor]:
    """What the teacher thinks of the passages for each section's English question; it reads no Polish: twins share."""
    asked = [" ".join(section.questions["en"][:1]) or section.headings["en"] for section in taught]
    questions = teacher.encode(asked, convert_to_tensor=True, normalize_embeddings=True, batch_size=32)
    passages = teacher.encode(english, convert_to_tensor=True, normalize_embeddings=True, batch_size=32)
    shares = torch.softmax(questions @ passages.T / _TEACHER_TEMPERATURE, dim=1).cpu()
    by_section = torch.zeros(len(taught), len(taught)).index_add_(1, owners["en"], shares)
    sizes = torch.bincount(owners["pl"], minlength=len(taught)).clamp(min=1)
    return {"en": shares, "pl": (by_section / sizes)[:, owners["pl"]]}
