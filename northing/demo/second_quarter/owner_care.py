"""Owner care, second quarter."""

from northing.demo.notation import DONE, MILESTONES, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_ON_THE_PHONE = Objective(
    "A person on the phone",
    "Owners call when they stand in the rain. A menu of seven points is not an answer.",
    "ruth.adeyemi",
    "OC",
    (under("Every owner riding again this week"),),
    (
        KeyResult("Calls answered by a person", "ruth.adeyemi", from_to("55", "75", "%"),
                  ended("71", {
                      2: "The menu is gone. Calls are shorter by 40 seconds.",
                      8: "Two colleagues ill, and the number fell by six on the same day.",
                      13: "Four short. Lunch and evenings are what is missing.",
                  }, said=7), state=GoalState.CARRIED),
        KeyResult("Call-backs within one hour", "dario.conti", from_to("30", "60", "%"),
                  ended("52", {6: "A list on the wall beat three systems.",
                               13: "The wall has an end. The list must move into the phone."}),
                  state=GoalState.CARRIED),
        KeyResult("Questions solved on first contact", "samuel.osei", from_to("27", "40", "%"),
                  ended("33", {9: "We ask the workshop in four of ten calls. They do not pick up "
                                  "either."}), state=GoalState.CARRIED),
        KeyResult("Owners who had to ask twice", "lotte.jansen", from_to("23", "15", "%"),
                  ended("18", {4: "When is my bike ready: seven of ten second calls."}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_ONE_PLACE = Objective(
    "One place for every message",
    "Mail, app, shop and phone each knew a quarter of the owner.",
    "camille.roux",
    "OC",
    (under("Every owner riding again this week"),),
    (
        KeyResult("Messages in the shared inbox", "camille.roux", from_to("40", "100", "%"),
                  ended("100", {7: "Shops are in. What is left is one old mail address on a "
                                   "sticker."}, said=8), ambition=Ambition.COMMITTED,
                  state=GoalState.DONE),
        KeyResult("Messages answered the same day", "amir.farahani", from_to("71", "90", "%"),
                  ended("89", {13: "One short of the target, and steady for a month."}, said=7),
                  state=GoalState.DONE),
        KeyResult("Owners who open their repair page", "wen.li", from_to("12", "30", "%"),
                  ended("30", {5: "Three states instead of nine. People understand three."},
                        said=7), state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_USED_BIKES = Objective(
    "Used bikes sold by ourselves",
    "Others earn on our used bikes and do not mend them first.",
    "katya.petrova",
    "OC",
    (under("Grow without a single discount"),),
    (
        KeyResult("Used bikes sold a month", "katya.petrova", from_to("0", "40", "bikes"),
                  ended("6", {
                      4: "Six in a month, each took a day of paperwork.",
                      8: "We stop here: without batteries there is nothing to sell.",
                  }, said=5, missed=(9, 10, 11, 12),
                        known={4: "6", 8: "6"}), state=GoalState.DROPPED),
    ),
    state=GoalState.DROPPED,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Take the phone menu away", "dario.conti", "OC", DONE, (3, 4),
        (supports("Calls answered by a person"),),
        ended("1", {2: "Done on a Sunday night. Nobody has asked for it back."}, said=8),
        specific="Whoever calls hears a ring and then a person.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Move four mail addresses into one inbox", "camille.roux", "OC",
        from_to("0", "4", "addresses"), (8, 4), (supports("Messages in the shared inbox"),),
        ended("4", said=8), (step("Shops", "4.4", "4.1"), step("Old sticker", "8.4", "8.4")),
        specific="Four addresses end in one inbox with one owner a message.",
        state=GoalState.DONE,
    ),
    SmartGoal(
        "Lunch rota for the desk", "greta.lindholm", "OC", MILESTONES, (7, 4),
        (supports("Calls answered by a person"),),
        ended("2", {6: "Two weeks tried, one to go. Sandwiches help."}, said=7),
        (step("Try it for two weeks", "5.4", "6.4"), step("Rota agreed", "7.4", "8.1")),
        specific="At noon four of eight desks are staffed.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Three states on the repair page", "wen.li", "OC", DONE, (5, 4),
        (supports("Owners who open their repair page"),), ended("1", said=8),
        specific="Waiting, in work, ready: with the day beside it.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Sell 20 used bikes through the website", "katya.petrova", "OC",
        from_to("0", "20", "bikes"), (10, 4), (supports("Used bikes sold a month"),),
        ended("9", {6: "Nine sold. The pictures take longer than the repair."}, said=6,
              known={6: "9"}),
        specific="Twenty bikes with pictures, a price and a year of warranty.",
        state=GoalState.DROPPED,
    ),
)  # fmt: skip

PLAN = TeamPlan((_ON_THE_PHONE, _ONE_PLACE, _USED_BIKES), SMART_GOALS)
