"""The company’s own objectives, first quarter."""

from northing.demo.notation import at_least, ended, from_to, under
from northing.demo.shapes import KeyResult, Objective, TeamPlan
from northing.demo.strategy import BIKES, COMPANY, OWNERSHIP
from northing.goals.rules.kinds import Ambition, GoalState

_RUST = Objective(
    "A bike that does not mind the weather",
    "Our owners ride all year. Their bikes should, too.",
    "henrik.solberg",
    "",
    (under(BIKES),),
    (
        KeyResult("Bikes back for corrosion before their third winter", "anton.berg",
                  from_to("14.1", "11.0", "%"),
                  ended("13.0", {13: "Measured for the first time. That is half of the work."},
                        said=5), team="RP", state=GoalState.CARRIED),
        KeyResult("Range kept at five below zero", "emeka.eze",
                  from_to("60", "70", "% of summer range"),
                  ended("66", {7: "A sleeve round the battery, made by my mother. Three points."}),
                  team="RP", state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_DELIVER = Objective(
    "Deliver what we sold",
    "A date on an order is a promise.",
    "tomas.lindqvist",
    "",
    (under(BIKES),),
    (
        KeyResult("Orders delivered in the week we promised", "olga.ivanova",
                  from_to("70", "85", "%"),
                  ended("80", {5: "Ten points in five weeks: we stopped promising Fridays."},
                        said=7, known={5: "80"}), team="SU", state=GoalState.CARRIED),
        KeyResult("Bikes promised and not in stock", "olga.ivanova",
                  from_to("260", "120", "bikes"),
                  ended("180", {13: "Better, and the large battery is only now getting scarce."}),
                  team="SU", state=GoalState.CARRIED),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

_REPAIRS = Objective(
    "Repairs nobody dreads",
    "Owners told us they ride a broken bike for weeks, because a repair is worse.",
    "tomas.lindqvist",
    "",
    (under(OWNERSHIP),),
    (
        KeyResult("Owners back on a bike within seven days", "tomas.lindqvist",
                  from_to("49", "65", "%"),
                  ended("58", {9: "Workshops differ by 30 points. I visit best and worst."}),
                  team="WN", state=GoalState.CARRIED),
        KeyResult("Owner days lost to repairs a month", "imani.wekesa",
                  from_to("5600", "4500", "d"), ended("4900", said=7),
                  team="WN", state=GoalState.CARRIED),
        KeyResult("Repairs done on the day we promised", "camille.roux",
                  from_to("51", "70", "%"),
                  ended("60", {3: "Nobody wrote the promised day down before. Now we do."}),
                  team="OC", state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_NO_DISCOUNT = Objective(
    "The last discount",
    "We sell one bike in six below its price, and it never brought a second sale.",
    "marijke.vandalen",
    "",
    (under(OWNERSHIP),),
    (
        KeyResult("New owners this quarter", "diego.marin", from_to("0", "1300", "owners"),
                  ended("1248", {7: "Sales fell for two weeks after the last discount, then not."},
                        said=7), ambition=Ambition.COMMITTED, team="GR", state=GoalState.DONE),
        KeyResult("Sales at full price", "marijke.vandalen", at_least("95", "%"),
                  ended("96", {3: "Two shops left us over it. Nine wrote to say thanks."}, said=7),
                  ambition=Ambition.COMMITTED, team="GR", state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_STAY = Objective(
    "We know why people leave",
    "Three left, and we guessed.",
    "farah.haddad",
    "",
    (under(COMPANY),),
    (
        KeyResult("People who would leave over planning", "farah.haddad",
                  from_to("34", "20", "%"),
                  ended("29", {11: "First time that a plan, not pay, came out on top."}),
                  team="PE", state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_MONEY = Objective(
    "Money to last the year",
    "With nine months in hand we choose our suppliers. With five they choose us.",
    "adaeze.nwosu",
    "",
    (under(COMPANY),),
    (
        KeyResult("Months of cash in hand", "adaeze.nwosu", at_least("8", "months"),
                  ended("8.6", {5: "Stock is money, too. Sold the odd frames."}, said=7),
                  ambition=Ambition.COMMITTED, team="FI", state=GoalState.CARRIED),
        KeyResult("Gross margin on a bike", "adaeze.nwosu", from_to("21.8", "23.5", "%"),
                  ended("23.1", said=7), team="FI", state=GoalState.CARRIED),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

PLAN = TeamPlan((_RUST, _DELIVER, _REPAIRS, _NO_DISCOUNT, _STAY, _MONEY))
