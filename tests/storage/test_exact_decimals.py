"""What goes into an exact column comes out, on both databases."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from northing.storage.fields import ExactDecimalField
from tests.cast import Kestrel

EXACT = ["0", "-0.5", "1.50", "1234567890123456.7891", "9" * 28, "0.0000000000000000000000000001"]


@pytest.mark.parametrize("text", EXACT)
def test_a_value_comes_back_to_the_last_digit(kestrel: Kestrel, text: str) -> None:
    goal = kestrel.repair_share
    goal.value = Decimal(text)
    goal.save(update_fields=["value"])
    goal.refresh_from_db()
    assert str(goal.value) == str(Decimal(text))


REFUSED = ["NaN", "Infinity", "1e400", "1" * 29, "1_000", "٣", "twelve"]


@pytest.mark.parametrize("text", REFUSED)
def test_what_does_not_fit_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValidationError):
        ExactDecimalField().get_prep_value(text)


def test_a_binary_float_is_refused() -> None:
    with pytest.raises(ValidationError, match="float"):
        ExactDecimalField().get_prep_value(0.1)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20
    )
)
def test_text_and_back_changes_nothing(number: Decimal) -> None:
    field = ExactDecimalField()
    assert field.from_db_value(field.get_prep_value(number)) == number
