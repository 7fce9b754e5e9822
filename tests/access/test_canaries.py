"""No page, list, search, file or fault shows anybody a string that is not for them."""

import re

import pytest

from tests.access.canaries import addresses, hidden_from, shown_to
from tests.access.town import Town
from tests.access.visiting import Answer, ask

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s,.\u202f\u2009\u00a0](?=\d)")


def _shown(answer: Answer) -> str:
    """All that came back, headers too, with numbers as plain digits."""
    return _BETWEEN_DIGITS.sub("", f"{answer.text} {dict(answer.headers)}")


@pytest.mark.parametrize(
    "actor", ["viewer", "lead", "manager", "admin", "team member", "outsider", "twin"]
)
def test_nobody_sees_what_is_not_theirs(actor: str, town: Town) -> None:
    hidden = hidden_from(actor)
    leaks = []
    for address in addresses(town):
        if not (actor == "twin" and (address == "/" or "/magpie" in address)):
            shown = _shown(ask(town, actor, address))
            leaks += [(address, one) for one in hidden if one in shown.replace(address, "")]
    assert leaks == []


@pytest.mark.parametrize("actor", ["owner", "team member", "named", "admin", "outsider"])
def test_everybody_sees_what_is_theirs(actor: str, town: Town) -> None:
    shown = " ".join(_shown(ask(town, actor, address)) for address in addresses(town))
    assert [one for one in shown_to(actor) if one not in shown] == []
