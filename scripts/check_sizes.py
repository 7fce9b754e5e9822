"""Files and functions stay small. There is no list of exceptions."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.sources import ROOT, files, line_count, tree_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
CODE = ("northing", "scripts", "bench")
# What the people of the demo wrote: as long as their quarter was, and no code.
STORIES = ("demo/first_quarter/", "demo/second_quarter/", "demo/running/")
CODE_ENDINGS = (".py", ".html", ".css", ".js")


@dataclass(frozen=True, slots=True)
class Size:
    """How many lines something has, and where it stands."""

    lines: int
    place: str


@dataclass(frozen=True, slots=True)
class Bar:
    """What a group of sizes must stay under; None where only the longest counts."""

    name: str
    sizes: Sequence[Size]
    longest: int
    median: int | None = None
    p95: int | None = None


def complaints(root: Path = ROOT) -> list[str]:
    """One sentence for every size over its bar."""
    return list(dict.fromkeys(sentence for bar in bars(root) for sentence in _over(bar)))


def report(root: Path = ROOT) -> str:
    """Median, 95th percentile and longest of every group."""
    return "\n".join(
        f"{bar.name:<15} {len(bar.sizes):>5}  median {_median(bar):>4}  p95 {_p95(bar):>4}"
        f"  longest {max((size.lines for size in bar.sizes), default=0):>4}"
        for bar in bars(root)
    )


def bars(root: Path) -> list[Bar]:
    """The groups that are measured. Modules and templates are among the files, too."""
    written = _file_sizes(root, CODE, CODE_ENDINGS)
    stories = [size for size in written if any(story in size.place for story in STORIES)]
    source = [size for size in written if size not in stories]
    functions = list(_function_sizes(root, CODE))
    tests = list(_function_sizes(root, ("tests",), only_tests=True))
    return [
        Bar("files", source, LONGEST_FILE, median=80, p95=250),
        Bar("modules", _ending(source, ".py"), LONGEST_FILE, p95=250),
        Bar("templates", _ending(source, ".html"), LONGEST_FILE, median=30, p95=120),
        Bar("demo stories", stories, LONGEST_FILE),
        Bar("test modules", _file_sizes(root, ("tests",), (".py",)), LONGEST_FILE),
        Bar("functions", functions, LONGEST_FUNCTION, median=12, p95=30),
        Bar("tests", tests, LONGEST_FUNCTION, median=12, p95=30),
    ]


def _ending(sizes: Sequence[Size], ending: str) -> list[Size]:
    return [size for size in sizes if size.place.endswith(ending)]


def _over(bar: Bar) -> Iterator[str]:
    for size in bar.sizes:
        if size.lines > bar.longest:
            yield f"{size.place}: {size.lines} lines, at most {bar.longest}"
    if bar.median is not None and _median(bar) > bar.median:
        yield f"{bar.name}: the median is {_median(bar)} lines, at most {bar.median}"
    if bar.p95 is not None and _p95(bar) > bar.p95:
        yield f"{bar.name}: 19 of 20 should have at most {bar.p95} lines, now {_p95(bar)}"


def _median(bar: Bar) -> int:
    return round(median(size.lines for size in bar.sizes)) if bar.sizes else 0


def _p95(bar: Bar) -> int:
    lines = sorted(size.lines for size in bar.sizes)
    return lines[int(0.95 * (len(lines) - 1))] if lines else 0


def _file_sizes(root: Path, folders: Sequence[str], endings: tuple[str, ...]) -> list[Size]:
    sizes = (
        Size(line_count(path), str(path.relative_to(root)))
        for path in files(root, *folders, endings=endings)
    )
    return [size for size in sizes if size.lines]


def _function_sizes(
    root: Path, folders: Sequence[str], *, only_tests: bool = False
) -> Iterator[Size]:
    for path in files(root, *folders):
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if only_tests and not node.name.startswith("test_"):
                continue
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Size(lines, f"{path.relative_to(root)}:{node.lineno} {node.name}")
