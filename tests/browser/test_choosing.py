"""Choosing a method in a real browser: the line while typing, digits, the contrasts, and back."""

from playwright.sync_api import Page, expect

from tests.browser.axe import barriers
from tests.browser.conftest import OpenPage
from tests.browser.running_site import Site
from tests.browser.signing_in import sign_in

NEW = "/kestrel/goals/new"
THREE = (("scope", "me"), ("effort", "smart"), ("stretch", "smart"))


def method_of(page: Page) -> str | None:
    return page.locator("[name=method]:checked").get_attribute("value")


def test_the_line_follows_the_words_and_digits_choose(own_page: Page) -> None:
    page = sign_in(own_page)
    page.goto(NEW)
    statement = page.locator("#id_statement")
    statement.fill("I learn to weld 2 kinds of frame")
    line = page.locator("#suggestion")
    expect(line).to_contain_text("You wrote about yourself and a skill, so a SMART goal fits.")
    statement.press("3")
    assert method_of(page) == "okr"
    page.locator("[name=method]:checked").focus()
    page.keyboard.press("3")
    assert method_of(page) == "healthy"
    line.get_by_role("button", name="Take SMART goal").click()
    assert method_of(page) == "smart"
    expect(line.get_by_role("button")).to_have_count(0)
    expect(page.locator("[name=ambition]:checked")).to_have_value("committed")
    expect(statement).to_have_value("I learn to weld 2 kinds of frame3")
    assert barriers(page) == []


def test_comparing_brings_every_word_back(own_page: Page) -> None:
    page = sign_in(own_page)
    page.goto(NEW)
    page.fill("#id_statement", "Bikes come back as good as new")
    page.fill("#id_kr0_statement", "Bikes that come back twice")
    page.get_by_role("button", name="Not sure? Compare").click()
    page.wait_for_url("**/goals/new/method?draft=goal-new")
    for row, value in THREE:
        with page.expect_response("**/goals/new/method"):
            page.check(f"[name={row}][value={value}]")
    result = page.locator("#result")
    expect(result).to_contain_text("The answers lie SMART 5, OKR 0, 5 apart")
    assert barriers(page) == []
    result.get_by_role("button", name="Take SMART goal").click()
    page.wait_for_url("**/goals/new?draft=goal-new")
    assert method_of(page) == "smart"
    expect(page.locator("#id_statement")).to_have_value("Bikes come back as good as new")
    expect(page.locator("#id_kr0_statement")).to_have_value("Bikes that come back twice")
    expect(page.locator("#suggestion")).to_contain_text("Your answers speak for SMART goal")


def test_without_scripts_it_is_a_plain_form(own_site: Site, open_page: OpenPage) -> None:
    page = sign_in(open_page(own_site, java_script_enabled=False))
    page.goto(NEW)
    page.fill("#id_statement", "Bikes come back as good as new")
    page.get_by_role("button", name="Not sure? Compare").click()
    for row, value in THREE:
        page.check(f"[name={row}][value={value}]")
    page.get_by_role("button", name="Show what fits").click()
    expect(page.locator("#result")).to_contain_text("SMART 5, OKR 0")
    page.get_by_role("button", name="Take SMART goal").click()
    assert method_of(page) == "smart"
    expect(page.locator("#id_statement")).to_have_value("Bikes come back as good as new")
