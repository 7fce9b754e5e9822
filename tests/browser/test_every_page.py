"""Every page: no barrier in light and dark, nothing wider than a narrow phone."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import barriers
from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import MARIJKE, PRIIT, TOMAS, sign_in
from tests.browser.tour import STOPS, Stop, visit

FURTHER = (
    Stop("strategy-edit", "/kestrel/strategy/edit", MARIJKE),
    Stop("cycle-new", "/kestrel/cycles/new", TOMAS),
    Stop("goal-edit", "/kestrel/goals/WN-5.1/edit"),
    Stop("goal-alignment", "/kestrel/goals/WN-5.1/alignment"),
    Stop("teams", "/kestrel/teams"),
    Stop("admin-person", "/kestrel/admin/people/aiko-sato", PRIIT),
    Stop("admin-team", "/kestrel/admin/teams/owner-care", PRIIT),
    Stop("admin-organization", "/kestrel/admin/organization", PRIIT),
    Stop("own-page", "/kestrel/people/ines-okafor"),
    Stop("set-password", "/set-password"),
    Stop("meeting", "/kestrel/teams/workshop-network?present=0"),
)


@pytest.mark.parametrize("stop", [*STOPS, *FURTHER], ids=lambda stop: stop.name)
def test_a_page_keeps_nobody_out(site: Site, open_page: OpenPage, stop: Stop) -> None:
    page = open_page(site, reduced_motion="reduce")
    if stop.who is not None:
        sign_in(page, stop.who)
    visit(page, stop)
    assert barriers(page) == []
    page.emulate_media(color_scheme="dark")
    assert barriers(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert overflow(page) <= 0


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
