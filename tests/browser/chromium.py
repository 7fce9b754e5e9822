"""Starting Chromium so that it draws pages and does nothing else."""

import os
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from scripts.machine import chromium

# No background traffic: a test machine may have no way out, and a test must not need one.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch(playwright: Playwright) -> Browser:
    """A headless browser with an empty profile of its own."""
    path = os.environ.get("NORTHING_TEST_CHROMIUM") or chromium()
    return playwright.chromium.launch(
        executable_path=Path(path), args=list(QUIET), headless=True, handle_sigint=False
    )
