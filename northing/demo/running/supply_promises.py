"""SMART goals of Supply, running quarter."""

from northing.demo.notation import (
    MILESTONES,
    from_to,
    step,
    supports,
    weekly,
)
from northing.demo.shapes import SmartGoal
from northing.goals.rules.kinds import Visibility

_SECOND_MAKER = SmartGoal(
    "Second battery contract signed",
    "stefan.gruber",
    "SU",
    MILESTONES,
    (9, 4),
    (supports("Cells bought from a second maker"),),
    weekly("/6 - /5 /4", {
        4: "They want a promise for two years. I can offer one and a half.",
    }, day=1),
    (
        step("Samples from two makers", "3.4", "3.2"),
        step("Bench result from Kenji", "6.4"),
        step("Price and volume agreed", "8.2"),
        step("Contract signed", "9.4"),
    ),
    specific="A second maker delivers three of ten packs from the next quarter on.",
    achievable="Two makers have offered; the price is nine per cent higher.",
    relevant="With one maker we take the lead time that they give us.",
    visibility=Visibility.TEAM,
    contributors=("mei.zhao", "kenji.mori"),
)  # fmt: skip

_STARTER_SHELF = SmartGoal(
    "Starter shelf in seven more workshops",
    "rosa.delgado",
    "SU",
    from_to("0", "7", "shelves"),
    (10, 4),
    (
        supports("Workshops with the full starter shelf"),
        supports("Repairs finished without a second parts order"),
    ),
    weekly("0/7 1/7 1/6 2/6", {
        2: "Antwerp took it over in one afternoon.",
    }, day=2),
    (
        step("List of the 120 parts", "1.4", "1.4"),
        step("Antwerp and Brussels", "4.4", "4.1"),
        step("Ghent, Haarlem and Delft", "7.4"),
        step("Breda and Leuven", "10.4"),
    ),
    specific="Seven workshops get the same shelf with the same 120 parts, counted every Friday.",
    achievable="Shelves are built; the brake pads are on a ship.",
    relevant="A shelf at the bay saves the second order.",
)  # fmt: skip

_TEST_BENCH = SmartGoal(
    "Incoming test bench in service",
    "kenji.mori",
    "SU",
    MILESTONES,
    (8, 4),
    (supports("Batteries that fail the incoming test"),),
    weekly("/7 - /7 /7", {3: "Runs by hand. It should run overnight without me."}, day=2),
    (
        step("Bench built", "3.4", "3.3"),
        step("Runs a night without anybody there", "6.4"),
        step("Paul’s people trained on it", "8.4"),
    ),
    specific="Every pallet is tested before it goes on the shelf, forty packs a night.",
    achievable="The bench stands; what is missing is the night run.",
    relevant="A bad pack found in Tilburg costs an hour, at an owner’s home a week.",
)  # fmt: skip

SMART_GOALS = (_SECOND_MAKER, _STARTER_SHELF, _TEST_BENCH)
