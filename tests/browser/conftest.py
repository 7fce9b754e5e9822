"""A real browser on a real server over a copy of the demo organization.

`page` looks at the demo that a whole session shares: read, or change only what is yours.
`own_page` has a server and a database of its own: change what you like.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser import running_site
from tests.browser.chromium import launch
from tests.browser.running_site import Site

HERE = Path(__file__).parent
SECONDS_TO_WAIT = 10

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever lies in this folder drives a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session; every page has a profile of its own."""
    # Playwright keeps an event loop in this thread; the database is used beside it, not inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the demo loaded, made once for all workers. Copy it; never serve it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "demo"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "loaded").exists():
            folder.mkdir(exist_ok=True)
            running_site.run(("demo", "--load-only"), folder)
            (folder / "loaded").touch()
    return folder


@pytest.fixture(scope="session")
def site(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, served for the whole session."""
    yield from _served(demo_folder, tmp_path_factory.mktemp("site") / "northing")


@pytest.fixture
def own_site(demo_folder: Path, tmp_path: Path) -> Iterator[Site]:
    """The demo, served for one test alone."""
    yield from _served(demo_folder, tmp_path / "northing")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open further pages: `open_page(site, color_scheme="dark", viewport={…})`."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_one(site: Site, **options: object) -> Page:
        context = browser.new_context(base_url=site.address, **options)  # type: ignore[arg-type]
        context.set_default_timeout(SECONDS_TO_WAIT * 1000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.extend(_complaint(message)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == [], "the browser complained"


@pytest.fixture
def page(site: Site, open_page: OpenPage) -> Page:
    """A page of the shared demo, nobody signed in."""
    return open_page(site)


@pytest.fixture
def own_page(own_site: Site, open_page: OpenPage) -> Page:
    """A page of a demo of one's own, nobody signed in."""
    return open_page(own_site)


def _served(template: Path, data_dir: Path) -> Iterator[Site]:
    site = running_site.start(running_site.copy_of(template, data_dir))
    yield site
    site.stop()


def _complaint(message: ConsoleMessage) -> list[str]:
    """Refused scripts and styles, and faults in ours; an answer of 4xx is the page's own affair."""
    is_a_fault = message.type == "error" and not message.text.startswith("Failed to load resource")
    return [message.text] if is_a_fault else []
