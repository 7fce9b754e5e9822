"""Work that was written as a key result, carried over to a SMART goal of its own."""

import re
import secrets
from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpResponse

from northing.drafts.actions import keep
from northing.goals.rules.kinds import Ambition
from northing.web.draft_done import draft_is_done
from northing.web.page import PageRequest, redirect_within

_MOVE = re.compile(r"smart:(kr[0-9]{1,2})")
_OF_THE_MOMENT = {"csrfmiddlewaretoken", "draft_key", "check", "said"}
_CARRIED = ("owner", "owner_id", "team", "cycle", "start", "due", "visibility", "audience")


def moved_to_smart(request: PageRequest, action: str, key: str) -> HttpResponse | None:
    """On to the composer with the words of one key result; the rest waits as the draft it was.

    None when the button is another one. Raises DraftRefused.
    """
    named = _MOVE.fullmatch(action)
    if named is None:
        return None
    row = f"{named[1]}_"
    fields = {name: each for name, each in request.POST.lists() if name not in _OF_THE_MOMENT}
    smart = {name: fields[name] for name in _CARRIED if fields.get(name)}
    smart |= {
        "method": ["smart"],
        "statement": fields.get(f"{row}statement", [""]),
        "ambition": [Ambition.COMMITTED.value],
        # What it carries is written above it and has no short id yet.
        "relevant": [f"Carries: {words}"] if (words := _first(fields, "statement")) else [""],
    }
    onward = f"goal-new:smart.{secrets.token_hex(4)}"
    keep(request.person, key, {**fields, f"{row}statement": [""]})
    keep(request.person, onward, smart)
    messages.success(request, "Moved. What you wrote around it waits as your draft")
    response = redirect_within(request, f"goals/new?draft={onward}")
    draft_is_done(response, key)
    return response


def _first(fields: Mapping[str, Sequence[object]], name: str) -> str:
    return str(fields.get(name, [""])[0]).strip()
