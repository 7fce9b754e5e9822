"""People, running quarter."""

from northing.demo.notation import (
    MILESTONES,
    found_out,
    from_to,
    step,
    supports,
    under,
    weekly,
)
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Visibility

_SLACK = Objective(
    "Slack in every plan",
    "A plan without a free day breaks on the first sick child.",
    "joost.kramer",
    "PE",
    (under("Nobody leaves because of planning"),),
    (
        KeyResult(
            "Plans with one free day in ten",
            "joost.kramer",
            from_to("12", "40", "% of plans"),
            definition="Three teams measure it differently; agreeing on one way comes first.",
        ),
        KeyResult(
            "Hours lost to replanning, a person a week",
            "joost.kramer",
            found_out("h"),
            weekly("- - 5.1/ - 4.6/ -", {
                3: "First honest number: five hours. From twelve diaries, so treat it with care.",
                5: "Thirty diaries now. Mechanics lose less, leads lose a whole day.",
            }, day=3),
        ),
        KeyResult(
            "Shifts changed less than three days ahead",
            "grace.mwangi",
            from_to("160", "60", "a month"),
            weekly("160/7 151/8 140/8 131/8 119/8 112/8 108/8", {
                2: "Half of them swap in pairs and are happy with it. I count them anyway.",
                4: "Ghent publishes its rota two weeks ahead now. Eleven changes instead of 30.",
                6: "Brussels is last. I sit with Élodie on Thursday.",
            }),
        ),
    ),
    said=weekly("- /8 - - /8", {
        2: "Everybody agrees with it, and nobody has done it before. We start with Ghent.",
    }, day=3),
)  # fmt: skip

_NINETY_DAYS = Objective(
    "A first ninety days worth telling",
    "People decide in their first three months how long they will stay.",
    "linnea.holm",
    "PE",
    (under("Nobody leaves because of planning"),),
    (
        KeyResult(
            "New people who would recommend their start",
            "linnea.holm",
            from_to("70", "85", "%"),
            weekly("70/7 71/7 73/7 75/8 76/8 78/8 79/8", {
                3: "The bike on the first morning matters more than the laptop.",
                6: "Nine of the last eleven would. The two others had no buddy.",
            }),
        ),
        KeyResult(
            "Days until a new mechanic works alone",
            "linnea.holm",
            from_to("41", "28", "d"),
            weekly("41/7 40/7 38/7 36/7 35/8 34/8 33/8", {
                4: "Ten days are waiting for tool training. Hanna now gives it weekly.",
                6: "Oskar’s newcomer did it in 26, on the road.",
            }),
            contributors=("hanna.virtanen",),
        ),
    ),
)  # fmt: skip

_BUDDIES = SmartGoal(
    "A buddy for each of the nine new mechanics",
    "linnea.holm",
    "PE",
    from_to("0", "9", "buddies"),
    (8, 4),
    (supports("New people who would recommend their start"),),
    weekly("2/8 3/8 5/8 6/8 7/8 8/9 8/9", {
        3: "Asked for volunteers, got fourteen.",
        6: "One missing: Haarlem has nobody who is not new.",
    }, day=1),
    (
        step("One page on what a buddy does", "1.4", "1.4"),
        step("Buddies for the first five", "3.4", "3.3"),
        step("Talk with all pairs after a month", "8.4"),
    ),
    specific="Nine pairs who meet once a week for the first three months.",
    achievable="Fourteen volunteered; an hour a week is agreed with the leads.",
    relevant="Nobody with a buddy has left in the first year.",
)  # fmt: skip

_PAY_BANDS = SmartGoal(
    "Agree pay bands for mechanics",
    "farah.haddad",
    "PE",
    MILESTONES,
    (10, 4),
    (supports("Nobody leaves because of planning"),),
    weekly("/7 - /7 - /6 /6", {
        3: "Compared with four other employers. We are fair in Utrecht and low in Brussels.",
        6: "Adaeze wants to see what level 3 costs before she agrees.",
    }, day=3),
    (
        step("Compare with four employers", "3.4", "3.4"),
        step("Draft of three bands", "6.4", "6.2"),
        step("Costs agreed with Finance", "8.4"),
        step("Talk to all mechanics", "10.4"),
    ),
    specific="Three bands for mechanics, by level, the same in both countries.",
    achievable="The draft costs 1.1 per cent of pay.",
    relevant="Two mechanics with level 3 left for less work at the same pay.",
    visibility=Visibility.TEAM,
    contributors=("grace.mwangi",),
)  # fmt: skip

PLAN = TeamPlan(
    (
        _SLACK,
        _NINETY_DAYS,
    ),
    (
        _BUDDIES,
        _PAY_BANDS,
    ),
)
