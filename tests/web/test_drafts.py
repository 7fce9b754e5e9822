"""Drafts over HTTP: kept, given back, forgotten; nobody else's, and nothing that is no draft."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import Kestrel

SignIn = Callable[..., Client]
DRAFT = "/kestrel/drafts/goal-new"


def keep(client: Client, body: object, path: str = DRAFT) -> int:
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post(path, text, content_type="application/json").status_code


def test_a_draft_comes_back_as_it_was_left(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    fields = {"statement": ["Ride “über” all"], "tags": ["a", "b"]}
    assert client.get(DRAFT).status_code == 404
    assert keep(client, {"fields": fields}) == 200
    assert client.get(DRAFT).json()["fields"] == fields
    assert client.delete(DRAFT).status_code == 204
    assert client.get(DRAFT).status_code == 404


def test_nobody_reads_anothers_draft(kestrel: Kestrel, signed_in: SignIn) -> None:
    keep(signed_in(kestrel.ines), {"fields": {"statement": ["Mine"]}})
    assert signed_in(kestrel.marijke, Client()).get(DRAFT).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        b"\xff",
        "null",
        "[" * 3000,
        '{"fields": []}',
        '{"fields": {"a": "b"}}',
        '{"fields": {"a": [1]}}',
        '{"fields": {"a": ["\\u0000"]}}',
    ],
)
def test_what_is_no_draft_is_refused(kestrel: Kestrel, signed_in: SignIn, body: str) -> None:
    assert keep(signed_in(kestrel.ines), body) == 422


def test_a_draft_has_a_largest_size(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    assert keep(client, {"fields": {"a": ["x" * 100_001]}}) == 422
    assert keep(client, {"fields": {"a": ["x" * 1_000_001]}}) == 413


def test_a_key_is_a_plain_word(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert keep(signed_in(kestrel.ines), {"fields": {}}, "/kestrel/drafts/a%20b") == 422
