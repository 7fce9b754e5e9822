"""`make bench`: a short form of every measure. docs/performance.md has the long ones.

Each runs in a process of its own, one after the other, so that none disturbs another.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.side_by_side import surroundings
from scripts.sources import ROOT

SMALL, LARGE = "1000", "4000"
PAGES = "my/week goals goals?view=table o kr s map"
MEASURES = {
    "Seeding two large organizations": f"bench.large {SMALL} {LARGE}",
    "Pages": f"bench.pages large-{SMALL},large-{LARGE} {PAGES}",
    "A check-in": f"bench.check_in_cost large-{SMALL} large-{LARGE}",
    "Importing spreadsheets": "bench.imports 500 1000",
    "Waiting times, one client and eight": f"bench.latency --key-results {LARGE} --requests 64",
    "Starting and resting": "bench.start_and_idle --starts 2",
    "What pages weigh": "bench.page_weights",
    "200 check-ins at once": "bench.check_ins_at_once --each 1",
    "Kills while people check in": "bench.kill_nine --check-ins 320 --kills 3",
    "Random changes on SQLite": "bench.rebuild_after_random --changes 800",
    "Random changes on PostgreSQL": "bench.rebuild_after_random --changes 800 --on postgresql",
}


def main() -> int:
    """Run every measure; 1 when one of them found something lost, wrong or too heavy."""
    with TemporaryDirectory(prefix="northing-bench-") as folder:
        environment = surroundings(Path(folder))
        statuses = [_run(title, words, environment) for title, words in MEASURES.items()]
    return 1 if any(statuses) else 0


def _run(title: str, words: str, environment: dict[str, str]) -> int:
    print(f"\n{title}\n{'─' * len(title)}", flush=True)
    began = time.monotonic()
    command = [sys.executable, "-W", "ignore", "-m", *words.split()]
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    print(f"({time.monotonic() - began:.0f} s: python -m {words})", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
