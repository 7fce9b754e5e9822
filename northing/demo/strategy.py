"""Why Kestrel Bikes exists and what it chose."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """A value or pillar and what it means here."""

    name: str
    meaning: str


NAME = "Kestrel Bikes"
SLUG = "kestrel"
KEY = "KB"
TIME_ZONE = "Europe/Amsterdam"
MAIL_DOMAIN = "kestrel.example"

MISSION = "Make the car the second choice in our cities"
VISION = (
    "In ten years half of the short trips in the cities we serve are made on two wheels, "
    "because the bike is the one thing in the house that always works."
)

BIKES = "Bikes that never let you down"
OWNERSHIP = "Ownership without hassle"
COMPANY = "A company people stay in"

PILLARS = (
    Sentence(BIKES, "A bike that fails once is left at home. We build for the third winter, "
                    "and we have on the shelf what we promised."),
    Sentence(OWNERSHIP, "From the first ride to the last repair, owning a Kestrel takes less "
                        "thought than owning a car."),
    Sentence(COMPANY, "Good mechanics and engineers can work anywhere. They stay where plans hold "
                      "and the company pays its own way."),
)  # fmt: skip

VALUES = (
    Sentence("Ride it yourself", "Decisions about the bike are made by people who rode it to "
                                 "work that week."),
    Sentence("Say it on Monday", "Bad news is worth most early. Whoever brings it is thanked "
                                 "and helped."),
    Sentence("Leave room", "A plan without slack is a wish. One day in ten belongs to what "
                           "nobody could foresee."),
    Sentence("Repair before replace", "Bikes, tools and ways of working: we mend what we have "
                                      "before we buy new."),
)  # fmt: skip

WILL_NOT_DO = """\
We do not sell at a discount: a bike that is cheaper in November punishes who trusted us in May.
We do not open a twelfth workshop before the eleven we have give bikes back within the week.
We do not build a cargo bike, however often we are asked, until warranty claims are down by a third.
We do not sell what owners ride to anybody."""
