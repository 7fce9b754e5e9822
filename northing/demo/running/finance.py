"""Finance, running quarter."""

from northing.demo.notation import (
    MILESTONES,
    amended,
    from_to,
    step,
    supports,
    under,
    weekly,
)
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, Visibility

_CLOSED_BY_THE_FIFTH = Objective(
    "The month is closed by the fifth",
    "A number that comes on the twentieth explains the past. One on the fifth changes the month.",
    "erik.dahl",
    "FI",
    (under("A year we pay for ourselves"),),
    (
        KeyResult(
            "Working days to close the month",
            "erik.dahl",
            from_to("9", "5", "d"),
            weekly("9/7 9/7 8/7 8/8 8/8 7/8 7/8", {
                3: "Eight days. The bank file saved one.",
                6: "Seven. Stock counts from Tilburg are the last ones to arrive.",
            }),
            ambition=Ambition.COMMITTED,
        ),
        KeyResult(
            "Invoices paid on the day they are due",
            "yara.haidar",
            from_to("81", "97", "%"),
            weekly("81/7 83/7 85/8 88/8 90/8 91/8 92/8", {
                2: "Late ones are small, old and without an order number.",
                5: "Bea now writes the order number on everything. Thank you, Bea.",
            }),
        ),
        KeyResult(
            "Error of the cash forecast",
            "tim.verhoeven",
            from_to("14", "8", "%"),
            weekly("14/7 - 13/7 - 12/7 11/8", {
                3: "Batteries paid ahead are half of the error.",
                6: "Better, and only because I ask Stefan every Friday.",
            }),
        ),
    ),
)  # fmt: skip

_SINGLE_SIGN_ON = SmartGoal(
    "Single sign-on for all 64 accounts",
    "priit.saar",
    "FI",
    from_to("0", "64", "accounts"),
    (9, 4),
    (supports("The month is closed by the fifth"),),
    weekly("0/8 8/8 8/8 19/8 31/8 42/8", {
        2: "Finance first, they forgive me the most.",
        4: "Two workshops share one account on one tablet. That ends on Friday.",
        6: "Forty-two. Mobile mechanics are next, their phones are older than the standard.",
    }, day=4),
    (
        step("Try it with Finance", "2.4", "2.3"),
        step("All office accounts", "5.4", "5.4"),
        step("Phones of the mobile mechanics", "7.4"),
        step("Switch the old passwords off", "9.4"),
    ),
    specific="Everybody signs in once in the morning; no system keeps a password of its own.",
    achievable="Eleven of thirteen systems know the standard; the other two are retired.",
    relevant="Lost passwords cost the month-end a day.",
)  # fmt: skip

_MATCHED = SmartGoal(
    "Supplier invoices matched without a hand",
    "yara.haidar",
    "FI",
    from_to("20", "70", "% of invoices"),
    (12, 4),
    (supports("Working days to close the month"),),
    weekly("20/7 24/7 30/7 37/7 43/8 48/8 50/8", {
        2: "Works for everybody who writes the order number in the same corner.",
        6: "Nearly half. Parts from Bea’s makers match without exception.",
    }, day=1),
    (
        step("Order number on every order", "2.4", "2.1"),
        step("Twenty largest suppliers", "6.4", "6.4"),
        step("The next fifty", "11.4"),
    ),
    specific="Seven of ten invoices find their order and delivery by themselves.",
    achievable="Twenty suppliers send half of all invoices.",
    relevant="Matching by hand is two of the nine days.",
    amendments=(
        amended("5.1", "The twenty largest were quicker than planned, so the promise grows with "
                "Erik’s consent.", target="75"),
    ),
)  # fmt: skip

_EXAM = SmartGoal(
    "Pass the management accounting exam",
    "tim.verhoeven",
    "FI",
    MILESTONES,
    (13, 2),
    (),
    weekly("/6 - /6 - /6 -", {
        3: "Two evenings a week is what I manage, three was the plan.",
        5: "First mock exam: 54 of 100, and 60 is a pass.",
    }, day=6),
    (
        step("Register and pay", "1.4", "1.1"),
        step("Chapters one to six", "5.4", "6.0"),
        step("Mock exam above 60", "9.4"),
        step("Sit the exam", "13.2"),
    ),
    specific="Sit the exam at the end of the quarter and pass with 60 or more.",
    achievable="Two evenings a week; Adaeze gives me four Fridays.",
    relevant="I want to plan cash, not only to report it.",
    visibility=Visibility.PRIVATE,
    seen_by=("adaeze.nwosu",),
)  # fmt: skip

PLAN = TeamPlan(
    (_CLOSED_BY_THE_FIFTH,),
    (
        _SINGLE_SIGN_ON,
        _MATCHED,
        _EXAM,
    ),
)
