"""SMART goals of the workshop network, running quarter."""

from northing.demo.notation import DONE, MILESTONES, amended, from_to, step, supports, weekly
from northing.demo.shapes import SmartGoal
from northing.goals.rules.kinds import Visibility

_TRAIN = SmartGoal(
    "Train 12 mechanics to level 3 on hub motors",
    "bram.dewit",
    "WN",
    from_to("0", "12", "mechanics"),
    (13, 2),
    (supports("Repeat repairs within 30 days"),),
    weekly("0/7 1/7 2/7 3/7 4/7 5/7", {
        2: "First exam passed: Mateusz, with the old motor and the new one.",
        4: "One failed on wheel bearings and comes back in two weeks.",
        6: "Five of twelve. From now on two a week, one in Utrecht and one in Ghent.",
    }, day=2),
    (
        step("Write the level 3 exam", "1.4", "1.3"),
        step("Borrow six broken hub motors from Ride platform", "2.2", "2.4"),
        step("First six mechanics through the course", "6.4", "6.4"),
        step("Pair Noor with Bram on hub motors", "7.4"),
        step("Second group of six through the course", "11.4"),
    ),
    specific="Twelve mechanics open, mend and close both hub motors alone, and pass Bram’s exam.",
    achievable="Bram trains two days a week; each mechanic needs three days away from the bay.",
    relevant="Six of ten repairs that come back are hub motors.",
    contributors=("ines.okafor", "noor.rahimi", "mateusz.kowal"),
)  # fmt: skip

_CHECKLIST = SmartGoal(
    "Put the torque checklist in 11 workshops",
    "aiko.sato",
    "WN",
    from_to("0", "11", "workshops"),
    (10, 4),
    (supports("Repeat repairs within 30 days"), supports("Torque errors in spot checks")),
    weekly("1/7 1/7 2/6 3/6 3/5 4/5", {
        1: "Utrecht started on the first day.",
        3: "Mechanics like it on paper, not on the tablet. We print it.",
        5: "Brussels wants it in French before they begin. Fair.",
        6: "Four of eleven. The French version is with Élodie for a last look.",
    }, day=4),
    (
        step("Try the list in Utrecht for two weeks", "2.4", "2.4"),
        step("Print and laminate in two languages", "4.4", "5.1"),
        step("French version agreed with Brussels", "7.2"),
        step("Last seven workshops visited", "10.2"),
    ),
    specific="Every repair that touches an axle or a motor is closed with the signed checklist.",
    achievable="One visit of half a day a workshop; Hanna lends the calibrated wrenches.",
    relevant="Loose bolts are the second most common reason why a bike comes back.",
    contributors=("hanna.virtanen",),
)  # fmt: skip

_VANS = SmartGoal(
    "Two mobile vans in Ghent",
    "luca.ferri",
    "WN",
    MILESTONES,
    (8, 4),
    (supports("Mobile-mechanic visits a week"),),
    weekly("/7 - /7 /8 - /8", {
        3: "First van is on the road, the tail lift squeaks.",
        6: "Second van stands in Kortrijk and waits for its tyres.",
    }, day=6),
    (
        step("Buy the first van", "1.4", "1.2"),
        step("Fit racks and stand in the first van", "3.2", "3.1"),
        step("Buy the second van", "5.4", "5.3"),
        step("Parking permits for the old town", "7.4", "6.3"),
        step("Second van on the road", "8.4"),
    ),
    specific="Two vans with stand, racks and parts work in Ghent on six days a week.",
    achievable="Both are in the budget; Yusuf and a new colleague drive them.",
    relevant="One van covers half of the city and none of the evenings.",
    contributors=("yusuf.demir",),
    amendments=(
        amended("6.4", "The second van waits for tyres that arrive in week 8.", due_week=10),
    ),
)  # fmt: skip

_SECOND_BAYS = SmartGoal(
    "Open a second bay in Utrecht and in Ghent",
    "ines.okafor",
    "WN",
    MILESTONES,
    (11, 4),
    (supports("Same-week repair share"),),
    weekly("/7 - /7 - /7 /6 /6", {
        3: "Landlord in Utrecht agreed to the second door.",
        6: "Utrecht is painted and wired. The lift comes on Thursday.",
        7: "Second bay in Utrecht is open. Ghent has the room and lacks one mechanic.",
    }, day=0),
    (
        step("Permit for the second door in Utrecht", "3.4", "3.3"),
        step("Lift for Utrecht delivered", "6.4", "6.3"),
        step("Open second bay in Utrecht", "7.1", "7.0"),
        step("Hire a mechanic for Ghent", "9.4"),
        step("Open second bay in Ghent", "11.4"),
    ),
    specific="Utrecht and Ghent each take two repairs at the same time, five days a week.",
    achievable="Rooms and money are agreed; the open question is one mechanic in Ghent.",
    relevant="These two workshops hold four of ten bikes that wait over the weekend.",
    contributors=("sanne.visser", "jef.claes"),
)  # fmt: skip

_LOAN_BIKES = SmartGoal(
    "Lend a bike for every repair over five days",
    "ines.okafor",
    "WN",
    MILESTONES,
    (10, 4),
    (supports("Median wait for a workshop slot"), supports("Owners who had to ask twice")),
    weekly("- /7 - /6 - - /6", {
        2: "Thirty used bikes are enough to start, says Katya.",
        4: "Insurance wants a signature for every loan. Camille drafts one page.",
        7: "What is missing is the rule: who decides at the desk, the mechanic or the care desk?",
    }, day=0),
    (
        step("Pick 30 used bikes for lending", "4.4", "4.2"),
        step("Insurance for lent bikes", "6.4", "6.2"),
        step("Agree loan-bike rule with Owner care", "7.4"),
        step("Lending starts in all workshops", "10.4"),
    ),
    specific="Whoever waits longer than five days leaves the workshop on a lent bike.",
    achievable="Used bikes stand in Tilburg; Owner care answers the calls about them.",
    relevant="A person without a bike for a week takes the car and gets used to it.",
    contributors=("ruth.adeyemi",),
)  # fmt: skip

_SATURDAYS = SmartGoal(
    "Saturday slots in four workshops",
    "joao.mendes",
    "WN",
    from_to("0", "4", "workshops"),
    (6, 4),
    (supports("Median wait for a workshop slot"),),
    weekly("0/7 1/8 2/8 3/9 4/9 4/9", {
        2: "Rotterdam opened first: all slots gone by Wednesday.",
        5: "Antwerp makes four. Volunteers for the next six Saturdays are found.",
        6: "Done. I keep an eye on whether the volunteers stay happy.",
    }, day=1),
    (
        step("Ask who wants to work Saturdays", "1.4", "1.4"),
        step("First Saturday in Rotterdam", "2.5", "2.5"),
        step("Fourth workshop open on Saturdays", "6.4", "5.5"),
    ),
    specific="Rotterdam, Utrecht, Brussels and Antwerp take repairs from nine to two on Saturdays.",
    achievable="Only with volunteers, who take the Monday off.",
    relevant="Half of our owners cannot come on a weekday.",
)  # fmt: skip

_STANDS = SmartGoal(
    "New truing stands in every workshop",
    "hanna.virtanen",
    "WN",
    DONE,
    (9, 4),
    (),
    weekly("- 0/8 - 0/8 - 0/7", {
        4: "Supplier in Porto can deliver eight at once, three later.",
        6: "Eight have arrived, the last three are promised for week 9.",
    }, day=2),
    (
        step("Choose the stand with three mechanics", "2.4", "2.4"),
        step("Order eleven stands", "3.4", "3.3"),
        step("All eleven stands bolted down", "9.4"),
    ),
    specific="Each of the eleven workshops trues wheels on the same stand.",
    achievable="The order is paid; bolting one down takes an hour.",
    relevant="The old stands lean, and so do the wheels.",
)  # fmt: skip

_HAND_OVER_GHENT = SmartGoal(
    "Prepare Jef to lead the Belgian workshops",
    "ines.okafor",
    "WN",
    MILESTONES,
    (13, 2),
    (supports("Every workshop does it the Kestrel way"),),
    weekly("/8 - - /8 - - /7", {
        4: "Jef ran the week without me. Two questions by phone, both good ones.",
        7: "He wants to keep one day at the bench. I think he should.",
    }, day=0),
    (
        step("Jef leads the Ghent Monday meeting alone", "3.0", "3.0"),
        step("Jef sets the Brussels rota with Élodie", "6.4", "6.4"),
        step("Talk with Tomas about title and pay", "9.4"),
        step("Announce it to the three teams", "12.4"),
    ),
    specific="From next quarter Jef leads Ghent, Antwerp and Brussels, with their budgets.",
    achievable="He has led Ghent for two years and asked for more.",
    relevant="Eleven workshops are too many for one person to know well.",
    visibility=Visibility.PRIVATE,
    seen_by=("tomas.lindqvist", "jef.claes"),
)  # fmt: skip

SMART_GOALS = (
    _TRAIN,
    _CHECKLIST,
    _VANS,
    _SECOND_BAYS,
    _LOAN_BIKES,
    _SATURDAYS,
    _STANDS,
    _HAND_OVER_GHENT,
)
