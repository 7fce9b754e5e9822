"""Texts that a spreadsheet program would take for a formula, on their way out and back in."""

import re

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,’']*(?: ?%)?")


def harmless(text: str) -> str:
    """A text that no spreadsheet program runs: what looks like a formula gets an apostrophe."""
    return f"'{text}" if _looks_like_a_formula(text) else text


def harmless_cell(text: str) -> str:
    """A cell of somebody's file: the same, but a signed number stays the number that it is."""
    return text if _NUMBER.fullmatch(text) else harmless(text)


def without_apostrophe(text: str) -> str:
    """The text before `harmless` made it so."""
    if text.startswith("'") and _looks_like_a_formula(text[1:]):
        return text[1:]
    return text


def _looks_like_a_formula(text: str) -> bool:
    return text.lstrip(" ").startswith(_RISKY)
