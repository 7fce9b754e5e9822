"""No file names a package registry or a folder of one machine: the repository works anywhere."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from scripts.sources import ROOT

REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian|archive\.ubuntu|security\.debian"
    r"|proxy\.golang|static\.crates|repo\.maven|cdn\.jsdelivr|unpkg\.com"
)
MACHINE_PATHS = re.compile(r"(?<![\w/.~$}-])/(?:work|root|tmp|home)/[\w.]")


def complaints(root: Path = ROOT) -> list[str]:
    """One sentence for every line that ties the repository to a registry or a machine."""
    return [
        f"{path}:{line}: {fault}" for path in _tracked(root) for line, fault in _faults(root / path)
    ]


def fault_of(line: str) -> str | None:
    """What is wrong with a line of text, or None."""
    if REGISTRIES.search(line):
        return "names the host of a package registry"
    if MACHINE_PATHS.search(line):
        return "names a folder of one machine"
    return None


def _tracked(root: Path) -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    return sorted(filter(None, listing.stdout.split("\0")))


def _faults(path: Path) -> Iterator[tuple[int, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (UnicodeDecodeError, FileNotFoundError):
        return
    for number, line in enumerate(lines, start=1):
        fault = fault_of(line)
        if fault is not None:
            yield number, fault
