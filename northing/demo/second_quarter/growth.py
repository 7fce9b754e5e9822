"""Growth, second quarter."""

from northing.demo.notation import MILESTONES, at_most, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_EVERYWHERE = Objective(
    "A test ride everywhere we sell",
    "In four of our cities one can buy a Kestrel and not ride it first.",
    "diego.marin",
    "GR",
    (under("Grow without a single discount"),),
    (
        KeyResult("Test rides a week", "nadia.benali", from_to("90", "150", "rides"),
                  ended("140", {
                      5: "Delft and Breda ride since Saturday. 21 rides at once.",
                      13: "Ten short, because two bikes were stolen in week 9.",
                  }, said=7), state=GoalState.CARRIED),
        KeyResult("First-ride score", "nadia.benali", from_to("33", "45", "points"),
                  ended("41", {8: "Flat batteries at the ride cost us more than rain does."}),
                  state=GoalState.CARRIED),
        KeyResult("Test rides that end in a sale", "diego.marin", from_to("19", "25", "%"),
                  ended("22", {6: "Whoever gets a letter within a day buys twice as often."}),
                  state=GoalState.CARRIED),
        KeyResult("Days from test ride to keys", "theo.laurent", from_to("21", "14", "d"),
                  ended("16", {10: "The bank now answers in two days instead of five."}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_FRIENDS = Objective(
    "Owners who bring a friend",
    "A neighbour on a Kestrel is worth more than every advertisement in the street.",
    "marta.nowak",
    "GR",
    (under("Grow without a single discount"),),
    (
        KeyResult("Sales that name an owner as the reason", "marta.nowak",
                  from_to("12", "20", "%"),
                  ended("17", {13: "We asked at the desk only. Online buyers are still blank."}),
                  state=GoalState.CARRIED),
        KeyResult("Owners who led a neighbour ride", "aisha.diallo",
                  from_to("0", "80", "owners"),
                  ended("60", {
                      3: "First ride: one owner, four neighbours, one dog.",
                      11: "They ask what to say at the start. I write it on a card.",
                  }), state=GoalState.CARRIED),
        KeyResult("Cost of one new owner", "jonas.keller", at_most("230", "€"),
                  ended("206", {7: "Newspapers off. Not one visit less."}, said=8),
                  ambition=Ambition.COMMITTED, state=GoalState.DONE),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Test bikes in four more cities", "nadia.benali", "GR", from_to("0", "4", "cities"),
        (8, 4), (supports("Test rides a week"),),
        ended("4", {5: "Three of four. Haarlem lacks a socket."}, said=8, known={5: "3"}),
        specific="Each city has four sizes, charged, every Saturday.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Letter to every test rider within a day", "jonas.keller", "GR", MILESTONES, (6, 4),
        (supports("Test rides that end in a sale"),), ended("2", said=8),
        (step("Write it", "2.4", "2.2"), step("It goes out by itself", "6.4", "5.4")),
        specific="A short letter with the bike, its price and a name.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Thirty neighbour rides", "aisha.diallo", "GR", from_to("0", "30", "rides"), (12, 6),
        (supports("Owners who led a neighbour ride"),),
        ended("44", {8: "Twenty-six. Sundays at eleven work best."}, said=7, known={8: "26"}),
        specific="Thirty rides of an hour, led by an owner.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Second bank for bike loans", "theo.laurent", "GR", MILESTONES, (11, 4),
        (supports("Days from test ride to keys"),),
        ended("2", {9: "Their lawyers found a comma."}, said=6),
        (step("Offers from three banks", "5.4", "5.4"), step("Contract", "11.4", "12.1")),
        specific="A second bank answers within two days.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_EVERYWHERE, _FRIENDS), SMART_GOALS)
