"""SMART goals of Owner care, running quarter."""

from northing.demo.notation import (
    DONE,
    MILESTONES,
    from_to,
    step,
    supports,
    weekly,
)
from northing.demo.shapes import SmartGoal
from northing.goals.rules.kinds import Visibility

_EVENING_DESK = SmartGoal(
    "Hire two people for the evening desk",
    "ruth.adeyemi",
    "OC",
    MILESTONES,
    (10, 4),
    (supports("Calls answered by a person"),),
    weekly("/8 - /8 /7 - /7", {
        3: "Eleven applied, four of them ride.",
        6: "One has signed. The other one wants to see a Saturday first.",
    }, day=0),
    (
        step("Agree the pay with Grace", "1.4", "1.3"),
        step("Talk to six people", "5.4", "5.2"),
        step("First contract signed", "6.4", "6.1"),
        step("Second contract signed", "8.4"),
        step("Both answer calls alone", "10.4"),
    ),
    specific="From week 10 two people answer calls from five to nine in the evening.",
    achievable="Both posts are in the plan; Greta trains them.",
    relevant="A quarter of all calls comes after five, and hardly one is answered.",
    contributors=("greta.lindholm",),
)  # fmt: skip

_CALL_BACK_LIST = SmartGoal(
    "The phone system keeps the call-back list",
    "dario.conti",
    "OC",
    DONE,
    (9, 2),
    (supports("Call-backs within one hour"),),
    weekly("- 0/7 - 0/6 - 0/5 0/5", {
        4: "The maker of the phone system says four weeks. They said so in week 1, too.",
        6: "A test list runs for two people. It forgets hidden numbers.",
    }, day=2),
    (
        step("Write down what the list must do", "1.4", "1.4"),
        step("Test with two people", "6.4", "6.1"),
        step("All eight desks use it", "9.2"),
    ),
    specific="Missed calls become a shared list by themselves, oldest on top.",
    achievable="The maker has it for others; we need our opening hours in it.",
    relevant="Copying by hand costs an hour a day, and the hour is missing for calls.",
)  # fmt: skip

_TEN_ANSWERS = SmartGoal(
    "Write the ten answers owners ask for most",
    "lotte.jansen",
    "OC",
    from_to("0", "10", "answers"),
    (8, 4),
    (supports("Questions solved on first contact"),),
    weekly("1/8 2/8 4/8 5/8 6/8 7/8 8/8", {
        2: "Second one is the battery in the cold. Emeka corrected my numbers.",
        5: "Samuel reads each aloud before we keep it. Two were shortened by half.",
    }, day=1),
    (
        step("Count the questions of four weeks", "1.3", "1.2"),
        step("First five answers in use", "4.4", "4.4"),
        step("All ten in French and Dutch", "8.4"),
    ),
    specific="Ten answers of at most 80 words, in three languages, on the desk and the website.",
    achievable="One a week, each read aloud to a colleague first.",
    relevant="Ten questions make half of all calls.",
    contributors=("samuel.osei",),
)  # fmt: skip

_MONDAY_DESK = SmartGoal(
    "Lead the Monday desk meeting on my own",
    "samuel.osei",
    "OC",
    from_to("0", "6", "meetings"),
    (12, 0),
    (supports("Answered by a human, the first time"),),
    weekly("0/6 1/6 - 2/7 - 3/7", {
        2: "Too long, and I spoke most of it.",
        6: "Third one: 25 minutes, everybody said something.",
    }, day=2),
    (
        step("Watch two of Ruth’s meetings and take notes", "1.0", "1.0"),
        step("First meeting alone", "2.0", "2.0"),
        step("Ask three colleagues what to change", "8.4"),
    ),
    specific="Six Monday meetings prepared and led by me, each under half an hour.",
    achievable="Ruth sits in until I say it is not needed.",
    relevant="I want to lead the evening desk one day.",
    visibility=Visibility.PRIVATE,
    seen_by=("ruth.adeyemi",),
)  # fmt: skip

SMART_GOALS = (_EVENING_DESK, _CALL_BACK_LIST, _TEN_ANSWERS, _MONDAY_DESK)
