"""SMART goals of Ride platform, running quarter."""

from northing.demo.notation import DONE, MILESTONES, from_to, step, supports, weekly
from northing.demo.shapes import SmartGoal

_SEAL_KIT = SmartGoal(
    "Seal kit fitted on 900 bikes",
    "priya.deshmukh",
    "RP",
    from_to("0", "900", "bikes"),
    (13, 2),
    (supports("Claims for water in the display a month"),),
    weekly("40/7 150/7 210/6 240/6 255/6 262/6", {
        2: "First hundred in a week. It takes eleven minutes a bike.",
        4: "Slows down: whoever wanted one has one.",
        5: "We write to owners whose display is older than a year.",
        6: "Twelve answered the letter. I still count on the service month.",
    }, day=2),
    (
        step("Kits for 1,000 bikes in all workshops", "1.4", "1.3"),
        step("Letter to owners with an old display", "5.2", "5.2"),
        step("Fit kits at the office of three employers", "9.4"),
        step("Nine hundredth kit fitted", "13.2"),
    ),
    specific="Nine hundred bikes with a display older than a year get the new seal.",
    achievable="Eleven minutes a bike; every workshop has the kits.",
    relevant="Water in the display is our first reason for a claim.",
)  # fmt: skip

_SALT_REPORT = SmartGoal(
    "Salt-spray report on all twelve frame parts",
    "sofia.karlsson",
    "RP",
    from_to("0", "12", "parts"),
    (10, 4),
    (supports("Bikes back for corrosion before their third winter"),),
    weekly("0/8 2/8 3/8 5/8 6/8 7/8 8/8", {
        3: "The chamber was down for a day, and the bolts could not have cared less.",
        6: "Chain guard fails at 200 hours. Everything else passes 400.",
    }, day=2),
    (
        step("Chamber calibrated", "1.4", "1.4"),
        step("Six parts tested", "5.4", "5.3"),
        step("Report read with Anton and Henrik", "10.4"),
    ),
    specific="Each of twelve parts spends 400 hours in salt spray, with pictures every 50.",
    achievable="The chamber takes two parts a week.",
    relevant="We know that bikes rust and not yet where it begins.",
)  # fmt: skip

_CONNECTOR = SmartGoal(
    "New display connector in production",
    "jun.park",
    "RP",
    MILESTONES,
    (12, 4),
    (supports("Claims for water in the display a month"),),
    weekly("/6 - /6 - /5 /5", {
        3: "Third drawing is the first one that a gloved hand can close.",
        6: "Toolmaker in Brno is a week behind. I called every day, it helps a little.",
    }, day=0),
    (
        step("Drawing agreed with the display maker", "3.4", "3.4"),
        step("Twenty connectors printed and tested", "5.4", "6.1"),
        step("Tool cut in Brno", "8.4"),
        step("First 500 connectors on the line", "12.4"),
    ),
    specific="From week 12 every new display is built with the closed connector.",
    achievable="One tool, one supplier, both known to us.",
    relevant="The seal kit mends old bikes; this one keeps new ones dry.",
    contributors=("priya.deshmukh",),
)  # fmt: skip

_FIRMWARE = SmartGoal(
    "Firmware 4.2 on 95 % of all bikes",
    "rafael.pinto",
    "RP",
    from_to("0", "95", "%"),
    (11, 4),
    (supports("Range kept at five below zero"),),
    weekly("- - 0/6 4/6 11/6 15/5 15/5", {
        3: "Held back: the display must be mended first on 300 bikes.",
        5: "Eleven per cent, and no bike came back because of it.",
        6: "Owners who never open the app never get it. Workshops will do it by cable.",
    }, day=1),
    (
        step("Two weeks on the test fleet", "3.4", "3.4"),
        step("Cable and instructions in every workshop", "8.2"),
        step("Reminder in the app", "9.1"),
    ),
    specific="Ninety-five of a hundred bikes that rode this month run version 4.2.",
    achievable="Version 4.1 reached 93 in ten weeks.",
    relevant="It keeps the battery warm, which is worth three points of range.",
)  # fmt: skip

_RELEASE_LIST = SmartGoal(
    "Release checklist used for six releases",
    "viktor.hale",
    "RP",
    from_to("0", "6", "releases"),
    (12, 4),
    (supports("Releases that need a fix the same night"),),
    weekly("0/8 1/8 1/8 2/8 2/8 3/8 3/8", {
        2: "Nineteen lines were too many. Eleven now.",
        6: "Third time without anybody asking where the list is.",
    }, day=3),
    (
        step("Eleven lines that everybody understands", "1.4", "2.1"),
        step("First release with the list", "2.4", "2.2"),
        step("Somebody else leads a release", "9.4"),
    ),
    specific="Six releases go out before four in the afternoon with every line ticked.",
    achievable="One release every other week is our rhythm anyway.",
    relevant="Each late fix this year began with a step that somebody forgot.",
)  # fmt: skip

_REST_DAY = SmartGoal(
    "A free day after every on-call week",
    "niamh.byrne",
    "RP",
    DONE,
    (8, 4),
    (supports("Nobody leaves because of planning"),),
    weekly("- 0/8 - 0/8 - 0/8", {
        4: "Farah checked the contracts: it is allowed, and it should be the rule.",
    }, day=3),
    (
        step("Ask everybody who is on call", "2.4", "2.3"),
        step("Write the rule with Farah", "5.4", "5.4"),
        step("It stands in the rota", "8.4"),
    ),
    specific="Whoever was on call for a week is free on the Monday after it.",
    achievable="Six people share it; nobody is on call twice a month.",
    relevant="Two people asked to leave the on-call list, both because of sleep.",
)  # fmt: skip

SMART_GOALS = (_SEAL_KIT, _SALT_REPORT, _CONNECTOR, _FIRMWARE, _RELEASE_LIST, _REST_DAY)
