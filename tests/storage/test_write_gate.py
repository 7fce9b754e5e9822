"""Writers pass the gate in the order they came; readers and failures never block it."""

import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

from northing.storage.gate import WriteGate


def test_writers_enter_in_the_order_they_came(tmp_path: Path) -> None:
    gate, entered = WriteGate(tmp_path / "gate"), []
    gate.enter()

    def write(number: int) -> None:
        gate.enter()
        entered.append(number)
        gate.leave()

    writers = [Thread(target=write, args=(number,)) for number in range(8)]
    for number, writer in enumerate(writers, start=1):
        writer.start()
        _wait_until(lambda waiting=number: len(gate._waiting) == waiting)
    gate.leave()
    for writer in writers:
        writer.join(5)
    assert entered == list(range(8))


def test_a_second_process_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "gate"
    gate = WriteGate(path)
    gate.enter()
    with _process_that_enters(path) as other:
        time.sleep(0.5)
        waited = other.poll() is None
        gate.leave()
        assert waited
        assert other.wait(10) == 0


def test_a_killed_process_leaves_the_gate_open(tmp_path: Path) -> None:
    path = tmp_path / "gate"
    holder = _process_that_enters(path, then="import time; print('in', flush=True); time.sleep(60)")
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
    gate = WriteGate(path)
    entering = Thread(target=gate.enter, daemon=True)
    entering.start()
    entering.join(5)
    assert not entering.is_alive()


def _process_that_enters(path: Path, then: str = "pass") -> subprocess.Popen[str]:
    code = (
        "from pathlib import Path; from northing.storage.gate import WriteGate; "
        f"WriteGate(Path({str(path)!r})).enter(); {then}"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def _wait_until(happened, seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.005)
