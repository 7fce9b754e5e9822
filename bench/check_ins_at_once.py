"""Many people check in at the same moment, through the form and the real server.

`python -m bench.check_ins_at_once [--clients 200] [--each 1 10]` tells for each burst how many
check-ins were sent, answered and recorded, what else was answered, and how long answers took.
"""

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

from bench.trials import Owner, Tally, Trial, percentile, trial
from bench.visitor import NoAnswer

STEP = 100


@dataclass(frozen=True, slots=True)
class Burst:
    """What came of check-ins that were sent at once."""

    sent: int
    tally: Tally
    seconds: float
    lost: int
    doubled: int

    @property
    def is_clean(self) -> bool:
        """Every one answered as taken, and recorded exactly once."""
        return dict(self.tally.statuses) == {303: self.sent} and not self.lost and not self.doubled


def burst(begun: Trial, owners: Sequence[Owner], each: int) -> Burst:
    """Let every owner check in so often, all beginning at the same moment."""
    tally, start = Tally(), Barrier(len(owners) + 1)

    def check_in(owner: Owner) -> None:
        form = owner.filled_form(STEP)
        start.wait()
        for number in range(1, each + 1):
            _send(owner, form, tally)
            if number < each:
                form = owner.filled_form(STEP * (number + 1))
        owner.visitor.leave()

    with ThreadPoolExecutor(len(owners)) as pool:
        checking_in = [pool.submit(check_in, owner) for owner in owners]
        start.wait()
        began = time.perf_counter()
        for one in checking_in:
            one.result()
        seconds = time.perf_counter() - began
    recorded = begun.recorded()
    lost = sum(key not in recorded for key in tally.answered)
    doubled = sum(count > 1 for count in recorded.values())
    return Burst(len(owners) * each, tally, seconds, lost, doubled)


def _send(owner: Owner, form: dict[str, str], tally: Tally) -> None:
    try:
        answer = owner.visitor.post(owner.check_in, form)
    except NoAnswer:
        tally.add(0, 0, form["request_key"])
    else:
        tally.add(answer.status, answer.seconds, form["request_key"])


def told(each: int, clients: int, found: Burst) -> str:
    """A burst in a line."""
    times = ", ".join(
        f"p{share} {percentile(found.tally.seconds, share / 100) * 1000:.0f} ms"
        for share in (50, 95, 99)
    )
    statuses = ", ".join(f"{count} x {status}" for status, count in found.tally.statuses.items())
    return (
        f"{clients} clients x {each}: {found.sent} sent, answered {statuses}; {found.lost} lost, "
        f"{found.doubled} doubled; {times}; {found.sent / found.seconds:.0f} check-ins/s"
    )


def main() -> None:
    """Measure and tell; the exit status is 1 when anything was lost, refused or doubled."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--each", type=int, nargs="+", default=[1, 10])
    asked = parser.parse_args()
    with trial(asked.clients) as begun:
        bursts = []
        for each in asked.each:
            bursts.append(burst(begun, begun.visitors(), each))
            print(told(each, asked.clients, bursts[-1]), flush=True)
        differences = begun.differences()
        is_locked = "locked" in begun.log()
    print(f"{len(differences)} stored columns differ; 'locked' in the log: {is_locked}")
    raise SystemExit(bool(differences or is_locked or not all(one.is_clean for one in bursts)))


if __name__ == "__main__":
    main()
