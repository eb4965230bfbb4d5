"""The lexical ranking: BM25, added up from what each stem is worth in each passage, remembered until the library changes.

A word and its partners in the other language are one concept, as rare as all of them together: the structured query of Pirkola
(SIGIR 1998). Otherwise a word with ten partners would count ten times, and the oddest of them most.

FTS5 keeps the index; its own ranking took 4 ms for a question's stems at 12,000 passages, three times a search, and 30 ms at
100,000. Its lists of places are read here in a tenth of that, once for each stem, and a ranking is then a sum of arrays.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from knowledge.database import Database
from knowledge.glossary import Concept

# FTS5's own constants. Words of titles and headings count twice.
_SATURATION, _LENGTH = 1.2, 0.75
_OUTSIDE_BODY = 2
_LEAST_RARITY = 1e-6
_MOST_BYTES = 4  # of a length
_MOST_REMEMBERED = 4_000_000  # pairs of stem and passage; 12 bytes each

_COMMON, _FEW = 0.25, 500  # a concept in more than a quarter of the passages tells nothing, unless there are only a few passages

# The chunks of a document are written in one transaction, so their ids follow each other.
_DOCUMENTS = """SELECT collection, language, min(chunks.id) AS first, max(chunks.id) AS last
    FROM documents JOIN chunks ON chunks.document = documents.id WHERE ready GROUP BY documents.id ORDER BY first"""
_LENGTHS = "SELECT id, sz FROM passages_docsize WHERE id > ? ORDER BY id"
# Of the connection's own, so it needs no place in a home's layout.
_INSTANCES = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab('main', 'passages', 'instance')"
# One long text, because a row for each place would take ten times as long to fetch.
_PLACES = "SELECT group_concat(doc * 2 + (col = 'body')) AS places FROM temp.instances WHERE term = ?"

Numbers = NDArray[np.int64]
Worth = tuple[NDArray[np.int32], NDArray[np.float64]]  # passages (their places in the edition), and how much they are about a word


@dataclass
class _Edition:
    """The passages ready at one state of the library, and the stems looked up since. `length` is in terms of the average."""

    contents: int
    ids: Numbers
    collections: Numbers
    names: dict[str, int]
    in_language: dict[str, NDArray[np.bool_]]
    length: NDArray[np.float64]
    known: dict[str, Worth] = field(default_factory=dict)
    held: int = 0


class Postings:
    """Best passages by words. Safe to share between threads: at worst two look up the same stem."""

    def __init__(self, database: Database) -> None:
        """Nothing is read before the first question."""
        self._database = database
        self._edition: _Edition | None = None
        # By id, which no later passage takes over, so that a change costs only what is new.
        self._lengths: tuple[Numbers, Numbers] = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))

    def best(self, contents: int, concepts: Iterable[Concept], collections: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """The `limit` best of the ready passages (ids and scores) in the collections, in all when none is given."""
        edition = self._edition
        if edition is None or edition.contents != contents:
            edition = self._edition = self._read(contents)
        total = np.zeros(len(edition.ids))
        for places, amounts in _telling([self._concept(edition, concept) for concept in dict.fromkeys(concepts)], len(total)):
            total[places] += _rarity(len(places), len(total)) * amounts
        found = np.flatnonzero(total)
        if collections:
            wanted = [edition.names[name] for name in collections if name in edition.names]
            found = found[np.isin(edition.collections[found], wanted)]
        if len(found) > limit:
            found = np.sort(found[np.argpartition(-total[found], limit)[:limit]])
        found = found[np.argsort(-total[found], kind="stable")]
        return list(zip(edition.ids[found].tolist(), total[found].tolist(), strict=True))

    def _concept(self, edition: _Edition, concept: Concept) -> Worth:
        held = [self._word(edition, concept.own)]
        for form in concept.partners:
            places, amounts = reduce(_both, (self._word(edition, word) for word in form))
            here = edition.in_language.get(concept.language, np.zeros(len(edition.ids), dtype=np.bool_))[places]
            held.append((places[here], amounts[here]))
        return _either(held)

    def _word(self, edition: _Edition, stems: Iterable[str]) -> Worth:
        return _either([self._worth(edition, stem) for stem in stems])

    def _read(self, contents: int) -> _Edition:
        rows = self._database.read(_DOCUMENTS)
        names = {name: number for number, name in enumerate(dict.fromkeys(row["collection"] for row in rows))}
        nothing = np.zeros(0, dtype=np.int64)
        ids = np.concatenate([nothing, *(np.arange(row["first"], row["last"] + 1) for row in rows)])
        ordered = np.array([names[row["collection"]] for row in rows], dtype=np.int64)
        sizes = [row["last"] - row["first"] + 1 for row in rows]
        collections = np.repeat(ordered, sizes) if rows else nothing
        spoken = np.repeat([row["language"] for row in rows], sizes) if rows else nothing
        in_language = {language: spoken == language for language in {row["language"] for row in rows}}
        return _Edition(contents, ids, collections, names, in_language, self._relative_lengths(ids))

    def _relative_lengths(self, ids: Numbers) -> NDArray[np.float64]:
        known, lengths = self._lengths
        rows = self._database.read(_LENGTHS, (int(known[-1]) if len(known) else -1,))
        if rows:
            known = np.concatenate([known, [row["id"] for row in rows]])
            lengths = np.concatenate([lengths, decoded_lengths([row["sz"] for row in rows])])
            self._lengths = (known, lengths)
        own = lengths[_found_in(known, ids)[0]].astype(np.float64)
        return own / max(own.mean(), 1.0) if len(own) else own

    def _worth(self, edition: _Edition, stem: str) -> Worth:
        known = edition.known.get(stem)
        if known is None:
            known = self._look_up(edition, stem)
            if edition.held > _MOST_REMEMBERED:
                edition.known, edition.held = {}, 0
            edition.known[stem] = known
            edition.held += len(known[0])
        return known

    def _look_up(self, edition: _Edition, stem: str) -> Worth:
        self._database.read(_INSTANCES)
        text = self._database.read(_PLACES, (stem,))[0]["places"] or ""
        told = np.fromstring(text, dtype=np.int64, sep=",") if text else np.zeros(0, dtype=np.int64)
        # What is still pending, or has gone meanwhile, is left out.
        places, here = _found_in(edition.ids, told >> 1)
        weights = np.where(told[here] & 1, 1, _OUTSIDE_BODY)
        places, starts = np.unique(places, return_index=True)
        count = np.add.reduceat(weights, starts).astype(np.float64) if len(places) else np.zeros(0)
        room = _SATURATION * (1 - _LENGTH + _LENGTH * edition.length[places])
        return places.astype(np.int32), count * (_SATURATION + 1) / (count + room)


def _telling(worths: Sequence[Worth], total: int) -> list[Worth]:
    """Those that tell passages apart: others hardly change the order and cost most of the time. All, when there are no such."""
    found = [worth for worth in worths if len(worth[0])]
    return [worth for worth in found if len(worth[0]) <= max(total * _COMMON, _FEW)] or found


def _rarity(holding: int, total: int) -> float:
    return max(math.log((total - holding + 0.5) / (holding + 0.5)), _LEAST_RARITY)


def _either(worths: Sequence[Worth]) -> Worth:
    """Passages that hold one of them, at the most that one of them is worth there."""
    held = [worth for worth in worths if len(worth[0])]
    if len(held) < 2:
        return held[0] if held else _NOWHERE
    places = np.concatenate([worth[0] for worth in held])
    amounts = np.concatenate([worth[1] for worth in held])
    order = np.lexsort((-amounts, places))
    places, amounts = places[order], amounts[order]
    first = np.append(True, places[1:] != places[:-1])
    return places[first], amounts[first]


def _both(one: Worth, other: Worth) -> Worth:
    """Passages that hold both, at the least that one of them is worth there."""
    places, mine, theirs = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
    return places, np.minimum(one[1][mine], other[1][theirs])


_NOWHERE: Worth = (np.zeros(0, dtype=np.int32), np.zeros(0))


def decoded_lengths(sizes: Sequence[bytes]) -> Numbers:
    """The number of stems of each passage: FTS5 writes one for each column, seven bits a byte, the highest telling of more."""
    raw = np.frombuffer(b"".join(sizes), dtype=np.uint8).astype(np.int64)
    shift = np.zeros(len(raw), dtype=np.int64)
    for _ in range(_MOST_BYTES - 1):
        shift = np.where(raw & 0x80, np.append(shift[1:], 0) + 7, 0)
    starts = np.cumsum([0, *(len(size) for size in sizes[:-1])])
    return np.add.reduceat((raw & 0x7F) << shift, starts)


def _found_in(ordered: Numbers, wanted: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """The places of the wanted numbers in an ordered array, of those that are there; and which are."""
    places = np.searchsorted(ordered, wanted)
    here = places < len(ordered)
    here[here] = ordered[places[here]] == wanted[here]
    return places[here], here
