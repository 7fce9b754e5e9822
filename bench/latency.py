"""How long people wait at a large organization, alone and eight at once, on the real server.

`python -m bench.latency [--key-results 10000] [--requests 160]` seeds an organization, or takes the
one of that size in NORTHING_DATA_DIR, serves it, and lets one client and then eight open each page.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.side_by_side import run_task, surroundings
from bench.trials import Owner, Tally, percentile
from bench.visitor import Visitor
from scripts.sources import ROOT
from tests.browser.running_site import start

CLIENTS = (1, 8)
Ask = Callable[[Visitor], tuple[int, float]]


@contextmanager
def large_organization(key_results: int) -> Iterator[Path]:
    """A data directory with the organization "large-N": the given one, or one made for this."""
    given = os.environ.get("NORTHING_DATA_DIR")
    if given:
        yield Path(given)
        return
    with TemporaryDirectory(prefix="northing-large-") as folder:
        command = [sys.executable, "-m", "bench.large", str(key_results)]
        subprocess.run(command, cwd=ROOT, env=surroundings(Path(folder)), check=True)
        yield Path(folder)


def asks(known: dict[str, Any], slug: str) -> dict[str, Ask]:
    """What is measured, by its name: each opens a page or sends a check-in."""
    pages = {
        "My week": ["my/week"],
        "goals, outline": ["goals"],
        "goals, table": ["goals?view=table"],
        "objective": known["objectives"],
        "key result": known["key_results"],
        "map": ["map"],
    }
    found = {name: _opens(slug, addresses) for name, addresses in pages.items()}
    return {**found, "check-in": _checks_in(slug, known["check_ins"])}


def _opens(slug: str, addresses: list[str]) -> Ask:
    turn = cycle(addresses)

    def ask(visitor: Visitor) -> tuple[int, float]:
        answer = visitor.get(f"/{slug}/{next(turn)}")
        return answer.status, answer.seconds

    return ask


def _checks_in(slug: str, addresses: list[str]) -> Ask:
    turn = cycle(addresses)

    def ask(visitor: Visitor) -> tuple[int, float]:
        owner = Owner(visitor, f"/{slug}/{next(turn)}")
        answer = visitor.post(owner.check_in, owner.filled_form(50))
        return answer.status, answer.seconds

    return ask


def measured(ask: Ask, visitors: list[Visitor], each: int) -> Tally:
    """Let every visitor ask so often, beside each other."""
    tally = Tally()

    def go(visitor: Visitor) -> None:
        for _ in range(each):
            status, seconds = ask(visitor)
            tally.add(status, seconds)

    with ThreadPoolExecutor(len(visitors)) as pool:
        for done in [pool.submit(go, visitor) for visitor in visitors]:
            done.result()
    return tally


def told(tally: Tally) -> str:
    """p50 and p95 in milliseconds, and how many were answered otherwise than well."""
    p50, p95 = (percentile(tally.seconds, share) * 1000 for share in (0.5, 0.95))
    errors = sum(count for status, count in tally.statuses.items() if status >= 400)
    return f"{p50:7.1f} {p95:7.1f} {errors:6}"


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--key-results", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=160)
    asked = parser.parse_args()
    slug = f"large-{asked.key_results}"
    with large_organization(asked.key_results) as folder:
        known = run_task(surroundings(folder), "known", slug)
        site = start(folder)
        try:
            print(f"{'':<16}" + "".join(f" {n} client(s): p50, p95, errors" for n in CLIENTS))
            for name, ask in asks(known, slug).items():
                ask(Visitor(site.address, known["session"]))
                rows = []
                for number in CLIENTS:
                    visitors = [Visitor(site.address, known["session"]) for _ in range(number)]
                    rows.append(told(measured(ask, visitors, asked.requests // number)))
                    for visitor in visitors:
                        visitor.leave()
                print(f"{name:<16}" + "    ".join(rows), flush=True)
        finally:
            site.stop()


if __name__ == "__main__":
    main()
