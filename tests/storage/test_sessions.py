"""Sessions read by hand are the sessions that Django wrote."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from northing.storage.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> str:
    store = SessionStore()
    store["who"] = "Ines"
    store.save()
    assert store.session_key is not None
    return store.session_key


def test_a_session_holds_what_was_put_into_it(kept: str) -> None:
    assert SessionStore(kept)["who"] == "Ines"


def test_a_session_that_is_too_old_holds_nothing_and_has_no_key(kept: str) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    store = SessionStore(kept)
    assert store.get("who") is None
    assert store.session_key is None


def test_a_session_that_nobody_began_holds_nothing() -> None:
    assert SessionStore("invented").get("who") is None
