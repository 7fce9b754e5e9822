"""Strings that only some may see, and every address at which they might be seen."""

from collections.abc import Iterator

from tests.access.plans import VALUES, secret
from tests.access.policy import POLICY
from tests.access.routes import filled, is_inside
from tests.access.rules import SEES
from tests.access.town import HERE, THERE, Town

FIELDS = (
    "objective",
    "key_result",
    "smart",
    "why",
    "specific",
    "achievable",
    "relevant",
    "definition",
    "step",
    "unit",
    "note",
    "smart note",
    "restated",
    "reason",
)
RIVALS_OWN = ("rival person", "rival quarter", "rival pillar")


def secrets_of(of: str) -> set[str]:
    """The strings of the goals of one visibility, or of the other organization."""
    return {secret(f"{of} {field}") for field in FIELDS} | {VALUES[of]}


def hidden_from(actor: str) -> set[str]:
    """Everything that somebody must not see at any address."""
    hidden = {secret("draft of as"), secret("draft of op"), secret("upload of adem")}
    hidden |= {secret("upload of olga"), *map(secret, RIVALS_OWN)} | secrets_of("rival")
    for visibility, those in SEES.items():
        if actor not in those and visibility in VALUES:
            hidden |= secrets_of(visibility)
    return hidden - shown_to(actor)


def shown_to(actor: str) -> set[str]:
    """What somebody must find at some address: without it, finding nothing would prove nothing."""
    if actor == "outsider":
        own = {secret("draft of op"), secret("upload of olga"), *map(secret, RIVALS_OWN)}
        return own | secrets_of("rival")
    own = {"admin": {secret("upload of adem")}, "owner": {secret("draft of as")}}
    seen = (secrets_of(one) for one in VALUES if actor in SEES.get(one, set()))
    return own.get(actor, set()).union(*seen)


def addresses(town: Town) -> list[str]:
    """Every page at every address, ours and the other organization's, and every way to search."""
    return list(dict.fromkeys([*_pages(town), *_searches(town), *_wrong_addresses()]))


def _pages(town: Town) -> Iterator[str]:
    for route, row in POLICY.items():
        if not is_inside(route):
            yield filled(route, "", {})
        elif row.get is not None:
            for asked in (*row.asked, "foreign"):
                yield filled(route, HERE, row.at(town, asked))
            yield filled(route, THERE, row.at(town, "foreign"))


def _searches(town: Town) -> Iterator[str]:
    goals = town.goals["organization"]
    hidden = town.goals["private"]
    queries = {
        "goals": (
            "view=table",
            "format=csv",
            "q=canary",
            "view=table&q=canary",
            "due=month",
            "owner=aiko-sato",
            "team=workshop-network",
            "kind=smart",
            "says=off_track",
            "sort=-says&view=table",
            f"root={goals.objective.short_id}",
            "q=canary-private",
        ),
        "map": ("view=outline", "view=table", "lens=owner", f"root={goals.objective.short_id}"),
        "palette": ("q=canary", "q=canary+private", f"q={hidden.smart.short_id}", "q=sato"),
        "pick/goals": ("q=canary", "q=private", f"q={hidden.smart.short_id}"),
        "pick/people": ("q=bo", "q=canary"),
        "pick/teams": ("q=n",),
        f"o/{goals.objective.short_id}-{goals.objective.statement}": (
            f"kr={hidden.key_result.short_id}",
        ),
        "goals/new": (f"parent={hidden.objective.short_id}", "kind=smart"),
        "teams/workshop-network": ("", "present=0", "present=1"),
        "people/aiko-sato": ("",),
        "admin/people/aiko-sato": ("",),
        "admin/people": ("q=canary", "left=1"),
    }
    for place, texts in queries.items():
        for organization in (HERE, THERE):
            yield from (f"/{organization}/{place}?{text}" for text in texts)


def _wrong_addresses() -> tuple[str, ...]:
    return (f"/{HERE}/nothing", f"/{HERE}/goals?cycle=none", f"/{HERE}/goals?after=x", "/nothing")
