"""Which test files need neither Django nor a database: those that import only pure rules."""

import ast
from collections.abc import Iterator
from pathlib import Path

from scripts.check_gates import is_pure
from scripts.sources import ROOT, files, tree_of

OUTSIDE_OF_RULES = {"django", "pytest_django", "playwright", "psycopg", "scripts", "tests"}


def pure_test_files(root: Path = ROOT) -> list[Path]:
    """The test modules whose every import from Northing is a rule, and at least one is."""
    return [
        path for path in files(root, "tests") if path.stem.startswith("test_") and _is_pure(path)
    ]


def _is_pure(path: Path) -> bool:
    modules = list(_imported(tree_of(path)))
    ours = [module for module in modules if module.split(".")[0] == "northing"]
    rest = {module.split(".")[0] for module in modules}
    return bool(ours) and all(map(_names_rules, ours)) and not rest & OUTSIDE_OF_RULES


def _names_rules(module: str) -> bool:
    return is_pure(Path(*module.split(".")))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (_module_of(node.module, name.name) for name in node.names)


def _module_of(module: str, name: str) -> str:
    """`from northing.goals import rules` imports a module, other names lie inside one."""
    path = ROOT / Path(*module.split(".")) / name
    return f"{module}.{name}" if path.is_dir() or path.with_suffix(".py").exists() else module
