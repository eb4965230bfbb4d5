"""`python -m knowledge.glossary` writes what ships ready, after entries were edited."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from knowledge.glossary.entries import load_entries
from knowledge.glossary.index import READY, edition, make_index


def main() -> None:
    """Write the index of all entries beside them."""
    ready = {"of": edition(), **asdict(make_index(load_entries()))}
    target = Path(__file__).with_name(READY)
    target.write_text(json.dumps(ready, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(load_entries())} entries: {target.name} is {target.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
