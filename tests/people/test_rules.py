"""Names become slugs and keys; roles give roles no stronger than their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.people.rules import Role, free_key, free_slug, may_give_role, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ines Okafor", "ines-okafor"),
        ("Élodie de Wit", "elodie-de-wit"),
        ("  Q1 / 2027  ", "q1-2027"),
        ("李雷", ""),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_name_becomes_a_slug(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_taken_slug_gets_a_number() -> None:
    assert free_slug("Ines Okafor", {"ines-okafor", "ines-okafor-2"}, "person") == "ines-okafor-3"


def test_a_name_without_letters_of_addresses_still_has_a_slug() -> None:
    assert free_slug("李雷", (), "person") == "person"


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("Workshop network", (), "WN"),
        ("Workshop network", {"WN"}, "WNE"),
        ("Workshop network", {"WN", "WNE", "WNET"}, "WN2"),
        ("Supply", (), "SU"),
        ("Supply", {"SU"}, "SUP"),
        ("X", (), "X2"),
        ("李雷", (), "X2"),
    ],
)
def test_a_key_begins_short_ids(name: str, taken: set[str], key: str) -> None:
    assert free_key(name, taken) == key


@given(st.lists(st.text(max_size=20), max_size=40))
def test_no_two_names_get_the_same_key_or_slug(names: list[str]) -> None:
    keys: set[str] = set()
    slugs: set[str] = set()
    for name in names:
        key, slug = free_key(name, keys), free_slug(name, slugs, "team")
        assert key not in keys
        assert slug not in slugs
        assert 2 <= len(key) <= 4
        keys.add(key)
        slugs.add(slug)


@pytest.mark.parametrize("giver", list(Role))
@pytest.mark.parametrize("old", list(Role))
@pytest.mark.parametrize("new", list(Role))
def test_nobody_gives_or_takes_a_role_stronger_than_their_own(
    giver: Role, old: Role, new: Role
) -> None:
    strength = list(Role).index
    allowed = giver in (Role.ADMIN, Role.OWNER)
    allowed = allowed and max(strength(old), strength(new)) <= strength(giver)
    assert may_give_role(giver, old, new) is allowed
