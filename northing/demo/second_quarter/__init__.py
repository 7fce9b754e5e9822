"""The quarter before the running one, closed."""

from northing.demo.second_quarter import (
    company,
    finance,
    growth,
    owner_care,
    people,
    ride_platform,
    supply,
    workshop_network,
)
from northing.demo.shapes import TeamPlan

PLANS: tuple[TeamPlan, ...] = (
    company.PLAN,
    workshop_network.PLAN,
    owner_care.PLAN,
    growth.PLAN,
    ride_platform.PLAN,
    supply.PLAN,
    people.PLAN,
    finance.PLAN,
)
