"""Other wordings from the language model, when a person presses the button: never by itself."""

import re
from collections.abc import Iterator

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from northing.coach.wordings.asking import CRITERIA, KINDS, LONGEST_WORDING, Question, languages
from northing.coach.wordings.endpoint import Endpoint
from northing.coach.wordings.suggesting import Suggestions, suggest
from northing.goals.rules.rights import NotAllowed
from northing.people.rules import may_write_goals, says_nothing
from northing.web.forms import Typed
from northing.web.page import PageRequest, page, show

# The composer's words for what the coach calls a kind.
_KIND_OF_METHOD = {
    "okr": "objective",
    "smart": "smart_goal",
    "healthy": "key_result",
    "key_result": "key_result",
}
_STATEMENT = re.compile(r"\A(?:kr[0-9]{1,2}_)?statement\Z")
_OURS = {"csrfmiddlewaretoken", "wording_of", "kind", "language", "open", "more"}
_SECONDS_TO_WAIT = "900"

_OFF = Suggestions(
    problem="No language model is set here. The coach's rules work without one; whoever runs "
    "Northing may set NORTHING_LANGUAGE_MODEL_URL."
)
_TOO_OFTEN = "You have asked it 20 times within an hour. Go on by yourself, or ask again later."


@require_POST
@page
def other_wordings(request: PageRequest) -> HttpResponse:
    """Ask the language model once: a fragment for the composer, or a page of its own."""
    if not may_write_goals(request.person.role):
        raise NotAllowed("Viewers read goals. Ask an admin for the role of a member to write one.")
    typed = Typed(request.POST)
    question = _question(typed)
    if typed.problems:
        problem = " ".join(typed.problems.values())
        return _answer(request, Suggestions(problem=problem), status=422)
    endpoint: Endpoint | None = settings.LANGUAGE_MODEL
    if endpoint is None:
        return _answer(request, _OFF)
    if not ratelimit.consume(request, action="language_model", key=str(request.person.pk)):
        response = _answer(request, Suggestions(problem=_TOO_OFTEN), status=429)
        response["Retry-After"] = _SECONDS_TO_WAIT
        return response
    return _answer(request, suggest(endpoint, question))


def _field(typed: Typed) -> str:
    """The field that holds the statement: the composer's own, or that of a key result."""
    field = typed.text("wording_of")
    return field if _STATEMENT.match(field) else "statement"


def _question(typed: Typed) -> Question:
    statement = typed.text(_field(typed))
    if says_nothing(statement):
        typed.problems["statement"] = "Type a statement first, then ask for other wordings."
    elif len(statement) > LONGEST_WORDING:
        extra = len(statement) - LONGEST_WORDING
        typed.problems["statement"] = f"{extra} characters too long. Keep one sentence, then ask."
    language = typed.text("language")
    if language and language not in languages():
        known = ", ".join(sorted(languages()))
        typed.problems["language"] = f"The coach does not read this language. It reads {known}."
    kind = typed.text("kind") or _KIND_OF_METHOD.get(typed.text("method"), "other")
    if kind not in KINDS:
        typed.problems["kind"] = f"There is no such kind of goal. Choose one of {', '.join(KINDS)}."
    return Question(statement, kind, language, tuple(_open(typed)))


def _open(typed: Typed) -> Iterator[str]:
    """The criteria that the page says are open; words that are none count as none."""
    said = set(typed.text("open").replace(",", " ").split())
    return (name for name in CRITERIA if name in said)


def _answer(request: PageRequest, suggestions: Suggestions, *, status: int = 200) -> HttpResponse:
    typed = Typed(request.POST)
    field = _field(typed)
    context = {
        "suggestions": suggestions,
        "field": field,
        "statement": typed.text(field),
        "kept": list(_kept(request, field)),
    }
    is_part = request.headers.get("HX-Request") == "true"
    part = "composer/_suggested.html" if is_part else "composer/wordings.html"
    return show(request, part, context, here="goals", status=status)


def _kept(request: PageRequest, field: str) -> Iterator[tuple[str, str]]:
    """What else was typed in the composer: the page carries it back, it goes nowhere else."""
    for name in request.POST:
        if name != field and name not in _OURS:
            yield name, request.POST[name]


urlpatterns = [path("<slug:organization>/coach/wordings", other_wordings, name="other_wordings")]
