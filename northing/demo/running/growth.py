"""Growth, running quarter."""

from northing.demo.notation import at_most, from_to, under, weekly
from northing.demo.running.growth_promises import SMART_GOALS
from northing.demo.shapes import KeyResult, Objective, TeamPlan
from northing.goals.rules.kinds import Ambition

_KEYS = Objective(
    "Test rides that end in keys",
    "Nobody buys a Kestrel from a picture. Whoever rides up the bridge at the first corner "
    "usually does.",
    "diego.marin",
    "GR",
    (under("Grow without a single discount"),),
    (
        KeyResult(
            "Test rides a week",
            "nadia.benali",
            from_to("140", "260", "rides"),
            weekly("140/7 152/7 168/7 181/7 204/7 213/7 220/7", {
                3: "Saturdays are full until four. Sundays are empty because nobody knows.",
                5: "The shop in Leuven alone brought 19.",
                6: "Fewer no-shows since we write the evening before.",
            }),
        ),
        KeyResult(
            "First-ride score",
            "nadia.benali",
            from_to("41", "60", "points"),
            weekly("41/7 42/7 43/7 45/7 47/7 49/7", {
                2: "Wrong saddle height is the first complaint in every city.",
                4: "Guides now ask for the inner leg before the ride. Two points at once.",
                6: "People who climb the bridge give 9, people who ride round the block give 6.",
            }, day=3),
            definition="Share of 9 and 10 less share of 0 to 6, asked an hour after the ride.",
        ),
        KeyResult(
            "Test rides that end in a sale",
            "diego.marin",
            from_to("22", "30", "%"),
            weekly("22/7 22/7 23/7 24/7 25/8 26/8 26/8", {
                4: "Writing the next day works, writing the same evening does not.",
                6: "One in four, and in Antwerp one in three. Finn rides with everybody there.",
            }),
        ),
        KeyResult(
            "Days from test ride to keys",
            "theo.laurent",
            from_to("16", "9", "d"),
            weekly("16/7 16/7 15/7 14/7 13.5/7 13/7 13/7", {
                2: "Three days of it are the bank. We now ask for papers before the ride.",
                5: "Small bikes in ten days, large ones in seventeen. The large battery again.",
            }),
        ),
    ),
    said=weekly("/7 - - /7 - /7", {6: "Rides and score rise together. I trust that."}, day=1),
)  # fmt: skip

_FRIENDS = Objective(
    "Owners who bring a friend",
    "A neighbour on a Kestrel is worth more than every advertisement in the street.",
    "marta.nowak",
    "GR",
    (under("Grow without a single discount"),),
    (
        KeyResult(
            "Sales that name an owner as the reason",
            "marta.nowak",
            from_to("17", "28", "%"),
            weekly("17/6 18/6 19/6 20/6 21/6 22/6 22/5", {
                3: "We asked in the shop only. Since this week the website asks as well.",
                6: "Good weeks follow neighbour rides by about ten days.",
            }),
        ),
        KeyResult(
            "Owners who led a neighbour ride",
            "aisha.diallo",
            from_to("60", "400", "owners"),
            weekly("60/7 88/7 121/7 149/7 187/7 232/7 251/7", {
                2: "Most ask for a vest and a pump, not for money.",
                4: "Rain on both days, and still 28 rides.",
                6: "An owner in Delft took eleven neighbours to the sea.",
            }),
        ),
        KeyResult(
            "Cost of one new owner",
            "jonas.keller",
            at_most("210", "€"),
            weekly("205/8 207/8 202/8 199/8 196/8 198/8 195/8", {
                5: "Dropped the two dearest search words. Nothing happened, which says it all.",
            }),
            ambition=Ambition.COMMITTED,
        ),
    ),
)  # fmt: skip

PLAN = TeamPlan((_KEYS, _FRIENDS), SMART_GOALS)
