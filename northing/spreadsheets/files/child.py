"""The child process: a file on standard input, its cells as JSON on standard output.

It knows nothing of Django, has no secrets in its environment, and whatever a file does to the
parser ends here.
"""

import json
import resource
import sys

from northing.spreadsheets.files import limits

_OUT_OF_MEMORY = 3


def main() -> int:
    """Read one upload; the first line of the input is its name as JSON."""
    _set_limits()
    from northing.spreadsheets.files.kinds import read_upload
    from northing.spreadsheets.files.refusal import FileRefused
    from northing.spreadsheets.files.wire import to_wire

    name = json.loads(sys.stdin.buffer.readline())
    try:
        answer = {"upload": to_wire(read_upload(name, sys.stdin.buffer.read()))}
    except FileRefused as refusal:
        answer = {"refused": refusal.as_record()}
    except MemoryError:
        return _OUT_OF_MEMORY
    json.dump(answer, sys.stdout, ensure_ascii=True, separators=(",", ":"))
    return 0


def _set_limits() -> None:
    for limit, value in (
        (resource.RLIMIT_AS, limits.CHILD_MEMORY),
        (resource.RLIMIT_CPU, limits.CHILD_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, limits.CHILD_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    sys.exit(main())
