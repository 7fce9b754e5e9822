"""Writing a goal beside the coach, stage by stage."""

from playwright.sync_api import Page

NEW = "/kestrel/goals/new"


def write(page: Page, **fields: str) -> None:
    """Type into fields by their names, and wait until the coach has read it."""
    for name, text in fields.items():
        page.locator(f"[name='{name}']").fill(text)
    read(page)


def read(page: Page) -> None:
    """Wait until the coach has answered to what stands in the form."""
    page.wait_for_selector("[data-coach]:not([data-reads])")


def an_activity(page: Page) -> None:
    """An objective with three key results, one of which is work."""
    page.locator("[name='ambition'][value='committed']").check(force=True)
    write(
        page,
        statement="Owners feel looked after from the very first call",
        why="one in five owners who cancel say nobody picked up.",
        kr0_statement="Raise calls taken within 1 minute",
        kr0_baseline="58",
        kr0_target="85",
        kr0_unit="%",
        kr2_statement="Raise first-contact fix share",
        kr2_baseline="41",
        kr2_target="61",
        kr2_unit="%",
        kr1_baseline="",
        kr1_target="",
        kr1_unit="",
        kr1_statement="Launch the new call-back flow",
    )


def a_wording_taken(page: Page) -> None:
    """The work turned into its effect by two keys; its blank waits to be filled in."""
    an_activity(page)
    page.locator("[name='kr1_statement']").focus()
    page.locator("[data-key='mod+.']:visible").first.click()
    page.keyboard.press("Enter")
    read(page)


def all_ready(page: Page) -> None:
    """Every point that words can tell is ready, and what only a person can tell is answered."""
    a_wording_taken(page)
    page.keyboard.type("owners")
    write(page, kr1_baseline="12", kr1_target="20", kr1_unit="%", kr2_target="50")
    page.locator("[name='pillar']").select_option(index=1)
    read(page)
    while (yes := page.locator(".coach-answer[aria-pressed='false']:text-is('Yes')")).count():
        yes.first.evaluate("button => button.click()")
        read(page)


def a_smart_goal(page: Page) -> None:
    """A SMART goal, each letter with the words that satisfy it."""
    write(
        page,
        statement="Train 12 mechanics on hub motors by 15 December",
        achievable="Two trainers have said yes, and the van is booked.",
        relevant="Carries the same-week repair share.",
        m_baseline="4",
        m_target="12",
        m_unit="mechanics",
        definition="Training log, every Friday",
    )
