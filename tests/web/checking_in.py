"""Filling in and sending the check-in form, as a browser without scripts does."""

import re
from collections.abc import Callable
from html import unescape

from django.http import HttpResponse
from django.test import Client

from northing.goals.models import Goal
from northing.people.models import Person

SignedIn = Callable[[Person], Client]
WEEK = "/kestrel/my/week"
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


def address(goal: Goal) -> str:
    """Where the goal's form is, and where it is sent."""
    return f"/kestrel/goals/{goal.short_id}/check-ins"


def text_of(page: HttpResponse) -> str:
    """The words of a page as a person reads them."""
    words = re.sub(r"<[^>]*>", " ", page.content.decode())
    return re.sub(r"\s+", " ", unescape(words))


def hidden_fields(page: HttpResponse) -> dict[str, str]:
    """What the first form of a page sends along."""
    form = page.content.decode().split("data-check-in open")[-1].split("</form>")[0]
    return {name: unescape(value) for name, value in _HIDDEN.findall(form)}


def send(client: Client, goal: Goal, **typed: object) -> HttpResponse:
    """Open the goal's form, type and send it."""
    fields = hidden_fields(client.get(address(goal)))
    return client.post(address(goal), fields | typed)
