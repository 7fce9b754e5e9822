"""docs/screenshots/ anew: every page of the demo, desktop and phone, light and dark.

Usage: python -m scripts.screenshots [NAME …]    (without names: every page)
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.sources import ROOT
from tests.browser import running_site, signing_in
from tests.browser.chromium import launch
from tests.browser.importing_tour import IMPORTING
from tests.browser.running_site import Site
from tests.browser.tour import STOPS, Stop, visit

TO = ROOT / "docs" / "screenshots"
LOOKS = ("light", "dark")
SCREENS = {"desktop": (1440, 900), "phone": (390, 844)}
LONGEST = 2400


def main(names: list[str]) -> int:
    """Take the pictures; 1 when a page could not be taken."""
    wanted = [stop for stop in (*STOPS, *IMPORTING) if not names or stop.name in names]
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


def _take_all(site: Site, stops: list[Stop]) -> Iterator[str]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for screen, look in product(SCREENS, LOOKS):
            for who in dict.fromkeys(stop.who for stop in stops):
                page = _visitor(browser, site, screen, look)
                if who is not None:
                    signing_in.sign_in(page, who)
                for stop in (stop for stop in stops if stop.who == who):
                    yield from _take(page, stop, TO / f"{stop.name}-{screen}-{look}.png")
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


def _take(page: Page, stop: Stop, to: Path) -> Iterator[str]:
    try:
        visit(page, stop)
    except LookupError as missing:
        yield f"{stop.name}: {missing}"
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
