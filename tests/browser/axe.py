"""Asking axe what keeps people from using a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def barriers(page: Page) -> list[str]:
    """One sentence for every element that breaks a rule of WCAG 2.2 A or AA or a best practice."""
    results = Axe().run(page)
    return [
        f"{violation['id']}: {violation['help']}: {node['target']} {node['html'][:120]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
