"""The company’s own objectives, running quarter."""

from decimal import Decimal

from northing.demo.notation import amended, at_least, from_to, supports, under, weekly
from northing.demo.shapes import KeyResult, Objective, TeamPlan
from northing.demo.strategy import BIKES, COMPANY, OWNERSHIP
from northing.goals.rules.kinds import Ambition

_THREE_WINTERS = Objective(
    "A bike that survives three winters",
    "Salt and wet kill more bikes than distance does. Whoever loses a bike to the second winter "
    "does not buy the third one.",
    "henrik.solberg",
    "",
    (under(BIKES),),
    (
        KeyResult(
            "Bikes back for corrosion before their third winter",
            "anton.berg",
            from_to("11.4", "7.0", "%"),
            weekly("11.4/5 11.3/5 11.3/4 11.1/4 11.2/3 11.0/3 11.0/3", {
                3: "The new coating is on this year’s bikes only. They have not met salt yet, so "
                   "the number cannot know.",
                5: "Old bikes decide this one. I doubt a quarter is long enough.",
                6: "Chain guards and bolts are two thirds of it, the frame hardly ever.",
            }),
            definition="Of all bikes sold in the last three years, rolling.",
            team="RP",
        ),
        KeyResult(
            "Range kept at five below zero",
            "emeka.eze",
            from_to("71", "80", "% of summer range"),
            weekly("71/6 71/6 72/6 72/5 73/5 73/5 73/4", {
                2: "Two nights in the cold chamber, not enough rides to say much.",
                4: "Warming the pack at the charger gives 3 points, at the cost of 40 minutes.",
                6: "Firmware 4.2 would help, and it is stuck behind the display fix.",
            }),
            contributors=("rafael.pinto",),
            team="RP",
        ),
    ),
    said=weekly("/5 - - /4 - /3", {
        6: "We will have made the right changes and the number will show it next year. For this "
           "quarter I say three.",
    }, day=3),
)  # fmt: skip

_PROMISED = Objective(
    "Sold out of nothing we promised",
    "A date on an order is a promise. Each one we break costs us the friend who would have asked.",
    "tomas.lindqvist",
    "",
    (under(BIKES),),
    (
        KeyResult(
            "Orders delivered in the week we promised",
            "olga.ivanova",
            from_to("72", "92", "%"),
            weekly("72/5 70/4 69/3 66/2", {
                2: "Sixty orders moved by a week because the batteries from Győr came late.",
                4: "We promise by the lead times of last year. Until lead times are real, this "
                   "falls.",
            }, day=1),
            team="SU",
        ),
        KeyResult(
            "Bikes promised and not in stock",
            "olga.ivanova",
            from_to("340", "60", "bikes"),
            weekly("340/5 352/4 371/3 388/3", {
                3: "All of them wait for the large battery. Small ones are fine.",
            }, day=1),
            team="SU",
        ),
    ),
    said=weekly("/4 - - /3 /2", {
        5: "Mei and I go through every open order on Thursday. I want dates we can keep, even if "
           "they are worse.",
    }, day=4),
)  # fmt: skip

_RIDING_AGAIN = Objective(
    "Every owner riding again this week",
    "Owners forgive a broken bike. They do not forgive a week of not knowing.",
    "tomas.lindqvist",
    "",
    (under(OWNERSHIP),),
    (
        KeyResult(
            "Owners back on a bike within seven days",
            "tomas.lindqvist",
            from_to("66", "85", "%"),
            weekly("66/6 67/6 69/6 71/6 74/6 76/6", {
                3: "Mobile visits count here, and they are what moves it.",
                5: "For the first time every city is above 70.",
                6: "The rest is Ghent and hub motors. Same two words in every review.",
            }, day=1),
            definition="From the first message to the first ride after it, own bike or lent one.",
            team="WN",
        ),
        KeyResult(
            "Owner days lost to repairs a month",
            "imani.wekesa",
            from_to("4100", "2600", "d"),
            weekly("4100/6 4060/6 3900/6 3780/6 3590/7 3470/6 3380/6", {
                4: "Down 320 days. Saturdays in Rotterdam are 90 of them.",
                6: "A wet month helps us: fewer rides, fewer repairs. A dry one will tell.",
            }),
            team="WN",
        ),
        KeyResult(
            "Repairs done on the day we promised",
            "camille.roux",
            from_to("74", "92", "%"),
            weekly("74/7 76/7 79/7 80/7 82/7 84/7 85/8", {
                2: "Workshops now name a day only after looking at the bike. Fewer promises, "
                   "better ones.",
                6: "When we miss, it is a part in nine cases of ten.",
            }),
            team="OC",
        ),
    ),
    said=weekly("/6 - - /6 - /5", {
        6: "Close. I would sleep better if repeats moved.",
    }, day=4),
)  # fmt: skip

_NO_DISCOUNT = Objective(
    "Grow without a single discount",
    "A discount tells everybody who paid the full price that they were wrong.",
    "marijke.vandalen",
    "",
    (under(OWNERSHIP),),
    (
        KeyResult(
            "New owners this quarter",
            "diego.marin",
            from_to("0", "2100", "owners", {4: "380", 8: "950", 13: "2100"}),
            weekly("95/7 190/7 280/7 395/7 560/7 720/7 850/8", {
                3: "The first weeks of a quarter are slow every time, the plan knows that.",
                5: "Dry weekend in all cities: 90 test rides on Saturday alone.",
                6: "Ahead of the path we planned after the change.",
            }),
            amendments=(
                amended("4.2", "The cycle route in Ghent opens three weeks later than the city had "
                        "told us, and 200 sales were planned along it.", target="1900"),
            ),
            ambition=Ambition.COMMITTED,
            weight=Decimal(2),
            team="GR",
        ),
        KeyResult(
            "Sales at full price",
            "marijke.vandalen",
            at_least("98", "%"),
            weekly("99/8 99/8 98.5/8 98/8 98.5/8 99/8", {
                4: "Two bikes went to a hotel at a price agreed last year. No more of those.",
            }, day=2),
            ambition=Ambition.COMMITTED,
            team="GR",
        ),
    ),
)  # fmt: skip

_NOBODY_LEAVES = Objective(
    "Nobody leaves because of planning",
    "In the last survey every fifth person who thinks of leaving named plans that change on "
    "the day before.",
    "farah.haddad",
    "",
    (under(COMPANY),),
    (
        KeyResult(
            "People who would leave over planning",
            "farah.haddad",
            from_to("21", "10", "%"),
            weekly("21/7 - 18/7 - 16/8 - 15/8", {
                3: "Forty-one of 64 answered. Mechanics are happier, engineers are not.",
                5: "Engineers name evening releases. Niamh has a goal for that.",
            }, day=2),
            definition="Two questions by mail every other Wednesday; shown from five answers a "
                       "team.",
            team="PE",
        ),
    ),
    said=weekly("- /7 - - /8", {5: "It moves where leads leave slack, and only there."}, day=3),
)  # fmt: skip

_OWN_WAY = Objective(
    "A year we pay for ourselves",
    "Money we earn lets us choose. Money we borrow chooses for us.",
    "adaeze.nwosu",
    "",
    (under(COMPANY),),
    (
        KeyResult(
            "Months of cash in hand",
            "adaeze.nwosu",
            at_least("9", "months"),
            weekly("9.6/8 9.5/8 9.5/8 9.3/8 9.4/8 9.4/8 9.5/8", {
                4: "The second battery contract would take 0.4 of it. Still above nine.",
            }),
            ambition=Ambition.COMMITTED,
            team="FI",
        ),
        KeyResult(
            "Gross margin on a bike",
            "adaeze.nwosu",
            from_to("24.5", "27.0", "%"),
            weekly("24.5/7 24.7/7 25.0/7 25.2/7 25.6/7 25.9/8 26.1/8", {
                3: "Freight is down 9 euros a bike since we ship by rail.",
                6: "Full-price sales and fewer warranty hours, in equal parts.",
            }),
            also_under=(supports("Grow without a single discount"),),
            team="FI",
        ),
    ),
)  # fmt: skip

PLAN = TeamPlan((_THREE_WINTERS, _PROMISED, _RIDING_AGAIN, _NO_DISCOUNT, _NOBODY_LEAVES, _OWN_WAY))
