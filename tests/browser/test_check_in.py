"""The Monday check-in as people do it: by keys alone, without scripts, and twice by mistake."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import barriers
from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import sign_in

OPEN = "details[data-check-in][open]"
DUE = "details[data-check-in]:not([data-answered])"


@pytest.fixture
def week(own_page: Page) -> Page:
    """My week of Ines, the focus where her first answer goes."""
    return sign_in(own_page)


def title(page: Page) -> str:
    return page.locator(f"{OPEN} h3").inner_text()


def test_value_enter_digit_enter_until_nothing_is_due(week: Page) -> None:
    due, first = week.locator(DUE).count(), title(week)
    for value in ("74", "4.5", "8.6", "1", "1", "1")[:due]:
        week.keyboard.type(value)
        week.keyboard.press("Enter")
        week.keyboard.press("6")
        week.keyboard.press("Enter")
    expect(week.locator(DUE)).to_have_count(0)
    answered = week.locator("details[data-answered]", has_text=first)
    expect(answered).to_contain_text("74 %. You said 6 in 10")
    expect(week.get_by_text("All checked in.")).to_be_visible()
    expect(week.locator("[data-sending]")).to_have_count(0)
    week.reload()
    expect(week.get_by_text("Nothing due.")).to_be_visible()


def test_an_odd_value_is_asked_back_inline(week: Page) -> None:
    week.keyboard.type("710")
    week.keyboard.press("Enter")
    week.keyboard.press("6")
    week.keyboard.press("Enter")
    expect(week.locator(OPEN)).to_contain_text("710 %? Last was 71 %.")
    expect(week.locator(f"{OPEN} .value-box input")).to_be_focused()
    assert barriers(week) == []
    week.keyboard.press("Enter")
    week.keyboard.press("Enter")
    expect(week.locator("details[data-answered]", has_text="710 %")).to_have_count(1)


def test_arrows_go_through_the_queue_and_s_skips(week: Page) -> None:
    first = title(week)
    week.keyboard.press("ArrowDown")
    assert title(week) != first
    week.keyboard.press("ArrowUp")
    assert title(week) == first
    week.keyboard.press("Enter")
    week.keyboard.press("s")
    week.keyboard.press("Enter")
    expect(week.locator("details[data-answered]", has_text=first)).to_contain_text("Skipped")


def test_what_was_typed_is_there_after_a_reload_and_a_step_is_ticked(week: Page) -> None:
    week.keyboard.type("73")
    week.locator(f"{OPEN} textarea").fill("Half a thought")
    week.reload()
    expect(week.locator(f"{OPEN} .value-box input")).to_have_value("73")
    expect(week.locator(f"{OPEN} textarea")).to_have_value("Half a thought")
    step = week.locator(".things [aria-checked='false']").first
    name = step.inner_text()
    step.click()
    expect(week.locator(".things [aria-checked='true']", has_text=name)).to_be_visible()


def test_without_scripts_it_is_a_plain_form(own_site: Site, open_page: OpenPage) -> None:
    page = sign_in(open_page(own_site, java_script_enabled=False))
    first = title(page)
    page.locator(f"{OPEN} .value-box input").fill("74")
    page.locator(f"{OPEN} .segment", has_text="6").click()
    page.locator(f"{OPEN} textarea").fill("Second bay in Utrecht opened.")
    page.get_by_role("button", name="Save and next").first.click()
    expect(page.locator("#messages")).to_contain_text(f"{first}: 74 %. You said 6 in 10")
    assert title(page) != first


def test_from_a_goals_page_it_leads_back_there(week: Page) -> None:
    week.goto("/kestrel/goals/WN-5.1/check-ins?back=goal")
    week.keyboard.type("74")
    week.keyboard.press("Enter")
    week.keyboard.press("6")
    week.keyboard.press("Enter")
    week.wait_for_url("**/kr/WN-5.1*")
    expect(week.locator("#messages")).to_contain_text("You said 6 in 10")
