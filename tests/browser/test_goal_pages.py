"""Reading the plan with keys, with scripts and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import sign_in

TREE = "[role=tree]"


@pytest.fixture
def ines(page: Page) -> Page:
    return sign_in(page)


def test_arrow_keys_walk_through_the_plan(ines: Page) -> None:
    ines.goto("/kestrel/goals")
    top = ines.locator(f"{TREE} > li").first
    top.focus()
    ines.keyboard.press("ArrowDown")
    pillar = ines.locator(f"{TREE} li:focus")
    expect(pillar).to_have_attribute("aria-expanded", "true")
    ines.keyboard.press("ArrowLeft")
    expect(pillar).to_have_attribute("aria-expanded", "false")
    expect(pillar.locator("li").first).to_be_hidden()
    ines.keyboard.press("ArrowRight")
    ines.keyboard.press("ArrowRight")
    expect(ines.locator(f"{TREE} li:focus .tree-row").first).to_contain_text("KB-")
    ines.keyboard.press("Enter")
    ines.wait_for_url("**/kestrel/o/KB-*")


def test_one_stop_of_the_tab_key_leads_into_the_tree(ines: Page) -> None:
    ines.goto("/kestrel/goals")
    expect(ines.locator(f"{TREE} li[tabindex='0']")).to_have_count(1)
    ines.keyboard.press("j")
    expect(ines.locator(f"{TREE} .is-current")).to_have_count(1)


def test_a_key_result_opens_its_chart_in_place(ines: Page) -> None:
    ines.goto("/kestrel/o/WN-5")
    ines.locator("#key-results a", has_text="Repeat repairs within 30 days").first.click()
    expect(ines.locator("#detail-title")).to_have_text("Repeat repairs within 30 days")
    expect(ines).to_have_url(re.compile(r"\?kr=WN-5\.3$"))
    ines.get_by_text("Show as a table").click()
    expect(ines.locator(".chart-table").first).to_contain_text("8.8 %")


def test_filters_are_chosen_and_taken_away(ines: Page) -> None:
    ines.goto("/kestrel/goals?view=table")
    ines.locator(".filter-more summary").click()
    ines.get_by_label("Owner says").select_option("off_track")
    ines.wait_for_url("**says=off_track**")
    expect(ines.locator(".goals-table tbody .status").first).to_have_text("Off track")
    ines.get_by_role("link", name="Without Says off track").click()
    expect(ines.locator(".filter-chip")).to_have_count(0)


def test_without_scripts_the_whole_plan_is_open(site: Site, open_page: OpenPage) -> None:
    page = sign_in(open_page(site, java_script_enabled=False))
    page.goto("/kestrel/goals")
    expect(page.get_by_role("link", name="Train 12 mechanics")).to_be_visible()
    page.locator(".filter-more summary").click()
    page.get_by_label("Owner says").select_option("off_track")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".filter-chip")).to_have_text(["Says off track"])
    page.get_by_role("link", name="Table").click()
    page.locator(".goal-name").first.click()
    expect(page.locator("h1")).to_be_visible()
