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
    """One sentence for every module or package whose name says nothing.

    A test is named by a sentence, so only a test module of nothing but such a word is refused.
    """
    return sorted(
        {
            f"{path.relative_to(root)}: {name!r} says nothing about what it holds"
            for path in files(root, "northing", "scripts", "bench", "tests")
            for name in _names(path.relative_to(root))
            if SAYING_NOTHING & _words(name)
        }
    )


def _words(name: str) -> set[str]:
    return {name.removeprefix("test_")} if name.startswith("test_") else set(name.split("_"))


def _names(path: Path) -> list[str]:
    return [*path.parent.parts, path.stem]
