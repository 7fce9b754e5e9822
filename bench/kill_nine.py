"""The server is killed again and again while people check in; nothing answered may be lost.

`python -m bench.kill_nine [--check-ins 2000] [--kills 10]` sends check-ins with their request
keys, each again until it is answered, and kills every process of the server at random moments.
"""

import argparse
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench.trials import Owner, Tally, Trial, trial
from bench.visitor import NoAnswer
from northing.storage.copies import faults_of

CLIENTS = 16
SECONDS_TO_TRY = 90


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was answered and what the database holds, after so many kills."""

    sent: int
    tally: Tally
    again: int
    seconds_away: Sequence[float]
    lost: int
    doubled: int
    recorded: int
    faults: Sequence[str]
    differences: Sequence[str]

    @property
    def is_clean(self) -> bool:
        """Every check-in was answered at last and is there exactly once, and all is whole."""
        is_all = len(self.tally.answered) == self.sent == self.recorded
        return is_all and not (self.lost or self.doubled or self.faults or self.differences)


class Persistent:
    """Somebody who sends a check-in again, the same one, until it is answered."""

    def __init__(self, owner: Owner, tally: Tally) -> None:
        self.owner = owner
        self.tally = tally
        self.again = 0

    def check_in(self, times: int) -> None:
        """Check in so often, one after the other."""
        for number in range(1, times + 1):
            form = self._until_answered(lambda value=number * 10: self.owner.filled_form(value))
            self._until_answered(lambda form=form: self._sent(form))
        self.owner.visitor.leave()

    def _sent(self, form: dict[str, str]) -> None:
        answer = self.owner.visitor.post(self.owner.check_in, form)
        self.tally.add(answer.status, answer.seconds, form["request_key"])
        if answer.status >= 500:
            raise NoAnswer(str(answer.status))

    def _until_answered(self, doing):
        until = time.monotonic() + SECONDS_TO_TRY
        while True:
            try:
                return doing()
            except NoAnswer:
                if time.monotonic() > until:
                    raise
                self.again += 1
                time.sleep(0.2)


def killed_while_checking_in(check_ins: int, kills: int, seed: int = 9) -> Outcome:
    """Run the trial on a server of its own."""
    with trial(CLIENTS) as begun:
        tally = Tally()
        people = [Persistent(owner, tally) for owner in begun.visitors()]
        with ThreadPoolExecutor(CLIENTS + 1) as pool:
            killing = pool.submit(_kill, begun, tally, check_ins, kills, seed)
            for done in [pool.submit(one.check_in, check_ins // CLIENTS) for one in people]:
                done.result()
            away = killing.result()
        recorded = begun.recorded()
        return Outcome(
            sent=check_ins // CLIENTS * CLIENTS,
            tally=tally,
            again=sum(one.again for one in people),
            seconds_away=away,
            lost=sum(key not in recorded for key in tally.answered),
            doubled=sum(count > 1 for count in recorded.values()),
            recorded=recorded.total(),
            faults=faults_of(begun.database),
            differences=begun.differences(),
        )


def _kill(begun: Trial, tally: Tally, check_ins: int, kills: int, seed: int) -> list[float]:
    """Kill the server at random points of the way; how long it was away each time."""
    away = []
    chance = random.Random(seed)
    sent = check_ins // CLIENTS * CLIENTS
    for point in sorted(chance.sample(range(sent // 20, sent - sent // 20), kills)):
        until = time.monotonic() + SECONDS_TO_TRY
        while len(tally.answered) < point and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.random() / 50)
        begun.site.kill()
        began = time.monotonic()
        begun.start_again()
        away.append(time.monotonic() - began)
    return away


def main() -> None:
    """Measure and tell; the exit status is 1 when anything was lost or is not whole."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check-ins", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=10)
    asked = parser.parse_args()
    found = killed_while_checking_in(asked.check_ins, asked.kills)
    print(
        f"{found.sent} check-ins, killed {len(found.seconds_away)} times, tried again "
        f"{found.again} times: "
        f"{len(found.tally.answered)} answered, {found.recorded} recorded, {found.lost} lost, "
        f"{found.doubled} doubled; back in {max(found.seconds_away):.1f} s at most; "
        f"{len(found.faults)} faults of the file, {len(found.differences)} stored columns differ"
    )
    raise SystemExit(not found.is_clean)


if __name__ == "__main__":
    main()
