"""Workshop network, second quarter."""

from northing.demo.notation import (
    DONE,
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
from northing.goals.rules.kinds import Ambition, GoalState

_RIDING_BY_FRIDAY = Objective(
    "Broken on Monday, riding by Friday",
    "A bike in the workshop is a person back in a car.",
    "ines.okafor",
    "WN",
    (under("Every owner riding again this week"),),
    (
        KeyResult("Same-week repair share", "ines.okafor", from_to("51", "70", "%"),
                  ended("62", {
                      2: "We count from the first message now, not from the door.",
                      6: "Brakes and tyres before ten o’clock go first. 57.",
                      9: "Stuck at 58 for three weeks: no free bay in Utrecht.",
                      13: "Eleven points up. The next eleven need rooms, not effort.",
                  }, said=7, known={6: "57", 7: "58", 8: "58", 9: "58"}), state=GoalState.CARRIED),
        KeyResult("Median wait for a workshop slot", "ines.okafor", from_to("8.1", "5.0", "d"),
                  ended("6.4", {
                      4: "Owners see slots of all workshops and still drive past two of them.",
                      13: "Shared calendar was worth a day and a half, and no more.",
                  }), state=GoalState.CARRIED),
        KeyResult("Repeat repairs within 30 days", "aiko.sato", from_to("9.6", "7.0", "%"),
                  ended("9.1", {
                      5: "Started to read every repeat. The same motor noise in half of them.",
                      13: "We learned what it is. We did not change it yet.",
                  }), state=GoalState.CARRIED),
        KeyResult("Mobile-mechanic visits a week", "luca.ferri", from_to("12", "45", "visits"),
                  ended("40", {
                      3: "Third mechanic on the road. The stand fits, the pump does not.",
                      10: "Forty in a dry week, twenty-nine in a wet one.",
                  }, said=7, known={9: "29", 10: "40"}), state=GoalState.CARRIED),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

_OPEN_ON_TIME = Objective(
    "Workshops that open when the door says so",
    "The best mechanic does not help an owner who stands before a closed door.",
    "jef.claes",
    "WN",
    (under("Every owner riding again this week"),),
    (
        KeyResult("Workshops open at the hour on the door", "jef.claes",
                  from_to("8", "11", "workshops"),
                  ended("11", {8: "Delft has a second key. It was as simple as that."}, said=8),
                  ambition=Ambition.COMMITTED, state=GoalState.DONE),
        KeyResult("Bays in use during opening hours", "imani.wekesa", between("70", "88", "%"),
                  ended("74", {5: "Two bays stood empty on the same day, in the same street."},
                        said=7), state=GoalState.DONE),
        KeyResult("Mechanics trained to level 2", "bram.dewit", from_to("22", "40", "mechanics"),
                  ended("38", {
                      6: "Evenings do not work. Mornings before opening do.",
                      13: "Two short, both on leave. Level 3 can begin.",
                  }, said=7), state=GoalState.DONE),
        KeyResult("Tools missing at the weekly count", "hanna.virtanen",
                  from_to("31", "10", "tools"),
                  ended("9", {4: "Painted outlines on the wall. Nobody likes an empty outline."},
                        said=8), state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Express lane for brakes and tyres in five workshops", "joao.mendes", "WN",
        from_to("0", "5", "workshops"), (9, 4), (supports("Same-week repair share"),),
        ended("5", {4: "Antwerp said it would never work and was the second to finish."}, said=8,
              known={3: "1", 4: "2"}),
        (step("Rules on one page", "1.4", "1.4"), step("Two workshops", "4.4", "4.2"),
         step("All five", "9.4", "9.1")),
        specific="In by ten, out by four, in five workshops.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Write the level 2 course", "bram.dewit", "WN", MILESTONES, (6, 4),
        (supports("Mechanics trained to level 2"),),
        ended("3", {3: "Six chapters, each with a broken part to hold."}, said=8),
        (step("Brakes and wheels", "2.4", "2.3"), step("Motor, outside", "4.4", "4.4"),
         step("Electric faults", "6.4", "6.2")),
        specific="Three parts of half a day, with an exam.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Read every repeat repair of a month", "aiko.sato", "WN", from_to("0", "180", "repairs"),
        (8, 4), (supports("Repeat repairs within 30 days"),),
        ended("184", {7: "Hub motors: 61 of 102 so far. I did not expect that."}, said=8,
              known={7: "102"}),
        specific="Every repair that came back in one month gets a cause in one word.",
        state=GoalState.DONE,
    ),
    SmartGoal(
        "Three mobile mechanics on the road", "luca.ferri", "WN", from_to("1", "3", "mechanics"),
        (7, 4), (supports("Mobile-mechanic visits a week"),), ended("3", said=8),
        (step("Hire the second", "3.4", "3.2"), step("Hire the third", "6.4", "6.4")),
        specific="Utrecht twice, Ghent once, five days a week.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Put the torque checklist in 11 workshops", "aiko.sato", "WN",
        from_to("0", "11", "workshops"), (12, 4), (supports("Repeat repairs within 30 days"),),
        ended("0", {10: "First draft has forty lines. Nobody will do forty lines."}, said=6),
        (step("Draft with two mechanics", "6.4", "10.2"), step("First workshop", "9.4")),
        specific="One list for all repairs that touch an axle or a motor.",
        state=GoalState.CARRIED,
        amendments=(amended("8.1", "Aiko read the repeats first: without the causes the list is "
                            "a guess.", due_week=13),),
    ),
    SmartGoal(
        "Painted tool walls in all workshops", "hanna.virtanen", "WN",
        from_to("0", "11", "walls"), (10, 4), (supports("Tools missing at the weekly count"),),
        ended("11", said=8), (step("Delft as the model", "2.4", "2.4"),),
        specific="Each tool has its outline on the wall.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Second key holder in every workshop", "elodie.marchand", "WN", DONE, (5, 4),
        (supports("Workshops open at the hour on the door"),),
        ended("1", {4: "Two workshops left. In one of them the baker next door has the key."},
              said=8),
        specific="Two people who live near hold a key.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Try a workshop on Saturdays", "pieter.bos", "WN", from_to("0", "6", "Saturdays"),
        (11, 5), (supports("Median wait for a workshop slot"),),
        ended("6", {11: "Full each time. I would do it again, with Mondays off."}, said=7),
        specific="Rotterdam opens on six Saturdays.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_RIDING_BY_FRIDAY, _OPEN_ON_TIME), SMART_GOALS)
