"""How many random option sets a kind is tried with: 200 where changes are judged, fewer while one works on it."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

_CHECKS = list(HealthCheck)
settings.register_profile("judged", max_examples=200, deadline=None, suppress_health_check=_CHECKS, derandomize=False)
settings.register_profile("working", max_examples=20, deadline=None, suppress_health_check=_CHECKS)
settings.load_profile("judged" if os.environ.get("CI") else "working")
