"""How many random option sets a kind is tried with: 200 where changes are judged, fewer while one works on it."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

sys.path.insert(0, str(Path(__file__).parent))

_CHECKS = list(HealthCheck)
# The judge draws the same sets for the same code, or a change would be blamed for what it did not touch; work draws others each time.
settings.register_profile(
    "judged",
    max_examples=200,
    deadline=None,
    suppress_health_check=_CHECKS,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # shrinking takes minutes, and needs no judge
)
settings.register_profile("working", max_examples=20, deadline=None, suppress_health_check=_CHECKS)
settings.load_profile("judged" if os.environ.get("CI") else "working")
