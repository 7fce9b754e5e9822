"""Owner care, first quarter."""

from northing.demo.notation import DONE, MILESTONES, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import GoalState

_PHONE = Objective(
    "Somebody picks up",
    "Four of ten calls ended in music.",
    "ruth.adeyemi",
    "OC",
    (under("Repairs nobody dreads"),),
    (
        KeyResult("Calls answered by a person", "ruth.adeyemi", from_to("42", "60", "%"),
                  ended("55", {
                      5: "I sat at the desk for a day. The menu drives people mad, and me too.",
                      13: "Thirteen points with the same people, by moving breaks.",
                  }, said=7), state=GoalState.CARRIED),
        KeyResult("Call-backs within one hour", "dario.conti", from_to("15", "40", "%"),
                  ended("30", {9: "A call-back after a day is worse than none, owners say."}),
                  state=GoalState.CARRIED),
        KeyResult("Questions solved on first contact", "samuel.osei", from_to("22", "30", "%"),
                  ended("27", said=6), state=GoalState.CARRIED),
        KeyResult("Owners who had to ask twice", "lotte.jansen", from_to("29", "20", "%"),
                  ended("23", {7: "They do not ask twice because we are slow, but because we are "
                                  "silent."}), state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_REPAIR_PAGE = Objective(
    "A page that says where my bike is",
    "A parcel for nine euros is easier to follow than a bike for three thousand.",
    "wen.li",
    "OC",
    (under("Repairs nobody dreads"),),
    (
        KeyResult("Owners who open their repair page", "wen.li", from_to("0", "20", "%"),
                  ended("12", {5: "It is online, and nobody knows it.",
                               13: "The link goes into the first message. Then we see."},
                        known={5: "2"}),
                  state=GoalState.CARRIED),
        KeyResult("Messages answered the same day", "camille.roux", from_to("60", "80", "%"),
                  ended("71", {11: "Four inboxes, four answers, one owner. It has to be one."}),
                  state=GoalState.CARRIED),
        KeyResult("Owners with an address we can reach", "amir.farahani", from_to("81", "97", "%"),
                  ended("98", {3: "Workshops ask at the door. It takes ten seconds."}, said=8),
                  state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "First version of the repair page", "wen.li", "OC", MILESTONES, (6, 4),
        (supports("Owners who open their repair page"),),
        ended("2", {5: "Ugly and true. Better than the other way round."}, said=7),
        (step("Nine states agreed with workshops", "2.4", "2.4"), step("Live", "6.4", "6.3")),
        specific="An owner sees the state of the repair without calling.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Break rota for the desk", "greta.lindholm", "OC", DONE, (4, 4),
        (supports("Calls answered by a person"),), ended("1", said=8),
        specific="Never more than two of eight on a break.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Answer 50 old complaints in person", "lotte.jansen", "OC",
        from_to("0", "50", "complaints"), (9, 4), (supports("Owners who had to ask twice"),),
        ended("50", {7: "Thirty-one called. Most only wanted to be asked."}, said=7,
              known={7: "31"}),
        specific="Fifty owners who complained get a call from me.", state=GoalState.DONE,
    ),
    SmartGoal(
        "French version of all standard mails", "amir.farahani", "OC", from_to("0", "24", "mails"),
        (10, 4), (supports("Messages answered the same day"),), ended("24", said=8),
        specific="Twenty-four mails, read by somebody from Brussels.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Chat on the website", "dario.conti", "OC", MILESTONES, (9, 4),
        (supports("Calls answered by a person"),),
        ended("1", {7: "We cannot staff a second door while the first one is half open."}, said=5),
        (step("Try two products", "4.4", "4.4"), step("Open it", "9.4")),
        specific="A chat from nine to five.", state=GoalState.DROPPED,
    ),
)  # fmt: skip

PLAN = TeamPlan((_PHONE, _REPAIR_PAGE), SMART_GOALS)
