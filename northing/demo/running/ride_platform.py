"""Ride platform, running quarter."""

from northing.demo.notation import amended, at_most, from_to, supports, under, weekly
from northing.demo.running.ride_promises import SMART_GOALS
from northing.demo.shapes import KeyResult, Objective, TeamPlan
from northing.goals.rules.kinds import Ambition

_WARRANTY = Objective(
    "Warranty claims cut by a third",
    "Every claim is an owner who has to prove that we were wrong.",
    "anton.berg",
    "RP",
    (under("A bike that survives three winters"),),
    (
        KeyResult(
            "Warranty claims per 1,000 bikes",
            "anton.berg",
            from_to("48", "30", "claims"),
            weekly("48/6 47/6 47/5 48/5 46/4 46/4 45/4", {
                2: "Display, motor, seat post, in this order.",
                4: "Second owners may now claim as well. Good rule, bad week for the number.",
                6: "Seat posts are solved. That was the small one.",
            }),
            amendments=(
                amended("4.3", "Bikes of second owners are now under warranty too, which adds "
                        "about two claims per thousand that the old target did not count.",
                        target="32"),
            ),
            also_under=(supports("A year we pay for ourselves"),),
        ),
        KeyResult(
            "Claims for water in the display a month",
            "priya.deshmukh",
            from_to("120", "40", "claims"),
            weekly("120/7 118/7 121/6 119/6 117/6 118/6", {
                2: "Seal kits go out with every service from now on.",
                4: "Kits are on the bikes that come in. The wet bikes do not come in.",
                6: "Flat so far. The kit works, we only need the bikes to visit.",
            }, day=2),
            contributors=("jun.park",),
        ),
        KeyResult(
            "Hub motors replaced per 1,000 bikes",
            "tariq.mansour",
            from_to("9.5", "6.0", "motors"),
            weekly("9.5/5 9.4/5 9.6/4 9.3/4 9.2/4 9.2/4 9.0/4", {
                3: "Workshops replace what could be mended. Level 3 training is the cure.",
                5: "Opened twenty old motors: eleven had one bad bearing and nothing else.",
                6: "Bearing from the second maker passed 300 hours on the bench.",
            }),
            also_under=(supports("Broken on Monday, riding by Friday"),),
        ),
    ),
    said=weekly("/5 - - /5 - /4", {
        6: "Water in the display decides it, and I hear two stories about the kit.",
    }, day=3),
)  # fmt: skip

_WINTER_FLEET = Objective(
    "Winter test fleet in three cities",
    "We find out what salt does when owners call us. It should be the other way round.",
    "lucia.ortega",
    "RP",
    (under("A bike that survives three winters"),),
    (
        KeyResult(
            "Test kilometres ridden in salt and wet",
            "lucia.ortega",
            from_to("0", "30000", "km"),
            weekly("900/8 2600/8 4800/8 7300/8 10200/8 13100/8 15400/9", {
                2: "Tallinn rides to work and back, twenty bikes, every day.",
                4: "Turin lost two days to a strike and made them good on Sunday.",
                6: "Ahead of the line. Some riders do sixty kilometres a day now.",
            }),
            contributors=("chiara.romano",),
        ),
        KeyResult(
            "Test bikes on the road",
            "chiara.romano",
            from_to("12", "60", "bikes"),
            weekly("12/7 18/7 24/7 30/8 33/8 36/8 37/8", {
                1: "Frames are here, racks are not.",
                5: "Oslo is complete: fifteen bikes, fifteen riders.",
            }),
            amendments=(
                amended("3.2", "The fourth city has no dry place to keep fifteen bikes, so we stay "
                        "with three.", target="45"),
            ),
        ),
        KeyResult(
            "Faults found before an owner finds them",
            "sofia.karlsson",
            from_to("0", "24", "faults"),
            weekly("1/8 3/8 5/8 8/8 10/8 12/9 13/9", {
                2: "Bolt under the motor rusts within nine days. Nobody had looked there.",
                4: "Three of the eight are cables that rub when the bar is turned fully.",
                6: "Half of the target at half-time, and none of them came from an owner.",
            }, day=2),
        ),
    ),
    said=weekly("/8 - - /8 - /8", {4: "Riders are keen, bikes hold, weather is awful. Perfect."},
                day=1),
)  # fmt: skip

_RELEASES = Objective(
    "Releases nobody stays late for",
    "Engineers with a family leave teams that ship at nine in the evening.",
    "niamh.byrne",
    "RP",
    (under("Nobody leaves because of planning"),),
    (
        KeyResult(
            "Releases that need a fix the same night",
            "viktor.hale",
            at_most("1", "a month"),
            weekly("1/8 1/8 0/8 0/8 1/8 1/8 0/8", {
                3: "Two releases, two quiet evenings.",
                5: "Forgot a time zone. Niamh saw it before the owners did.",
            }),
            ambition=Ambition.COMMITTED,
        ),
        KeyResult(
            "Evening calls for software a month",
            "niamh.byrne",
            from_to("14", "4", "calls"),
            weekly("14/7 13/7 12/8 10/8 9/8 8/8 8/8", {
                2: "Nine of them were the same lock that did not open.",
                4: "The lock now opens without the network. Calls halve from here, I hope.",
                6: "Longest quiet stretch since we count: six evenings.",
            }),
        ),
        KeyResult(
            "Rides that upload at the first try",
            "emeka.eze",
            from_to("91.0", "98.0", "%"),
            weekly("91.0/7 91.8/7 92.6/7 93.4/8 94.1/8 94.9/8 95.2/8", {
                3: "Tunnels were the cause of one in three.",
                6: "What is left happens when the phone is on its last percent.",
            }),
        ),
        KeyResult(
            "Hours from a report to its fix",
            "niamh.byrne",
            from_to("60", "24", "h"),
            weekly("60/7 57/7 52/7 49/7 44/8 41/8 38/8", {
                4: "We now answer who looks at it, on the same morning. That alone saved a day.",
                6: "Fixes are quick. Waiting for a test phone is not.",
            }),
        ),
    ),
)  # fmt: skip

PLAN = TeamPlan((_WARRANTY, _WINTER_FLEET, _RELEASES), SMART_GOALS)
