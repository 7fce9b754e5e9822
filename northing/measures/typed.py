"""Numbers as people type them, understood or asked back, never guessed."""

import re
from decimal import Decimal

from northing.measures.numbers import NumberRefused, exact

# Spaces and apostrophes of every kind stand between thousands in many countries.
_SPACING = re.compile(r"[\s\u00a0\u2009\u202f'\u2019]")
_AROUND = re.compile(r"^[^\d+\-.,\u2212]*|[^\d.,]*$")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?:[.,]\d+)?")
_ONE_MARK = re.compile(r"([+-]?)(\d{1,3})([.,])(\d{3})")
# Digits with their marks, a unit and a currency; patterns are not tried on more than that.
_LONGEST = 200
_BOTH_MARKS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+")


def typed_number(text: str, unit: str = "") -> Decimal:
    """The number that somebody typed: `74`, `74 %`, `7,4`, `1 250 000`, `1.250,50`, `-3`.

    A unit or currency sign around it is passed over. Raises NumberRefused for what is no number,
    and for what could be two: `1,250` may be 1250 or 1.25, so it is asked back.
    """
    bare = text.strip()
    if len(bare) > _LONGEST:
        raise NumberRefused(f"“{bare[:40]}…” is too long for a number. Type its digits alone.")
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)]
    if re.search(r"\d[eE][+-]?\d", bare) or "_" in bare:
        return exact(bare)
    bare = _SPACING.sub("", _AROUND.sub("", bare)).replace("\u2212", "-")
    if not bare or not bare.isascii():
        raise NumberRefused(
            f"“{text.strip()[:40]}” is not a number. Type digits, such as 74 or 7.4."
        )
    _refuse_two_meanings(bare)
    return exact(_with_point(bare))


def _refuse_two_meanings(bare: str) -> None:
    found = _ONE_MARK.fullmatch(bare)
    if found is None or found[2] == "0" * len(found[2]):
        return
    sign, whole, _, rest = found.groups()
    raise NumberRefused(
        f"{bare} can be read in two ways. Type {sign}{whole}{rest} for thousands, "
        f"or {sign}{whole}.{rest}0 for a fraction."
    )


def _with_point(bare: str) -> str:
    grouped = _BOTH_MARKS.fullmatch(bare) or _GROUPED.fullmatch(bare)
    if grouped is not None:
        bare = bare.replace(grouped[1], "")
    return bare.replace(",", ".")
