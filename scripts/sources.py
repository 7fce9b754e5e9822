"""The files that the checks read: what people wrote, not what tools made."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WRITTEN_BY_TOOLS = {"migrations", "vendor", "__pycache__", "node_modules"}


def files(root: Path, *folders: str, endings: tuple[str, ...] = (".py",)) -> Iterator[Path]:
    """The written files of the folders that exist, in a stable order."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in endings and not WRITTEN_BY_TOOLS & set(path.parts):
                yield path


def tree_of(path: Path) -> ast.Module:
    """The parsed syntax of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def line_count(path: Path) -> int:
    """Lines of a text file, blank ones included."""
    return len(path.read_text(encoding="utf-8").splitlines())
