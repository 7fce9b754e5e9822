"""Importing a file in a browser: four steps by keyboard, no barrier on any of them."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import barriers
from tests.browser.conftest import OpenPage
from tests.browser.importing_tour import IMPORTING
from tests.browser.running_site import Site
from tests.browser.signing_in import MARIJKE, PRIIT, sign_in
from tests.browser.test_every_page import overflow
from tests.browser.tour import visit
from tests.spreadsheets.importing import SAMPLES, TRACKER

_UNCLEAR = 'Objective,Key result,Baseline,Target\nGrow,Revenue,0,"1,250"\n,Win,5,5\n'


def _choose(page: Page, file: str) -> None:
    page.goto("/kestrel/import")
    page.set_input_files("input[type=file]", SAMPLES / file)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/columns")


def test_a_file_is_imported_by_keyboard_alone(own_page: Page) -> None:
    sign_in(own_page, MARIJKE)
    _choose(own_page, TRACKER)
    own_page.keyboard.press("Enter")
    own_page.wait_for_url("**/differences")
    own_page.keyboard.press("Enter")
    own_page.wait_for_url("**/done")
    assert "14 goals created" in own_page.locator(".lead").inner_text()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_no_step_keeps_anybody_out(site: Site, open_page: OpenPage, look: str) -> None:
    page = sign_in(open_page(site, color_scheme=look), MARIJKE)
    page.goto("/kestrel/import")
    assert barriers(page) == []
    page.fill("textarea", _UNCLEAR)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/columns")
    assert barriers(page) == []
    page.get_by_role("button", name="Show the differences").first.click()
    page.wait_for_url("**/differences")
    page.locator("details summary").first.click()
    assert barriers(page) == []


def test_no_later_page_keeps_anybody_out(own_page: Page) -> None:
    sign_in(own_page, PRIIT)
    for stop in IMPORTING:
        own_page.emulate_media(color_scheme="light", reduced_motion="reduce")
        own_page.set_viewport_size({"width": 1280, "height": 860})
        visit(own_page, stop)
        assert barriers(own_page) == [], stop.name
        own_page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert barriers(own_page) == [], stop.name
        own_page.set_viewport_size({"width": 320, "height": 640})
        assert overflow(own_page) <= 0, stop.name


def test_the_steps_work_without_scripts(site: Site, open_page: OpenPage) -> None:
    with_scripts = sign_in(open_page(site), MARIJKE)
    state = with_scripts.context.storage_state()
    page = open_page(site, java_script_enabled=False, storage_state=state)
    page.goto("/kestrel/import")
    page.fill("textarea", _UNCLEAR)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Show the differences").first.click()
    page.get_by_text("1250 (a point stands before decimals)").click()
    page.get_by_role("button", name="Answer").click()
    assert page.get_by_text("Only you can say").count() == 0
    assert page.get_by_text("1 thing to repair").count() == 1


def test_a_file_that_is_too_large_is_told_before_it_is_sent(
    site: Site, open_page: OpenPage
) -> None:
    page = sign_in(open_page(site), MARIJKE)
    page.goto("/kestrel/import")
    page.evaluate("document.querySelector('[data-import-file]').dataset.mostBytes = '10'")
    page.set_input_files("input[type=file]", SAMPLES / TRACKER)
    assert page.locator("[data-too-large]").is_visible()
    page.get_by_role("button", name="Read it").click()
    assert page.url.endswith("/kestrel/import")
