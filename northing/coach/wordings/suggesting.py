"""Asking the language model for other wordings; whatever goes wrong becomes a plain sentence."""

import logging
from dataclasses import dataclass
from threading import BoundedSemaphore

from northing.coach.wordings.answers import AnswerMalformed, wordings_in
from northing.coach.wordings.asking import Question, body_of
from northing.coach.wordings.calling import CallFailed, post
from northing.coach.wordings.endpoint import Endpoint

# A page waits for the model in one of the server's four threads: the others stay free for work.
MOST_AT_ONCE = 2

_log = logging.getLogger(__name__)
_places = BoundedSemaphore(MOST_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the model at a host suggested; or why there is nothing, and the cure."""

    host: str = ""
    wordings: tuple[str, ...] = ()
    problem: str = ""


def suggest(endpoint: Endpoint, question: Question) -> Suggestions:
    """Ask once. Never raises for what the model does, and ends within its timeout.

    Call it outside of any transaction: it waits for another machine.
    """
    if not _places.acquire(blocking=False):
        problem = "Others are asking it just now. Try again in some seconds."
        return Suggestions(endpoint.host, problem=problem)
    try:
        return _asked(endpoint, question)
    finally:
        _places.release()


def _asked(endpoint: Endpoint, question: Question) -> Suggestions:
    try:
        body = post(endpoint, body_of(question, endpoint.model))
        wordings = wordings_in(body, question.statement)
    except CallFailed as failed:
        return _nothing(endpoint, str(failed))
    except AnswerMalformed as malformed:
        cure = "Try again; when it stays so, whoever runs Northing chooses another model."
        return _nothing(endpoint, f"Its answer cannot be used: {malformed}. {cure}")
    if not wordings:
        return Suggestions(endpoint.host, problem="It had no other wording for this.")
    return Suggestions(endpoint.host, wordings)


def _nothing(endpoint: Endpoint, problem: str) -> Suggestions:
    """For whoever runs Northing: what went wrong, without the words and without the key."""
    _log.warning("The language model at %s gave no wordings. %s", endpoint.host, problem)
    return Suggestions(endpoint.host, problem=problem)
