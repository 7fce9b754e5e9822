"""The pages before one is inside: no barrier, nothing that the browser refuses."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import barriers
from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import THE_SIX

DOORS = ("/sign-in", "/demo", "/nowhere-at-all")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("door", DOORS)
def test_a_door_keeps_nobody_out(site: Site, open_page: OpenPage, door: str, look: str) -> None:
    page = open_page(site, color_scheme=look)
    page.goto(door)
    assert barriers(page) == []


def test_the_demo_lets_a_visitor_choose_among_six(page: Page) -> None:
    page.goto("/demo")
    offered = page.locator('button[name="person"]')
    assert {offered.nth(at).get_attribute("value") for at in range(offered.count())} == set(THE_SIX)
