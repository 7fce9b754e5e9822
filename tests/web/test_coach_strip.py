"""The strip of dots: where earlier goals ended, in places and in a sentence."""

from decimal import Decimal

from northing.coach.rules.history import EarlierGains
from northing.web.coach_strip import WIDTH, strip_of


def gains(*found: int, wanted: int = 20) -> EarlierGains:
    ascending = tuple(Decimal(gain) for gain in sorted(found))
    return EarlierGains(
        unit="%",
        baseline=Decimal(41),
        target=Decimal(41 + wanted),
        is_points=True,
        wanted=Decimal(wanted),
        least=Decimal(wanted),
        aimed=len(found),
        reached=sum(gain / Decimal(wanted) >= 1 for gain in ascending),
        median=ascending[len(ascending) // 2],
        gains=ascending,
        suggested=None,
    )


def test_dots_that_came_as_far_are_filled() -> None:
    strip = strip_of(gains(3, 9, 20, 25))
    assert [dot.reached for dot in strip.dots] == [False, False, True, True]
    assert (
        strip.sentence
        == "Gains of 4 earlier goals, from +3 to +25 points; 2 came as far as +20 points"
    )


def test_dots_never_lie_on_one_another_nor_outside() -> None:
    strip = strip_of(gains(*[12] * 9, 13, 13, -4, 60))
    places = [(dot.x, dot.y) for dot in strip.dots]
    assert len(set(places)) == len(places)
    assert all(0 < x < WIDTH and 4 <= y <= strip.axis for x, y in places)


def test_a_number_that_should_fall_counts_downwards() -> None:
    strip = strip_of(gains(-25, -20, -5, 2, wanted=-20))
    assert [dot.reached for dot in strip.dots] == [True, True, False, False]
    assert strip.words == "−20"
    assert strip.wanted < strip.zero


def test_goals_that_all_ended_alike_have_a_strip() -> None:
    assert len(strip_of(gains(*[20] * 10)).dots) == 10
