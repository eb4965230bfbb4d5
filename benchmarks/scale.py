"""How much is measured: everything, or a quick look."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """`every`: of the questions only every so manieth; `runs` of each cold start; sizes in chunks, pages and documents."""

    name: str
    minutes: float
    every: int
    runs: int
    library_sizes: tuple[int, ...]
    throughput_pages: int
    memory_documents: tuple[int, int]
    rivals_search: bool


FULL = Scale("full", 30, 1, 5, (10_000, 100_000), 80, (100, 400), True)
QUICK = Scale("quick", 3, 8, 2, (1_000, 3_000), 8, (10, 40), False)
