"""`planc` that tells at its end how much memory it took: kB of the process and of the largest one it started.

The system adds the two up in one figure for whoever waits for a process, so they must be asked for from within. The
file is shaped like the script that an installation makes, since each process that it starts reads it again.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from plancompiler.cli.app import main

if __name__ == "__main__":
    sys.argv[0] = "planc"
    try:
        main()
    finally:
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        Path(os.environ["PLANC_BENCH_MEMORY"]).write_text(f"{own} {children}\n", "utf-8")
