"""A copy of the code in which a test may plant a breach."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.sources import ROOT

Plant = Callable[[str, str], Path]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, copied."""
    return copy_of_the_code(tmp_path / "copy")


@pytest.fixture
def plant(copy: Path) -> Plant:
    """Write a file into the copy: `plant("northing/goals/rules/x.py", "import django")`."""

    def write(path: str, text: str) -> Path:
        file = copy / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def copy_of_the_code(to: Path) -> Path:
    """Copy what the contracts speak of to an empty folder."""
    leave_out = shutil.ignore_patterns("__pycache__", "static", "vendor")
    shutil.copytree(ROOT / "northing", to / "northing", ignore=leave_out)
    shutil.copy(ROOT / "pyproject.toml", to / "pyproject.toml")
    return to


def contracts_of(folder: Path) -> str:
    """What import-linter says about the package in a folder."""
    linter = "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command"
    done = subprocess.run(
        [sys.executable, "-c", f"{linter}; lint_imports_command()", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr
