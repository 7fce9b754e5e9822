"""Modules are named in words of the field, not in words that fit anything."""

from pathlib import Path

from scripts.sources import ROOT, files

SAYING_NOTHING = {
    "common",
    "data",
    "handler",
    "handlers",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "process",
    "processes",
    "util",
    "utils",
}


def complaints(root: Path = ROOT) -> list[str]:
    """One sentence for every module or package whose name says nothing."""
    return sorted(
        {
            f"{path.relative_to(root)}: {name!r} says nothing about what it holds"
            for path in files(root, "northing", "scripts", "bench", "tests")
            for name in _names(path.relative_to(root))
            if SAYING_NOTHING & set(name.split("_"))
        }
    )


def _names(path: Path) -> list[str]:
    return [*path.parent.parts, path.stem]
