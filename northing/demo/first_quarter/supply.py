"""Supply, first quarter."""

from northing.demo.notation import DONE, amended, between, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import GoalState

_STOCK = Objective(
    "No line stands still for a battery",
    "The line stood still for nine days, and each day was 60 bikes.",
    "mei.zhao",
    "SU",
    (under("Deliver what we sold"),),
    (
        KeyResult("Battery lead time", "stefan.gruber", from_to("78", "65", "d"),
                  ended("71", {7: "By rail instead of by sea: a week faster, 4 euros a pack."}),
                  state=GoalState.CARRIED),
        KeyResult("Battery stock", "paul.achterberg", between("12", "21", "days of sales"),
                  ended("16", {5: "Eleven days on Monday, nineteen on Friday. It comes in lumps."},
                        said=7, known={5: "19"}), state=GoalState.CARRIED),
        KeyResult("Batteries that fail the incoming test", "kenji.mori", from_to("5.2", "3.5", "%"),
                  ended("4.4", said=6), state=GoalState.CARRIED),
        KeyResult("Battery orders placed 90 days ahead", "bea.smit", from_to("5", "40", "%"),
                  ended("20", {11: "The habit is to order when the shelf is empty."}),
                  state=GoalState.CARRIED),
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
        KeyResult("Repair parts delivered the next day", "rosa.delgado", from_to("40", "60", "%"),
                  ended("52", {3: "Forty is the first number we ever had."}, known={3: "40"}),
                  state=GoalState.CARRIED,
                  amendments=(amended("5.2", "Three workshops have nobody who takes a delivery "
                                      "before nine.", target="55"),)),
        KeyResult("Parts ordered twice", "bea.smit", from_to("11.0", "8.0", "%"),
                  ended("8.5", said=7), state=GoalState.CARRIED),
        KeyResult("Parts with a price agreed for a year", "bea.smit", from_to("0", "15", "%"),
                  ended("5", {9: "One maker said yes. One."}), state=GoalState.CARRIED),
        KeyResult("Parts nobody ordered in a year", "paul.achterberg",
                  from_to("900", "400", "parts"),
                  ended("380", {5: "Found a crate of bells from the first year. Sold in an hour."},
                        said=8), state=GoalState.DONE),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Rail contract for batteries", "hamza.idrissi", "SU", DONE, (7, 4),
        (supports("Battery lead time"),),
        ended("1", {5: "Customs is the slow part, not the train."}, said=7),
        specific="One container a week from the maker to Tilburg.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Sell 500 parts nobody orders", "paul.achterberg", "SU", from_to("0", "500", "parts"),
        (11, 4), (supports("Parts nobody ordered in a year"),), ended("520", said=8),
        specific="Five hundred kinds of part leave the warehouse.", state=GoalState.DONE,
    ),
    SmartGoal(
        "List of the 120 parts a workshop needs", "rosa.delgado", "SU",
        from_to("0", "120", "parts"), (12, 4), (supports("Repair parts delivered the next day"),),
        ended("120", {9: "Jef and Sanne disagree on eleven of them. We take all eleven."}, said=7),
        (step("Ask five mechanics", "4.4", "4.2"), step("Agreed", "12.4", "12.1")),
        specific="One list that eleven workshops agree on.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Battery forecast with Growth", "mei.zhao", "SU", from_to("0", "6", "meetings"), (12, 4),
        (supports("Battery orders placed 90 days ahead"),),
        ended("2", {7: "Two meetings, then nobody had the numbers."}, said=5,
              known={5: "2", 7: "2"}),
        specific="Every two weeks, Diego and I look three months ahead.",
        state=GoalState.POSTPONED,
    ),
)  # fmt: skip

PLAN = TeamPlan((_STOCK, _PARTS), SMART_GOALS)
