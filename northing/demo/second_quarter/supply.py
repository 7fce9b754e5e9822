"""Supply, second quarter."""

from northing.demo.notation import (
    MILESTONES,
    amended,
    between,
    ended,
    from_to,
    step,
    supports,
    under,
)
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import GoalState

_BATTERIES = Objective(
    "Batteries on the shelf in 55 days",
    "The battery is the longest wait on the whole bike.",
    "mei.zhao",
    "SU",
    (under("Deliver what we sold"),),
    (
        KeyResult("Battery lead time", "stefan.gruber", from_to("71", "55", "d"),
                  ended("66", {
                      4: "Air freight for the small ones: two days, 18 euros each.",
                      13: "Five days won, eleven missing. One maker is one too few.",
                  }), state=GoalState.CARRIED),
        KeyResult("Battery stock", "paul.achterberg", between("14", "21", "days of sales"),
                  ended("15", {8: "Counted by hand on Saturday: two pallets more than the list."},
                        said=7), state=GoalState.CARRIED),
        KeyResult("Batteries that fail the incoming test", "kenji.mori",
                  from_to("4.4", "2.0", "%"),
                  ended("3.1", {6: "The box is the fault, not the battery. New foam is ordered."}),
                  state=GoalState.CARRIED),
        KeyResult("Battery orders placed 90 days ahead", "bea.smit", from_to("20", "60", "%"),
                  ended("35", {10: "We need numbers from sales that are older than a week."}),
                  state=GoalState.CARRIED,
                  amendments=(amended("6.2", "Sales plans only eight weeks ahead, so 60 needs "
                                      "their change first.", target="45"),)),
        KeyResult("Battery makers visited", "mei.zhao", from_to("0", "4", "makers"),
                  ended("4", {9: "Two of four could deliver next year. I liked the smaller one."},
                        said=8, known={6: "3", 9: "4"}), state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_PARTS = Objective(
    "Parts where the mechanic needs them",
    "A mechanic who waits for a brake pad cannot mend anything else either.",
    "rosa.delgado",
    "SU",
    (under("Deliver what we sold"),),
    (
        KeyResult("Repair parts delivered the next day", "rosa.delgado", from_to("52", "75", "%"),
                  ended("64", {5: "Orders after two o’clock are the lost ones."}),
                  state=GoalState.CARRIED),
        KeyResult("Workshops with the full starter shelf", "rosa.delgado",
                  from_to("0", "6", "workshops"),
                  ended("4", {11: "Four shelves stand. The fifth is in the wrong van."},
                        known={11: "4"}),
                  state=GoalState.CARRIED),
        KeyResult("Parts ordered twice", "bea.smit", from_to("8.5", "5.0", "%"),
                  ended("6.0", {7: "Now one list for all. Two workshops still phone."}),
                  state=GoalState.CARRIED),
        KeyResult("Parts with a price agreed for a year", "bea.smit", from_to("5", "30", "%"),
                  ended("20", {13: "Small makers are quick, large ones want a lunch."}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "New foam in every battery box", "kenji.mori", "SU", MILESTONES, (10, 4),
        (supports("Batteries that fail the incoming test"),), ended("2", said=7),
        (step("Drop test with three foams", "5.4", "5.4"),
         step("Maker packs with it", "10.4", "11.2")),
        specific="No box without foam on all six sides.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Visit four battery makers", "mei.zhao", "SU", from_to("0", "4", "visits"), (9, 4),
        (supports("Battery makers visited"),),
        ended("4", {6: "Third one has no test bench. Off the list."}, said=8, known={6: "3"}),
        specific="Four plants, one page each, with prices.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Afternoon van from Tilburg to Ghent", "hamza.idrissi", "SU", MILESTONES, (8, 4),
        (supports("Repair parts delivered the next day"),),
        ended("1", {7: "The driver is found, the ramp is not free."}, said=7),
        (step("Driver and van", "4.4", "4.4"), step("First run at five", "8.4")),
        specific="A van at five, every working day.", state=GoalState.POSTPONED,
    ),
    SmartGoal(
        "One parts list for eleven workshops", "bea.smit", "SU", from_to("0", "11", "workshops"),
        (11, 4), (supports("Parts ordered twice"),), ended("9", said=7),
        specific="Everybody sees what the others have.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_BATTERIES, _PARTS), SMART_GOALS)
