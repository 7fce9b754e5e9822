"""How soon a server answers, and what it takes of memory when nobody asks.

`python -m bench.start_and_idle [--starts 3]` starts `northing serve` on a new data directory, then
again on the same one; opens 50 pages of the demo; and reads what the kernel says of its processes.
"""

import argparse
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.demo_visitor import demo_session
from bench.visitor import Visitor
from northing.demo.strategy import SLUG
from tests.browser.running_site import run, start

PAGES = ("my/week", "goals", "goals?view=table", "map", "strategy", "teams", "cycles")
REQUESTS = 50
SECONDS_OF_REST = 1.0


@dataclass(frozen=True, slots=True)
class Memory:
    """What a process holds, in megabytes: all of it, and its share of what several hold."""

    name: str
    resident: float
    proportional: float


def seconds_to_first_page(folder: Path) -> float:
    """From the command to the first page answered."""
    began = time.monotonic()
    site = start(folder)
    seconds = time.monotonic() - began
    site.stop()
    return seconds


def memory_after_pages(folder: Path) -> list[Memory]:
    """What the server's processes hold after 50 pages, when they rest."""
    site = start(folder)
    try:
        visitor = Visitor(site.address, demo_session(site.address))
        addresses = [f"/{SLUG}/{page}" for page in PAGES]
        for number in range(REQUESTS):
            answer = visitor.get(addresses[number % len(addresses)])
            assert answer.status == 200, (addresses[number % len(addresses)], answer.status)
        visitor.leave()
        time.sleep(SECONDS_OF_REST)
        first, *others = site.processes
        return [_memory("parent", first), *(_memory("worker", other) for other in others)]
    finally:
        site.stop()


def _memory(name: str, process: int) -> Memory:
    told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    sizes = {kind: int(size) / 1024 for kind, size in re.findall(r"(\w+):\s+(\d+) kB", told)}
    return Memory(name, sizes["Rss"], sizes["Pss"])


def _told(seconds: Sequence[float]) -> str:
    return ", ".join(f"{second:.1f}" for second in seconds)


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--starts", type=int, default=3)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="northing-start-") as name:
        new = Path(name) / "new"
        new.mkdir()
        print(f"seconds to the first page, new data directory: {seconds_to_first_page(new):.1f}")
        again = [seconds_to_first_page(new) for _ in range(asked.starts)]
        print(f"seconds to the first page, prepared: {_told(again)}")
        demo = Path(name) / "demo"
        demo.mkdir()
        run(("demo", "--load-only"), demo)
        for memory in memory_after_pages(demo):
            print(
                f"{memory.name} at rest after {REQUESTS} pages: {memory.resident:.0f} MB resident, "
                f"{memory.proportional:.0f} MB proportional"
            )


if __name__ == "__main__":
    main()
