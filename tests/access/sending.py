"""Forms filled in so that they would be taken: what a refusal then refuses is the sender."""

from typing import Any

from tests.access.town import Town

ROWS = "Objective,Key result,Start,Target\nSell,Sell more,0,12\n"


def new_goal(town: Town, asked: str) -> dict[str, str]:
    """An objective with one key result."""
    return {
        "method": "okr",
        "statement": "Owners feel looked after",
        "cycle": "2027-q1",
        "ambition": "committed",
        "visibility": "organization",
        "kr0_statement": "Calls answered",
        "kr0_kind": "from_to",
        "kr0_baseline": "58",
        "kr0_target": "85",
    }


def asked_wording(town: Town, asked: str) -> dict[str, str]:
    """A statement that other wordings are asked for."""
    return {"statement": "Owners feel looked after", "kind": "objective", "language": "en"}


def method_answers(town: Town, asked: str) -> dict[str, str]:
    """Answers to the three first questions, and the method that they speak for."""
    return {"scope": "me", "effort": "smart", "stretch": "smart", "choose": "smart"}


def goal_edit(town: Town, asked: str) -> dict[str, str]:
    """Other words for a key result, with a reason."""
    goal = town.goals[asked].key_result if asked in town.goals else town.rival_goals.key_result
    return {
        "statement": "Calls answered within a minute",
        "owner": goal.owner.name,
        "team": goal.team.name if goal.team else "",
        "visibility": goal.visibility,
        "contributors": ", ".join(one.person.name for one in goal.contributors.all()),
        "audience": ", ".join(one.person.name for one in goal.audience.all()),
        "m_kind": "from_to",
        "m_baseline": "700000000",
        "m_target": "900000000",
        "reason": "It was not clear",
        "version": str(goal.version),
    }


def links(town: Town, asked: str) -> dict[str, str]:
    """The link that is there, with another weight."""
    goals = town.goals.get(asked, town.rival_goals)
    return {"serves0": goals.objective.short_id, "mode0": "contributes", "weight0": "2"}


def meant_so(town: Town, asked: str) -> dict[str, str]:
    """That a missing verb is meant so."""
    return {"mean": "V1"}


def steps(town: Town, asked: str) -> dict[str, str]:
    """One step more."""
    return {"step0_title": "Ask the two shops"}


def check_in(town: Town, asked: str) -> dict[str, str]:
    """A value, the odds and a word."""
    return {"value": "740000000", "confidence": "6", "note": "Two shops joined"}


def done(town: Town, asked: str) -> dict[str, str]:
    """A step is done."""
    return {"done": "1"}


def planned_step(town: Town, asked: str) -> dict[str, str]:
    """A step of a SMART goal."""
    goals = town.goals.get(asked, town.rival_goals)
    return {"goal": goals.smart.short_id, "title": "Call the shops", "due": "2027-03-02"}


def cycle(town: Town, asked: str) -> dict[str, str]:
    """The quarter after."""
    return {
        "name": "Q2 2027",
        "start": "2027-04-05",
        "due": "2027-07-04",
        "cadence": "weekly",
        "check_in_weekday": "0",
    }


def cycle_state(town: Town, asked: str) -> dict[str, str]:
    """The running cycle begins to close."""
    return {"state": "closing"}


def strategy(town: Town, asked: str) -> dict[str, str]:
    """A mission and a pillar."""
    return {"mission": "Bikes that last", "pillar0_name": "Always riding", "version": "1"}


def rows(town: Town, asked: str) -> dict[str, str]:
    """A plan of one line."""
    return {"pasted": ROWS}


def newcomer(town: Town, asked: str) -> dict[str, str]:
    """Somebody to invite."""
    return {"name": "Noor Haddad", "email": "noor@kestrel.example", "role": "member"}


def person_facts(town: Town, asked: str) -> dict[str, str]:
    """Another title for a member."""
    version = town.people["member"].version
    return {
        "name": "Mila Novak",
        "title": "Buyer",
        "role": "member",
        "manager": "",
        "teams": "",
        "version": str(version),
    }


def new_team(town: Town, asked: str) -> dict[str, str]:
    """A team by its name."""
    return {"name": "Night shift"}


def team_facts(town: Town, asked: str) -> dict[str, str]:
    """Another name for a team."""
    return {"name": "Spare parts", "key": "SP", "version": str(town.empty_team.version)}


def organization_facts(town: Town, asked: str) -> dict[str, str]:
    """Another name for the organization."""
    here = town.kestrel.organization
    return {
        "name": "Kestrel Cycles",
        "key": here.key,
        "time_zone": "Europe/Brussels",
        "early": "15",
        "behind": "0",
        "far_behind": "25",
        "version": str(here.version),
    }


def draft(town: Town, asked: str) -> dict[str, Any]:
    """What somebody has typed so far."""
    return {"fields": {"statement": ["Owners feel"]}}


def nothing(town: Town, asked: str) -> dict[str, str]:
    """A form without fields."""
    return {}
