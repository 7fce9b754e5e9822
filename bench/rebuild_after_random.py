"""Many processes change a tangled plan at random; afterwards nothing stored may be wrong.

`python -m bench.rebuild_after_random [--changes 10000] [--processes 8] [--on postgresql]`
"""

import argparse
import time
from collections import Counter
from dataclasses import dataclass

from bench.side_by_side import own_database, run_task, run_tasks


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done how often, in what time, and which stored columns are wrong."""

    goals: int
    done: Counter[str]
    seconds: float
    differences: list[str]


def change_and_check(vendor: str, changes: int, processes: int, key_results: int = 240) -> Outcome:
    """Change a fresh plan from several processes, then compare all of it with its records."""
    with own_database(vendor) as environment:
        goals = run_task(environment, "tangle", str(key_results))["goals"]
        started = time.monotonic()
        each = str(changes // processes)
        tasks = [("change", str(seed), each) for seed in range(processes)]
        tallies = run_tasks(environment, tasks)
        seconds = time.monotonic() - started
        differences = run_task(environment, "rebuild")["differences"]
    return Outcome(goals, sum(map(Counter, tallies), Counter()), seconds, differences)


def main() -> None:
    """Measure and tell; the exit status is 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--on", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    outcome = change_and_check(asked.on, asked.changes, asked.processes)
    print(
        f"{asked.on}: {outcome.done.total()} changes of {outcome.goals} goals by "
        f"{asked.processes} processes in {outcome.seconds:.0f} s, "
        f"{len(outcome.differences)} stored columns differ"
    )
    for doing, count in outcome.done.most_common():
        print(f"  {count:>6} {doing}")
    for difference in outcome.differences[:20]:
        print(f"  {difference}")
    raise SystemExit(1 if outcome.differences else 0)


if __name__ == "__main__":
    main()
