"""SMART goals of Growth, running quarter."""

from northing.demo.notation import MILESTONES, from_to, step, supports, weekly
from northing.demo.shapes import SmartGoal

_GUIDES = SmartGoal(
    "Certify 5 ride guides",
    "nadia.benali",
    "GR",
    from_to("0", "5", "guides"),
    (11, 4),
    (supports("First-ride score"),),
    weekly("0/7 0/7 1/7 1/7 2/7 3/7", {
        3: "Finn is the first. He knows more about saddles than I do.",
        6: "Three of five. The next two ride with me on Saturday.",
    }, day=3),
    (
        step("Write the guide’s hour: what happens in which minute", "2.4", "2.2"),
        step("First two guides certified", "5.4", "5.3"),
        step("All five certified", "11.4"),
    ),
    specific="Five guides lead a test ride alone after two watched rides and a short talk.",
    achievable="Four of the five have ridden with customers before.",
    relevant="The score of a ride depends on who rides along more than on the bike.",
    contributors=("finn.obrien",),
)  # fmt: skip

_CORNERS = SmartGoal(
    "Test-ride corners in three bike shops",
    "theo.laurent",
    "GR",
    from_to("0", "3", "shops"),
    (9, 4),
    (supports("Test rides a week"),),
    weekly("0/8 0/8 1/8 1/8 2/8 2/8 2/8", {
        3: "Leuven is open. The owner of the shop rides one home every night.",
        6: "Haarlem wants to wait until its window is mended.",
    }, day=1),
    (
        step("Contract that both sides can read in five minutes", "1.4", "1.4"),
        step("Leuven open", "3.4", "3.2"),
        step("Breda open", "5.4", "5.4"),
        step("Haarlem open", "9.4"),
    ),
    specific="Leuven, Breda and Haarlem each keep two bikes and a guide’s hour on Saturdays.",
    achievable="All three asked us first.",
    relevant="Half of our test riders live more than ten kilometres from a workshop.",
)  # fmt: skip

_RIDE_KIT = SmartGoal(
    "Neighbour-ride kit for 40 owners",
    "aisha.diallo",
    "GR",
    from_to("0", "40", "kits"),
    (8, 2),
    (supports("Owners who led a neighbour ride"),),
    weekly("0/8 6/8 14/8 21/8 28/8 34/9 36/9", {
        2: "Six kits went out and four rides came back.",
        5: "The pump breaks. We send another one.",
    }, day=2),
    (
        step("Choose what is in the bag with five owners", "1.4", "1.4"),
        step("First ten kits sent", "3.2", "3.1"),
        step("Ask what was never used", "7.4"),
    ),
    specific="Forty owners have a bag with vest, pump, map and six small cards.",
    achievable="A bag costs 31 euros and a quarter of an hour to pack.",
    relevant="Owners lead a ride when somebody hands them what they need.",
)  # fmt: skip

_PRICE_PAGE = SmartGoal(
    "A price page with the full cost of a month",
    "jonas.keller",
    "GR",
    MILESTONES,
    (9, 4),
    (supports("Test rides that end in a sale"), supports("Sales at full price")),
    weekly("/7 - /7 - /7 /6", {
        3: "Adaeze agreed to show repairs and insurance as one number.",
        6: "Readers in the test ask what happens after three years. We had no answer.",
    }, day=2),
    (
        step("Numbers agreed with Finance", "3.4", "3.2"),
        step("Read by ten people who do not own one", "6.4", "6.3"),
        step("Answer for the years after the third", "7.4"),
        step("Page is live in three languages", "9.4"),
    ),
    specific="One page says what a Kestrel costs a month, with everything in it, beside a car.",
    achievable="The numbers exist in Finance; the page is two weeks of work.",
    relevant="Price is the question before every test ride, and after it.",
)  # fmt: skip

SMART_GOALS = (_GUIDES, _CORNERS, _RIDE_KIT, _PRICE_PAGE)
