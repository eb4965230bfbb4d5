"""The pages are read once, by `pages.py`, which the tests beside it import."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
