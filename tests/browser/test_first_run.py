"""From nothing to one's own first goal: the set-up link, three fields, and the composer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import running_site
from tests.browser.axe import barriers
from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import PRIIT, sign_in


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    """Northing on a folder that holds nothing yet."""
    folder = tmp_path / "northing"
    folder.mkdir(mode=0o700)
    site = running_site.start(folder)
    yield site
    site.stop()


def set_up_link(site: Site) -> str:
    log = (site.data_dir / "server.log").read_text()
    found = re.search(r"/welcome\?token=\S+", log)
    assert found is not None, log
    return found[0]


def test_three_fields_lead_to_ones_own_first_goal(empty_site: Site, open_page: OpenPage) -> None:
    page = open_page(empty_site, timezone_id="Europe/Brussels")
    page.goto(set_up_link(empty_site))
    assert barriers(page) == []
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Brussels")
    page.get_by_label("Your organization").fill("Kestrel Bikes")
    page.get_by_label("Your name").fill("Ines Okafor")
    page.get_by_label("Your e-mail").fill("ines@kestrel.example")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.wait_for_url("**/kestrel-bikes/goals/new")
    page.goto("/")
    page.wait_for_url("**/kestrel-bikes/my/week")


def test_an_invited_person_signs_in_by_the_link_that_was_handed_over(
    own_site: Site, open_page: OpenPage
) -> None:
    admin = sign_in(open_page(own_site), PRIIT)
    admin.goto("/kestrel/admin/people")
    admin.get_by_label("Name", exact=True).fill("Noor Rahimi Two")
    admin.get_by_label("E-mail", exact=True).fill("noor.two@kestrel.example")
    admin.get_by_role("button", name="Invite", exact=True).click()
    link = admin.get_by_label("Sign-in link for Noor Rahimi Two").input_value()
    page = open_page(own_site)
    page.goto(link)
    page.get_by_role("button", name="Sign in as Noor Rahimi Two").click()
    page.get_by_label("New password").fill("a sentence that nobody guesses")
    page.get_by_role("button", name="Save password").click()
    page.wait_for_url("**/kestrel/my/week")


def test_the_palette_remembers_where_one_has_been(page: Page) -> None:
    sign_in(page)
    page.goto("/kestrel/teams/owner-care")
    page.goto("/kestrel/my/week")
    page.keyboard.press("Control+k")
    recent = page.locator("#palette [role=group][aria-label=Recent]")
    expect(recent).to_contain_text("Owner care")
    page.keyboard.press("Enter")
    page.wait_for_url("**/teams/owner-care")
