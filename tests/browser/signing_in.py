"""Becoming one of the six people of the demo, as a visitor does it."""

from playwright.sync_api import Page

INES = "ines-okafor"
TOMAS = "tomas-lindqvist"
RUTH = "ruth-adeyemi"
AIKO = "aiko-sato"
MARIJKE = "marijke-vandalen"
PRIIT = "priit-saar"
THE_SIX = (INES, TOMAS, RUTH, AIKO, MARIJKE, PRIIT)


def sign_in(page: Page, handle: str = INES) -> Page:
    """Choose a person at /demo; ends on their week."""
    page.goto("/demo")
    page.locator(f'button[name="person"][value="{handle}"]').click()
    page.wait_for_url("**/my/week")
    return page
