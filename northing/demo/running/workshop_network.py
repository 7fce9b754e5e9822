"""Workshop network, running quarter."""

from northing.demo.notation import between, from_to, supports, under, weekly
from northing.demo.running.workshop_promises import SMART_GOALS
from northing.demo.shapes import KeyResult, Objective, TeamPlan

_RIDING_BY_FRIDAY = Objective(
    "Broken on Monday, riding by Friday",
    "A bike in the workshop is a person back in a car. If we give the bike back within the week, "
    "owners forget it was ever away.",
    "ines.okafor",
    "WN",
    (under("Every owner riding again this week"),),
    (
        KeyResult(
            "Same-week repair share",
            "ines.okafor",
            from_to("62", "85", "%"),
            weekly("62/6 63/6 66/7 65/5 69/6 71/6", {
                2: "Two mechanics ill in Ghent for the whole week. Utrecht carried it.",
                3: "Express lane for brakes and tyres works: in by ten, out by four.",
                4: "Slipped because Brussels waited three days for motor cables.",
                6: "Rotterdam gave back every bike of the week for the first time. Utrecht has "
                   "one bay too few.",
            }, day=0),
            definition="Repairs handed back in the calendar week they came in, from the workshop "
                       "system every Monday.",
            contributors=("joao.mendes", "sanne.visser", "jef.claes"),
        ),
        KeyResult(
            "Median wait for a workshop slot",
            "ines.okafor",
            from_to("6.4", "2.5", "d"),
            weekly("6.4/5 6.3/5 6.0/5 5.5/4 5.1/4 4.7/3", {
                2: "The new calendar shows all eleven workshops at once. Owners still pick the "
                   "nearest one.",
                4: "Evening slots in Utrecht fill within an hour of being opened.",
                5: "Falls by half a day a week. That is good and still not enough for 2.5.",
                6: "Saturdays helped in four workshops. Ghent is what keeps the median up: "
                   "eight days there.",
            }, day=4, by="joao.mendes"),
            definition="Days between asking for a slot and the first free one, median of the week.",
            contributors=("joao.mendes", "imani.wekesa"),
        ),
        KeyResult(
            "Repeat repairs within 30 days",
            "ines.okafor",
            from_to("9.1", "5.0", "%"),
            weekly("9.1/6 9.0/6 9.3/6 8.9/6 8.7/5 8.8/5", {
                1: "Start of the quarter. The checklist is printed, the training begins next week.",
                3: "Up a little. Most of it is hub motors coming back with the same noise.",
                5: "No movement yet. I still think the checklist gets us most of the way.",
                6: "Torque checklist is live in 4 of 11 workshops. Hub motors are 6 of every 10 "
                   "repeats, and only 5 mechanics are trained on them.",
            }, day=4, by="aiko.sato"),
            definition="Share of all repairs that come back within 30 days, from the workshop "
                       "system every Friday.",
            contributors=("aiko.sato", "bram.dewit"),
        ),
        KeyResult(
            "Mobile-mechanic visits a week",
            "luca.ferri",
            from_to("40", "120", "visits"),
            weekly("40/6 52/7 61/7 70/8 84/8 91/8", {
                2: "Oskar now starts at seven, before people leave for work. Five visits more.",
                4: "Yusuf does Ghent alone on three days. We need the second van for the rest.",
                5: "Two thirds of the visits are flats and brakes, the fastest we have.",
                6: "Need a decision by Friday: do we lend bikes to owners whose repair takes over "
                   "five days? They ask at the door.",
            }, day=6, help_in=(6,)),
            definition="Repairs finished at the owner’s door, Monday to Sunday.",
            contributors=("oskar.nyberg", "yusuf.demir"),
        ),
    ),
    said=weekly("/7 - - /6 - /5", {
        4: "The wait falls and more bikes go home in the week. Repeats are what worries me.",
        6: "Three of four move. If hub motors stay as they are, we fill with repeats the bays we "
           "just won.",
    }, day=4),
)  # fmt: skip

_THE_KESTREL_WAY = Objective(
    "Every workshop does it the Kestrel way",
    "An owner should not be able to tell which of our eleven workshops mended the bike.",
    "jef.claes",
    "WN",
    (under("Every owner riding again this week"),),
    (
        KeyResult(
            "Repairs finished without a second parts order",
            "jef.claes",
            from_to("71", "86", "%"),
            weekly("71/7 72/7 74/7 75/7 74/6 76/6 77/6", {
                3: "The kit list for motor jobs cut second orders in Ghent by half.",
                5: "Brake pads were on the list and not on the shelf. Talked to Rosa.",
                6: "Antwerp still orders part by part. Mateusz shows them the kits this week.",
            }),
            contributors=("mateusz.kowal",),
            also_under=(supports("Parts where the mechanic needs them"),),
        ),
        KeyResult(
            "Torque errors in spot checks",
            "aiko.sato",
            from_to("14", "4", "per 100"),
            weekly("14/6 13/6 12/6 10/7 9/7 8/7", {
                1: "Measured with the old wrenches, so the true start may be worse.",
                3: "Every error this week was on the rear axle. The checklist has it on top now.",
                5: "Workshops with the list: 5 in 100. Without: 12.",
                6: "Checked 140 bolts in Rotterdam without warning. Six were loose.",
            }, day=3),
        ),
        KeyResult(
            "Bays in use during opening hours",
            "imani.wekesa",
            between("75", "88", "%"),
            weekly("72/6 76/7 79/7 83/7 86/7 87/6 86/7", {
                1: "Quiet first week, two bays stood empty.",
                4: "Tuesdays are full, Thursdays are not. Slots for Thursday now come first.",
                6: "Close to the upper edge: one mechanic ill and the plan tips.",
            }),
            definition="Below 75 the bay stands empty, above 88 nobody can take an urgent repair.",
        ),
        KeyResult(
            "Owners who rate their repair 9 or 10",
            "sanne.visser",
            from_to("68", "80", "%"),
            weekly("68/7 71/7 74/8 77/8 73/7 69/5", {
                2: "The call after the repair makes the difference, not the repair itself.",
                4: "Best week since we ask. Utrecht has 84.",
                5: "Fell where waiting got shorter: we hand the bike over and nobody explains it.",
                6: "All of the gain is gone. Comments say hurried. We dropped the walk-round at "
                   "hand-over to save ten minutes, and it shows.",
            }),
        ),
    ),
)  # fmt: skip

PLAN = TeamPlan((_RIDING_BY_FRIDAY, _THE_KESTREL_WAY), SMART_GOALS)
