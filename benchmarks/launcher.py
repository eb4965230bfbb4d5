"""Starts a command and says how long it took and how much memory it needed: `launcher.py REPORT COMMAND…`.

A process of its own, and a small one: Linux counts what the starting process holds towards the peak of the one it starts.
"""

import json
import os
import sys
import time


def main() -> int:
    report, *command = sys.argv[1:]
    begun = time.perf_counter()
    process = os.posix_spawnp(command[0], command, dict(os.environ))
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - begun
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123  # pathlib would be a third of this process
        json.dump({"seconds": seconds, "peak_mb": usage.ru_maxrss / 1024, "status": os.waitstatus_to_exitcode(status)}, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
