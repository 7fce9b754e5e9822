"""Everything that can be said about the code without running it. Usage: python -m scripts.check"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts import (
    check_docs,
    check_gates,
    check_names,
    check_sizes,
    check_templates,
    check_texts,
)
from scripts.sources import ROOT

BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Step:
    """One question put to the code. It answers with complaints; nothing means that all is well."""

    name: str
    complaints: Callable[[], list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a step found, and how long it took."""

    step: Step
    complaints: list[str]
    seconds: float


def main() -> int:
    """Run every step, print what each found; 1 when anything is wrong."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        answers = list(map(_show, pool.map(_ask, STEPS)))
    print(check_sizes.report())
    broken = [answer.step.name for answer in answers if answer.complaints]
    print(f"check: {'broken: ' + ', '.join(broken) if broken else 'all is well'}")
    return 1 if broken else 0


def _ask(step: Step) -> Answer:
    started = time.monotonic()
    return Answer(step, step.complaints(), time.monotonic() - started)


def _show(answer: Answer) -> Answer:
    mark = "broken" if answer.complaints else "ok"
    print(f"{answer.step.name:<12} {mark:<7} {answer.seconds:5.1f} s", flush=True)
    for complaint in answer.complaints:
        print(f"    {complaint}", flush=True)
    return answer


def _tool(*arguments: str) -> Callable[[], list[str]]:
    """A step that runs a tool of the environment and complains with its output."""

    def run() -> list[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
        environment["DJANGO_SETTINGS_MODULE"] = "northing.config.settings"
        environment["NORTHING_SECRET_KEY"] = "nothing is kept"
        done = subprocess.run(
            [str(BIN / arguments[0]), *arguments[1:]],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        output = (done.stdout + done.stderr).strip() or f"exit status {done.returncode}"
        return output.splitlines() if done.returncode else []

    return run


STEPS = [
    Step("types", _tool("mypy", "--strict")),
    Step("style", _tool("ruff", "check", "--quiet", "--output-format=concise", ".")),
    Step("format", _tool("ruff", "format", "--check", "--quiet", ".")),
    Step("layers", _tool("lint-imports")),
    Step("sizes", check_sizes.complaints),
    Step("names", check_names.complaints),
    Step("gates", check_gates.complaints),
    Step("markup", check_templates.complaints),
    Step("templates", _tool("djlint", "--lint", "--quiet", "northing")),
    Step("migrations", _tool("python", "-m", "django", "makemigrations", "--check", "--dry-run")),
    Step("texts", check_texts.complaints),
    Step("docs", check_docs.complaints),
]


if __name__ == "__main__":
    sys.exit(main())
