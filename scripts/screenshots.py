"""docs/screenshots/ anew: every page of the demo, desktop and phone, light and dark.

Usage: python -m scripts.screenshots [NAME …]    (without names: every page)
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.sources import ROOT
from tests.browser import running_site, signing_in
from tests.browser.chromium import launch
from tests.browser.running_site import Site

TO = ROOT / "docs" / "screenshots"
LOOKS = ("light", "dark")
SCREENS = {"desktop": (1280, 860), "phone": (390, 844)}
LONGEST = 2400


@dataclass(frozen=True, slots=True)
class Shot:
    """A page worth a picture. A link is followed from the address when one is given."""

    name: str
    address: str
    who: str | None = signing_in.INES
    link: str = ""


HERE = "/kestrel"
SHOTS = (
    Shot("sign-in", "/sign-in", None),
    Shot("demo", "/demo", None),
    Shot("my-week", f"{HERE}/my/week"),
    Shot("goals-outline", f"{HERE}/goals"),
    Shot("goals-table", f"{HERE}/goals?view=table"),
    Shot("objective", f"{HERE}/goals", link='a[href*="/o/WN-"]'),
    Shot("key-result", f"{HERE}/goals", link='a[href*="/kr/WN-"]'),
    Shot("smart-goal", f"{HERE}/goals", signing_in.AIKO, link='main a[href*="/s/"]'),
    Shot("composer", f"{HERE}/goals/new"),
    Shot("map", f"{HERE}/map", signing_in.MARIJKE),
    Shot("map-outline", f"{HERE}/map?view=outline", signing_in.MARIJKE),
    Shot("map-table", f"{HERE}/map?view=table", signing_in.MARIJKE),
    Shot("team", f"{HERE}/teams/workshop-network"),
    Shot("strategy", f"{HERE}/strategy", signing_in.MARIJKE),
    Shot("cycles", f"{HERE}/cycles", signing_in.TOMAS),
    Shot("cycle", f"{HERE}/cycles", signing_in.TOMAS, link='main a[href*="/cycles/"]'),
    Shot("person", f"{HERE}/people/{signing_in.INES}"),
    Shot("import", f"{HERE}/import", signing_in.PRIIT),
    Shot("admin-people", f"{HERE}/admin/people", signing_in.PRIIT),
    Shot("admin-teams", f"{HERE}/admin/teams", signing_in.PRIIT),
)


def main(names: list[str]) -> int:
    """Take the pictures; 1 when a page could not be taken."""
    wanted = [shot for shot in SHOTS if not names or shot.name in names]
    TO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="northing-screenshots-") as folder:
        data_dir = Path(folder)
        running_site.run(("demo", "--load-only"), data_dir)
        site = running_site.start(data_dir)
        try:
            refused = list(_take_all(site, wanted))
        finally:
            site.stop()
    for complaint in refused:
        print(complaint, file=sys.stderr)
    return 1 if refused else 0


def _take_all(site: Site, shots: list[Shot]) -> Iterator[str]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for screen, look in product(SCREENS, LOOKS):
            for who in dict.fromkeys(shot.who for shot in shots):
                page = _visitor(browser, site, screen, look)
                if who is not None:
                    signing_in.sign_in(page, who)
                for shot in (shot for shot in shots if shot.who == who):
                    yield from _take(page, shot, TO / f"{shot.name}-{screen}-{look}.png")
                page.context.close()
        browser.close()


def _visitor(browser: Browser, site: Site, screen: str, look: str) -> Page:
    width, height = SCREENS[screen]
    context = browser.new_context(
        base_url=site.address,
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        locale="en-GB",
    )
    context.set_default_timeout(10_000)
    return context.new_page()


def _take(page: Page, shot: Shot, to: Path) -> Iterator[str]:
    answer = page.goto(shot.address)
    if shot.link:
        links = page.locator(shot.link)
        if links.count() == 0:
            yield f"{shot.name}: no link {shot.link} at {shot.address}"
            return
        answer = page.goto(links.first.get_attribute("href") or "")
    if answer is None or answer.status != 200:
        yield f"{shot.name}: {page.url} answered {answer.status if answer else 'nothing'}"
        return
    page.evaluate("document.fonts.ready")
    before = page.viewport_size or {"width": 1280, "height": 860}
    _grow(page)
    page.screenshot(path=to)
    page.set_viewport_size(before)
    print(to.name, flush=True)


def _grow(page: Page) -> None:
    """As tall as its page: bars that stay at the edge of a screen are then drawn at its end."""
    height = page.evaluate("document.documentElement.scrollHeight")
    width = page.evaluate("window.innerWidth")
    page.set_viewport_size({"width": width, "height": min(height, LONGEST)})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
