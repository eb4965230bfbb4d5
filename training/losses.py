"""What the model is taught: which passages a question means, and to leave the vectors of passages where they are."""

from collections.abc import Iterable

import torch
from sentence_transformers import SentenceTransformer
from torch.nn.functional import log_softmax

_TEMPERATURE = 0.02
_SHARE_OF_TEACHER = 0.3
_WEIGHT_OF_DISTANCE = 10.0


class Bank:
    """Vectors of all passages that may be learned from, by language, the section each belongs to, and a teacher's opinion of them.

    `opinions[language][section]` is the teacher's distribution over the passages for a question that the section answers.
    """

    def __init__(
        self, vectors: dict[str, torch.Tensor], owners: dict[str, torch.Tensor], opinions: dict[str, torch.Tensor]
    ) -> None:
        """Keep them as they are."""
        self.vectors = vectors
        self.owners = owners
        self.opinions = opinions


class MeansPassages(torch.nn.Module):
    """Contrast of each question with *all* passages, of English and of Polish apart, since most libraries hold one language.

    Passages do not move here, so a step costs no more than its questions. Near misses come with the bank: the teacher's share
    keeps those that answer as well from being pushed away.
    """

    def __init__(self, model: SentenceTransformer, bank: Bank) -> None:
        """Teach `model` with the passages of `bank`; the label of a question is its section's number."""
        super().__init__()
        self.model = model
        self.bank = bank

    def forward(self, features: Iterable[dict[str, torch.Tensor]], labels: torch.Tensor) -> torch.Tensor:
        """The mean over questions and languages of the cross entropy with the wanted distribution."""
        (question,) = features
        vectors = self.model(question)["sentence_embedding"].float()
        losses = []
        for language, passages in self.bank.vectors.items():
            scores = log_softmax(vectors @ passages.T / _TEMPERATURE, dim=1)
            own = (self.bank.owners[language][None, :] == labels[:, None]).float()
            found = -torch.logsumexp(scores.masked_fill(own == 0, -1e4), dim=1)
            opinion = self.bank.opinions[language][labels]
            losses.append((1 - _SHARE_OF_TEACHER) * found - _SHARE_OF_TEACHER * (opinion * scores).sum(dim=1))
        return torch.stack(losses).mean()


class StaysInPlace(torch.nn.Module):
    """The squared distance from vectors that are known: of passages as they were, or of what the other language says."""

    def __init__(self, model: SentenceTransformer) -> None:
        """Teach `model`; the label of a text is the vector it should have."""
        super().__init__()
        self.model = model

    def forward(self, features: Iterable[dict[str, torch.Tensor]], labels: torch.Tensor) -> torch.Tensor:
        """The mean squared distance, weighed to count as much as the contrast."""
        (text,) = features
        vectors = self.model(text)["sentence_embedding"].float()
        return _WEIGHT_OF_DISTANCE * ((vectors - labels) ** 2).sum(dim=1).mean()
