"""Supply, running quarter: nobody has checked in since week 4."""

from northing.demo.notation import (
    amended,
    between,
    from_to,
    supports,
    under,
    weekly,
)
from northing.demo.running.supply_promises import SMART_GOALS
from northing.demo.shapes import KeyResult, Objective, TeamPlan

_BATTERIES = Objective(
    "Batteries on the shelf in 45 days",
    "Four goals of this quarter wait for a battery. None of them can do anything about it.",
    "mei.zhao",
    "SU",
    (
        under("Sold out of nothing we promised"),
        supports("Broken on Monday, riding by Friday"),
    ),
    (
        KeyResult(
            "Battery lead time",
            "stefan.gruber",
            from_to("66", "45", "d"),
            weekly("66/5 65/4 68/3 74/2", {
                2: "One day better. The maker has a new shift plan.",
                4: "Cells are allotted by the maker now, and we are not their largest customer. "
                   "74 days for orders from Monday on.",
            }, day=1, help_in=(4,)),
            definition="Days from order to shelf in Tilburg, average of the orders that arrived.",
            contributors=("hamza.idrissi",),
        ),
        KeyResult(
            "Battery stock",
            "paul.achterberg",
            between("14", "21", "days of sales"),
            weekly("15/6 14/6 11/4 9/3", {
                3: "Below the edge since Thursday. The large ones are gone by next week.",
            }, day=0),
        ),
        KeyResult(
            "Cells bought from a second maker",
            "stefan.gruber",
            from_to("0", "30", "%"),
            weekly("0/5 0/5 0/4 0/3", {
                3: "Samples arrived. Kenji needs three weeks on the bench.",
            }, day=1),
        ),
        KeyResult(
            "Batteries that fail the incoming test",
            "kenji.mori",
            from_to("3.1", "1.0", "%"),
            weekly("3.1/6 2.9/6 2.8/6 2.6/6", {
                2: "Two of three failures are connectors bent in transport.",
            }, day=2),
        ),
        KeyResult(
            "Battery orders placed 90 days ahead",
            "bea.smit",
            from_to("35", "80", "%"),
            weekly("35/5 37/5 - 38/3", {
                1: "We would order earlier if sales could say what they need earlier.",
            }, day=0),
        ),
    ),
    said=weekly("/4 - - /2", {
        4: "I do not see how we get from 74 to 45 in this quarter.",
    }, day=2),
)  # fmt: skip

_PARTS = Objective(
    "Parts where the mechanic needs them",
    "A mechanic who waits for a brake pad cannot mend anything else either.",
    "rosa.delgado",
    "SU",
    (under("Sold out of nothing we promised"),),
    (
        KeyResult(
            "Repair parts delivered the next day",
            "rosa.delgado",
            from_to("64", "95", "%"),
            weekly("64/6 66/6 67/5 67/4", {
                2: "The afternoon van from Tilburg to Ghent now leaves at five instead of three.",
                4: "Brake pads are out until the ship is in.",
            }, day=2),
            amendments=(
                amended("3.4", "Ten per cent of the parts come by sea and cannot be there the next "
                        "day. We measure them apart.", target="88"),
            ),
        ),
        KeyResult(
            "Workshops with the full starter shelf",
            "rosa.delgado",
            from_to("4", "11", "workshops"),
            weekly("4/7 5/7 5/6 6/6", {3: "Brussels has the shelf and half of what belongs on it."},
                   day=2),
        ),
        KeyResult(
            "Parts ordered twice",
            "bea.smit",
            from_to("6.0", "2.0", "%"),
            weekly("6.0/6 5.8/6 5.7/5 -", {
                1: "Mostly because nobody sees what another workshop has on its shelf.",
            }, day=0),
        ),
        KeyResult(
            "Parts with a price agreed for a year",
            "bea.smit",
            from_to("20", "80", "%"),
            weekly("20/6 24/6 29/6 31/5", {
                4: "Three makers signed. The largest wants to wait until its own prices are clear.",
            }, day=0),
            also_under=(supports("A year we pay for ourselves"),),
        ),
    ),
)  # fmt: skip

PLAN = TeamPlan((_BATTERIES, _PARTS), SMART_GOALS)
