"""Pages obey the content security policy: no code and no looks written into the markup."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.sources import ROOT, files

BREACHES = {
    "an inline style: use a class": re.compile(r"""(?<![\w.-])style\s*=\s*["']"""),
    "a style element: put it into a style sheet": re.compile(r"<style\b"),
    "an inline event: listen in a module": re.compile(r"""\son[a-z]+\s*=\s*["']"""),
    "a script without src: put it into a module": re.compile(r"<script\b(?![^>]*\ssrc=)"),
    "a javascript: address": re.compile(r"""["']\s*javascript:"""),
}
ESCAPING_OFF = re.compile(r"\|\s*safe\b|autoescape\s+(false|off)")
COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)


def complaints(root: Path = ROOT) -> list[str]:
    """One sentence for every piece of markup that a browser would refuse or that is unsafe."""
    return [
        f"{path.relative_to(root)}:{line}: {fault}"
        for path in files(root, "northing", endings=(".html", ".svg"))
        for line, fault in faults_of(path.read_text(encoding="utf-8"))
    ]


def faults_of(markup: str) -> Iterator[tuple[int, str]]:
    """The line and the fault of every breach in a piece of markup."""
    text = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), markup)
    for fault, pattern in BREACHES.items():
        for match in pattern.finditer(text):
            yield _line(text, match.start()), fault
    for match in ESCAPING_OFF.finditer(text):
        yield _line(text, match.start()), "escaping is switched off: build Markup in Python instead"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
