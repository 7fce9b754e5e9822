"""A tour of the demo: every page worth a look, with who looks at it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser import composing
from tests.browser.signing_in import AIKO, INES, MARIJKE, PRIIT, RUTH, TOMAS


@dataclass(frozen=True, slots=True)
class Stop:
    """A page worth a look. From the address a link is followed, or steps are gone `through`."""

    name: str
    address: str
    who: str | None = INES
    link: str = ""
    through: Callable[[Page], None] | None = None


def _to_its_plan(page: Page) -> None:
    page.goto(page.locator('a[href$="/plan"]').first.get_attribute("href") or "")


HERE = "/kestrel"
STOPS = (
    Stop("sign-in", "/sign-in", None),
    Stop("demo", "/demo", None),
    Stop("my-week", f"{HERE}/my/week"),
    Stop("goals-outline", f"{HERE}/goals"),
    Stop("goals-table", f"{HERE}/goals?view=table"),
    Stop("objective", f"{HERE}/goals", link='a[href*="/o/WN-"]'),
    Stop("key-result", f"{HERE}/goals", link='a[href*="/kr/WN-"]'),
    Stop("smart-goal", f"{HERE}/goals", AIKO, link='main a[href*="/s/"]'),
    Stop("composer", f"{HERE}/goals/new"),
    Stop("composer-activity", composing.NEW, RUTH, through=composing.an_activity),
    Stop("composer-taken", composing.NEW, RUTH, through=composing.a_wording_taken),
    Stop("composer-ready", composing.NEW, RUTH, through=composing.all_ready),
    Stop("composer-smart", f"{composing.NEW}?kind=smart", RUTH, through=composing.a_smart_goal),
    Stop("choosing", f"{HERE}/goals/new/method"),
    Stop("map", f"{HERE}/map", MARIJKE),
    Stop("map-outline", f"{HERE}/map?view=outline", MARIJKE),
    Stop("map-table", f"{HERE}/map?view=table", MARIJKE),
    Stop("team", f"{HERE}/teams/workshop-network"),
    Stop("school", f"{HERE}/school"),
    Stop("lesson", f"{HERE}/school/measurable"),
    Stop("library", f"{HERE}/templates"),
    Stop("templates", f"{HERE}/templates/support"),
    Stop("strategy", f"{HERE}/strategy", MARIJKE),
    Stop("cycles", f"{HERE}/cycles", TOMAS),
    Stop("cycle", f"{HERE}/cycles", TOMAS, link='main a[href*="/cycles/"]'),
    Stop("plan", f"{HERE}/my/week", TOMAS, link='a[href*="/cycles/"]', through=_to_its_plan),
    Stop("plan-empty", f"{HERE}/plan", TOMAS),
    Stop("person", f"{HERE}/people/{INES}"),
    Stop("import", f"{HERE}/import", PRIIT),
    Stop("admin-people", f"{HERE}/admin/people", PRIIT),
    Stop("admin-teams", f"{HERE}/admin/teams", PRIIT),
)


def visit(page: Page, stop: Stop) -> None:
    """Open a stop's page. Raises LookupError when it is not there."""
    answer = page.goto(stop.address)
    if stop.link:
        link = page.locator(stop.link)
        if link.count() == 0:
            raise LookupError(f"no link {stop.link} at {stop.address}")
        answer = page.goto(link.first.get_attribute("href") or "")
    if stop.through is not None:
        stop.through(page)
    if answer is None or answer.status != 200:
        raise LookupError(f"{page.url} answered {answer.status if answer else 'nothing'}")
