"""The sections of docs/benchmarks.md: a heading, what it means, and a table of the figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.bars import PLAIN
from benchmarks.results import Figures

Found = dict[str, Figures]


@dataclass(frozen=True)
class Section:
    """`show` takes the section's own figures and those of all."""

    title: str
    text: str
    show: Callable[[Figures, Found], str]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; numbers to the right."""
    held = [[_cell(value) for value in row] for row in rows]
    numeric = [bool(held) and all(_is_number(row[at]) for row in held) for at in range(len(head))]
    lines = [list(head), ["--:" if right else "---" for right in numeric], *held]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _is_number(text: str) -> bool:
    return text == "" or text.replace(",", "").replace(".", "").replace("%", "").strip().isdigit()


def _retrieval(figures: Figures, found: Found) -> str:
    rivals = found.get("rivals", {}).get("sets", {})
    rows: list[list[object]] = []
    for name, one in figures["sets"].items():
        for key, row in _by_group(one["rows"]):
            rows.append([one["title"], key, "Sternik", *_ranks(row)])
            other = rivals.get(name, {}).get("rows", {}).get(key)
            if other:
                rows.append([one["title"], key, PLAIN, *_ranks(other)])
    return table(["questions on", "row", "by", "n", "hit@1", "hit@5", "hit@10", "MRR@5", "nDCG@10"], rows)


def _gap(figures: Figures, found: Found) -> str:
    rows = [
        [name, *(by_language[language][measured] for language in ("en", "pl") for measured in ("hit@5", "hit@1"))]
        for name, by_language in figures["levers"].items()
    ]
    return table(["searched by", "English, first five", "English, first", "Polish, first five", "Polish, first"], rows)


def _ranks(row: Figures) -> list[object]:
    return [row[name] for name in ("n", "hit@1", "hit@5", "hit@10", "mrr@5", "ndcg@10")]


def _by_group(rows: Figures) -> list[tuple[str, Figures]]:
    """All, each language, and each collection when there is more than one; tools are too few questions each to be shown."""
    several = sum(key.startswith("collection") for key in rows) > 1
    languages = sum(key.startswith("language") for key in rows) > 1
    shown = {"all": True, "language": languages, "collection": several, "tool": False}
    return [(key, row) for key, row in rows.items() if shown[key.split(" ")[0]]]


def _answers(figures: Figures, found: Found) -> str:
    rows = []
    for one in figures["sets"].values():
        for key, row in _by_group(one["rows"]):
            names = ("n", "facts", "cited", "language", "refused", "false_refusal")
            rows.append([one["title"], key, *(row.get(name, "") for name in names)])
    head = ["questions on", "row", "n", "facts found", "right page cited", "right language", "rightly refused", "wrongly refused"]
    return table(head, rows)


def _refusal(figures: Figures, found: Found) -> str:
    rows = [
        [one["title"], point["false_refusal"], point["refused"], point["threshold"]]
        for one in figures["sets"].values()
        for point in one["curve"]
    ]
    areas = "; ".join(
        f"{one['title']}: AUC {one['auc']:.3f} ({one['answerable']} questions with an answer, {one['unanswerable']} without)"
        for one in figures["sets"].values()
    )
    return f"{areas}.\n\n" + table(["questions on", "wrongly refused", "rightly refused", "threshold"], rows)


def _throughput(figures: Figures, found: Found) -> str:
    rows = [["Sternik", *_speed(figures["ours"])]]
    if figures["plain_langchain"]:
        rows.append([PLAIN, *_speed(figures["plain_langchain"])])
    return table(["by", "chunks", "seconds", "chunks a second", "characters a second"], rows)


def _speed(row: Figures) -> list[object]:
    return [row["chunks"], row["seconds"], row["chunks_per_second"], row["characters_per_second"]]


def _memory(figures: Figures, found: Found) -> str:
    return table(["documents", "peak memory, MB"], [[peak["documents"], peak["peak_mb"]] for peak in figures["peaks"]])


def _latency(figures: Figures, found: Found) -> str:
    rows = [[size["chunks"], size["p50_ms"], size["p95_ms"], size["p99_ms"]] for size in figures["sizes"]]
    return table(["chunks", "p50, ms", "p95, ms", "p99, ms"], rows)


def _start(figures: Figures, found: Found) -> str:
    if "missing" in figures:
        return f"Not measured: {figures['missing']}."
    names = {"runs": "runs", "median_seconds": "median, s", "slowest_seconds": "slowest, s", "peak_mb": "peak memory, MB"}
    shown = [name for name in names if name in figures]
    return table([names[name] for name in shown], [[figures[name] for name in shown]])


def _indexing(figures: Figures, found: Found) -> str:
    row = [figures[name] for name in ("pages", "chunks", "seconds", "chunks_per_second", "peak_mb")]
    return table(["pages", "chunks", "seconds", "chunks a second", "peak memory, MB"], [row])


def _round_trips(figures: Figures, found: Found) -> str:
    row = [figures[name] for name in ("calls", "p50_ms", "p95_ms", "p99_ms")]
    return table(["calls", "p50, ms", "p95, ms", "p99, ms"], [row])


def _generating(figures: Figures, found: Found) -> str:
    names = ("files", "render_ms", "median_seconds", "slowest_seconds")
    rows = [[kind, *(row[name] for name in names)] for kind, row in figures["kinds"].items()]
    return table(["kind", "files", "rendered, ms", "with checks, s", "slowest, s"], rows)


_RETRIEVAL = """Is a page that answers the question among the first? Passages of one page count once, at their best place; a page
and its twin in the other language count as one for nDCG. The published figure for the courses is 0.952 (MRR@5 0.875)."""
_ANSWERS = """By the embedded model. Facts: every pattern of the question occurs in the answer or the sentences it cites.
Refused: of the questions that the pages cannot answer; wrongly: of those that they can."""
_REFUSAL = """Each threshold on the doubt of `agents/embedded/refusal.py` trades the two kinds of mistakes. Its weights are fitted
to the questions on the built-in knowledge (`python -m benchmarks.fit_refusal`), so only the other curve is seen
from outside; few of the questions for it have no answer, so ours without one are asked there too."""
_INGEST = """The same pages in the same run, from text to a searchable index. The chunks differ in size, so characters count too."""
_MEMORY = "Peak of a process that ingests that many documents of 3 chunks."
_SEARCH = "In process, the question's embedding included: real Chroma and full-text index, invented texts and vectors."
_COLD = "`sternik ask` from the start of the process to its end, on an indexed home."
_PAGE = "From starting `sternik serve` on an indexed home to a chat that takes a question, in headless Chromium."
_FIRST = "Indexing the built-in knowledge into an empty home."

_MCP = "`search_knowledge` called by an MCP client over stdio, in a running server."
_FILES = "With default options, in a warm process: rendered alone, and checked by every light validator of the kind."

_GAP = """Documentation of 17 tools, all of it in English, asked in both languages: the questions for development and our own.
A right page among the first five, and at the first place."""
SECTIONS = {
    "retrieval": Section("Retrieval", _RETRIEVAL, _retrieval),
    "gap": Section("The gap between the languages", _GAP, _gap),
    "answers": Section("Answers", _ANSWERS, _answers),
    "refusal": Section("Refusal", _REFUSAL, _refusal),
    "throughput": Section("Ingest", _INGEST, _throughput),
    "memory": Section("Memory and the number of documents", _MEMORY, _memory),
    "latency": Section("Search", _SEARCH, _latency),
    "round_trips": Section("Search from an IDE", _MCP, _round_trips),
    "generating": Section("Files", _FILES, _generating),
    "startup": Section("Cold start", _COLD, _start),
    "page": Section("Page", _PAGE, _start),
    "indexing": Section("First start", _FIRST, _indexing),
}
