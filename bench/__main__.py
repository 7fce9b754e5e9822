"""Every measure of docs/performance.md, one after another. Usage: python -m bench

Each is also a module of its own with options; `python -m bench.kill_nine --help` tells them.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ON_THE_DEMO = ("start_and_idle", "page_weights")
UNDER_STRAIN = ("check_ins_at_once", "kill_nine", "rebuild_after_random")
SIZES = (1_000, 10_000, 50_000)
PAGES = ("my/week", "goals", "goals?view=table", "map", "o", "kr", "s")


def main() -> int:
    """Run all of them; the number of those that failed."""
    statuses = [_run(name) for name in ON_THE_DEMO]
    with TemporaryDirectory(prefix="northing-bench-") as folder:
        statuses.append(_run("large", *map(str, SIZES), folder=Path(folder)))
        statuses += [_run("pages", f"large-{size}", *PAGES, folder=Path(folder)) for size in SIZES]
    statuses += [_run(name) for name in UNDER_STRAIN]
    return sum(status != 0 for status in statuses)


def _run(name: str, *arguments: str, folder: Path | None = None) -> int:
    print(f"\n{name} {' '.join(arguments)}".rstrip(), flush=True)
    environment = dict(os.environ)
    if folder is not None:
        environment["NORTHING_DATA_DIR"] = str(folder)
        environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", f"bench.{name}", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
