"""The language model's button in the composer, against a stand-in that speaks its protocol."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import running_site
from tests.browser.axe import barriers
from tests.browser.composing import NEW
from tests.browser.conftest import OpenPage
from tests.browser.signing_in import RUTH, sign_in
from tests.coach.stand_in import KEY, MODEL, StandIn, saying, standing_in

BETTER = "Owners reach a person at the first call <b>always</b>"


@pytest.fixture
def model() -> Iterator[StandIn]:
    with standing_in(saying(BETTER)) as running:
        yield running


def test_a_wording_is_asked_for_marked_used_and_undone(
    demo_folder: Path, tmp_path: Path, model: StandIn, open_page: OpenPage
) -> None:
    settings = {"URL": model.url, "MODEL": MODEL, "KEY": KEY}
    named = {f"NORTHING_LANGUAGE_MODEL_{name}": value for name, value in settings.items()}
    site = running_site.start(running_site.copy_of(demo_folder, tmp_path / "northing"), **named)
    page = open_page(site)
    sign_in(page, RUTH)
    page.goto(NEW)
    statement = page.locator("[name='statement']")
    statement.fill("Owners are happy")
    assert model.asked == []
    page.get_by_role("button", name="Ask the language model").click()
    expect(page.get_by_text("not by the coach’s rules")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name=f"Use: {BETTER}").click()
    expect(statement).to_have_value(BETTER)
    page.get_by_role("button", name="Undo").click()
    expect(statement).to_have_value("Owners are happy")
    assert len(model.asked) == 1
    site.stop()


def test_without_a_language_model_there_is_no_button(
    site: running_site.Site, open_page: OpenPage
) -> None:
    page = open_page(site)
    sign_in(page, RUTH)
    page.goto(NEW)
    expect(page.locator("[data-coach]")).to_contain_text("Nothing leaves this server.")
    expect(page.get_by_role("button", name="Ask the language model")).to_have_count(0)
