"""Columns that return exactly what went in, on SQLite and PostgreSQL alike.

Django's DecimalField keeps a binary float on SQLite and loses digits without a word; text keeps
every digit, and arithmetic on values happens in Python only.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from northing.measures.numbers import NumberRefused, exact, plain

# 28 digits, a sign, a point and leading zeros of a small fraction.
_LONGEST_TEXT = 64


if TYPE_CHECKING:
    _TextField = models.CharField[Decimal | str | int | None, Decimal | None]
else:
    _TextField = models.CharField


class ExactDecimalField(_TextField):
    """A decimal of up to 28 significant digits, stored as its plain text.

    Assigning anything that does not fit (NaN, infinity, 29 digits) raises ValidationError on
    saving, with the reason and the cure.
    """

    description = "Exact decimal of up to 28 significant digits"

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", _LONGEST_TEXT)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("max_length", None)
        return name, path, args, options

    def from_db_value(self, value: str | None, *_: Any) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or value == "":
            return None
        if isinstance(value, float):
            raise ValidationError("A binary float is not exact: pass text or a decimal.")
        try:
            return exact(value)
        except NumberRefused as refusal:
            raise ValidationError(str(refusal)) from refusal

    def get_prep_value(self, value: Any) -> str | None:
        number = self.to_python(value)
        return None if number is None else plain(number)
