"""Rows are reached only through models, queries and actions; rules never look at the clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.sources import ROOT, files, tree_of

GATES = {"models", "queries", "actions"}
WAYS_PAST_A_GATE = {"objects", "_default_manager", "_base_manager"}
PURE_PACKAGES = {"measures", "alignment"}
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime", "monotonic", "perf_counter"}
CLOCK_MODULES = {"time"}


def complaints(root: Path = ROOT) -> list[str]:
    """One sentence for every way past a gate and every look at the clock inside a rule."""
    return [
        f"{path.relative_to(root)}:{line}: {fault}"
        for path in files(root, "northing")
        for line, fault in _faults(path.relative_to(root), path)
    ]


def is_pure(path: Path) -> bool:
    """Whether a file of the package holds rules: `rules.py`, `rules/…`, measures or alignment."""
    concept = path.parts[1] if len(path.parts) > 1 else ""
    return concept in PURE_PACKAGES or "rules" in _names(path)


def is_a_gate(path: Path) -> bool:
    """Whether a file may ask the database for rows."""
    return bool(GATES & set(_names(path)))


def _names(path: Path) -> list[str]:
    return [*path.parts[:-1], path.stem]


def _faults(path: Path, file: Path) -> Iterator[tuple[int, str]]:
    tree = tree_of(file)
    if not is_a_gate(path):
        yield from _ways_past_a_gate(tree)
    if is_pure(path):
        yield from _looks_at_the_clock(tree)


def _ways_past_a_gate(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in WAYS_PAST_A_GATE:
            yield node.lineno, f".{node.attr} outside models, queries and actions: use a query"


def _looks_at_the_clock(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in CLOCKS:
                yield node.lineno, f".{node.func.attr}() inside a rule: take the day as a value"
        elif isinstance(node, ast.Import | ast.ImportFrom) and CLOCK_MODULES & _imported(node):
            yield node.lineno, "a rule imports the clock: take the day as a value"


def _imported(node: ast.Import | ast.ImportFrom) -> set[str | None]:
    if isinstance(node, ast.ImportFrom):
        return {node.module}
    return {name.name for name in node.names}
