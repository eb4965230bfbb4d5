"""`python -m interfaces.cli` with ten built-in pages, which are indexed in seconds. A program for the tests."""

import runpy
from pathlib import Path

import knowledge.builtin

PAGES = Path(__file__).parent.parent / "agents" / "pages"

if __name__ == "__main__":
    knowledge.builtin.builtin_root = lambda: PAGES
    runpy.run_module("interfaces.cli", run_name="__main__", alter_sys=True)
