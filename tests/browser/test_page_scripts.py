"""What the scripts of the pages do, tried on the page that shows every part."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import django_htmx
import pytest
from playwright.sync_api import Browser, Page, expect

from northing.web.component_samples import sample
from northing.web.jinja import TEMPLATES, environment
from tests.browser.axe import barriers

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
FOLDERS = (TEMPLATES.parent / "static", Path(django_htmx.__file__).parent / "static")
KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
ANSWERED = """<details class="check-in" data-check-in data-answered="1" id="answered-{value}">
<summary>{value} in 10: {confidence}</summary></details>"""
REFUSED = """<details class="check-in" name="check-in" data-check-in open><summary>Again</summary>
<form method="post" action="/kestrel/check-in"><input name="value" value="{value}" id="again"
aria-invalid="true" data-first><p id="why">{value}? The last value was 71.</p>
<button type="submit">Save</button></form></details>"""
PALETTE = {
    "groups": [
        {"name": "Recent", "items": [{"label": "Same-week repair share", "href": "/recent"}]},
        {"name": "Do", "items": [{"label": "New goal", "href": "/new", "hint": "C"}]},
    ]
}
PEOPLE = {"items": [{"id": "7", "label": "Ruth Adeyemi", "hint": "Owner care"}], "more": False}


@dataclass
class Site:
    """A server that knows the components page and what its scripts ask for."""

    page: bytes
    address: str = ""
    posted: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)

    def answer(self, path: str, query: str) -> tuple[int, str, bytes]:
        if path == "/components":
            return 200, "text/html; charset=utf-8", self.page
        if path == "/kestrel/palette":
            return 200, "application/json", json.dumps(PALETTE).encode()
        if path == "/kestrel/pick/people":
            return 200, "application/json", json.dumps(PEOPLE).encode()
        for folder in FOLDERS:
            file = folder / path.removeprefix("/static/")
            if path.startswith("/static/") and file.is_file():
                return 200, KINDS[file.suffix], file.read_bytes()
        return 200, "text/html", f"<!doctype html><title>{path}</title>".encode()

    def take(self, path: str, body: str) -> tuple[int, str, bytes]:
        fields = json.loads(body)["fields"] if body.startswith("{") else parse_qs(body)
        self.posted.append((path, fields))
        if path != "/kestrel/check-in":
            return 204, "text/html", b""
        values = {"confidence": "", **{name: value[0] for name, value in fields.items()}}
        if values["value"] == "710":
            return 422, "text/html", REFUSED.format(**values).encode()
        return 200, "text/html", ANSWERED.format(**values).encode()


@pytest.fixture
def site() -> Iterator[Site]:
    frame = {"csrf_token": "token", "csrf_input": ""}
    page = environment().get_template("components/page.html").render(**sample(), **frame)
    made = Site(page.encode())

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            self._send(*made.answer(parts.path, parts.query))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._send(*made.take(self.path, body))

        def _send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    made.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """The components page; the test fails on any script error or breach of the policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened, faults = context.new_page(), []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console",
        lambda said: faults.append(said.text) if "Content Security" in said.text else None,
    )
    opened.goto(f"{site.address}/components")
    yield opened
    context.close()
    assert faults == []


def settle(page: Page) -> None:
    """Out of the first field, to the page itself."""
    page.evaluate("document.activeElement.blur()")


def test_a_check_in_is_value_enter_digit_enter(page: Page, site: Site) -> None:
    first = page.locator("[data-first]")
    first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("75")
    page.keyboard.press("Enter")
    page.keyboard.press("8")
    page.keyboard.press("Enter")
    expect(page.locator("#value-1")).to_be_focused()
    expect(page.locator("#answered-75")).to_be_attached()
    posted = dict(site.posted)["/kestrel/check-in"]
    assert (posted["value"], posted["confidence"]) == (["75"], ["8"])


def test_shift_enter_goes_back_to_the_value(page: Page) -> None:
    page.locator("[data-first]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-confidence] input[value='6']").first).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(page.locator("[data-first]")).to_be_focused()


def test_a_refused_check_in_opens_again_with_what_was_typed(page: Page) -> None:
    page.locator("[data-first]").fill("710")
    page.get_by_role("button", name="Save and next").first.click()
    expect(page.locator("#again")).to_be_focused()
    expect(page.locator("#again")).to_have_value("710")
    expect(page.locator("#why")).to_be_visible()


def test_a_refusal_never_takes_the_focus_from_who_types_on(page: Page) -> None:
    page.locator("[data-first]").fill("710")
    page.evaluate(
        "() => { const send = window.fetch; window.fetch = async (...all) => {"
        " await new Promise((go) => setTimeout(go, 400)); return send(...all); }; }"
    )
    page.get_by_role("button", name="Save and next").first.click()
    page.locator("#value-1").press_sequentially("4.5")
    expect(page.locator("#messages")).to_contain_text("needs another look")
    expect(page.locator("#value-1")).to_be_focused()
    expect(page.locator("#again")).not_to_be_visible()


def test_without_a_connection_check_ins_wait_and_are_sent_later(page: Page, site: Site) -> None:
    page.context.set_offline(True)
    page.locator("[data-first]").fill("75")
    page.get_by_role("button", name="Save and next").first.click()
    expect(page.locator("#messages")).to_contain_text("1 saved here, will send")
    expect(page.locator("#value-1")).to_be_focused()
    assert not [path for path, _ in site.posted if path == "/kestrel/check-in"]
    page.context.set_offline(False)
    expect(page.locator("#messages")).to_contain_text("1 check-in sent")
    assert [path for path, _ in site.posted].count("/kestrel/check-in") == 1


def test_keys_press_what_shows_them_and_stay_silent_while_typing(page: Page) -> None:
    page.locator("[data-first]").focus()
    page.keyboard.press("e")
    assert not page.url.endswith("#edit")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    assert page.url.endswith("#edit")


def test_two_keys_in_a_row_go_to_a_page(page: Page) -> None:
    settle(page)
    page.keyboard.press("g")
    page.keyboard.press("m")
    expect(page).to_have_title("/kestrel/map")


def test_single_keys_can_be_switched_off(page: Page) -> None:
    settle(page)
    page.keyboard.press("?")
    expect(page.locator("#keys-dialog")).to_contain_text("Strategy")
    page.locator("[data-keys-off]").check()
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    assert not page.url.endswith("#edit")
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_visible()


def test_the_palette_keeps_the_focus_and_tells_what_is_chosen(page: Page) -> None:
    settle(page)
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="Search goals")
    expect(box).to_be_focused()
    expect(page.locator("[data-palette-count]")).to_have_text("2 results")
    expect(page.locator("#palette [aria-selected=true]")).to_contain_text("Same-week repair share")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#palette [aria-selected=true]")
    expect(chosen).to_contain_text("New goal")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "-")
    page.keyboard.press("Enter")
    expect(page).to_have_title("/new")


def test_a_draft_survives_a_reload_and_goes_to_the_server(page: Page, site: Site) -> None:
    page.locator("#id_note").fill("Ghent is still one mechanic short")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft, saved a moment ago")
    assert site.posted[-1][1]["note"] == ["Ghent is still one mechanic short"]
    page.reload()
    expect(page.locator("#id_note")).to_have_value("Ghent is still one mechanic short")


def test_a_draft_is_forgotten_when_the_server_says_so(page: Page, site: Site) -> None:
    page.locator("#id_note").fill("Another note")
    page.context.add_cookies(
        [{"name": "northing_draft_done", "value": "components", "url": site.address}]
    )
    page.reload()
    expect(page.locator("#id_note")).not_to_have_value("Another note")
    assert not [one for one in page.context.cookies() if one["name"] == "northing_draft_done"]


def test_a_picker_searches_and_remembers_whom_was_chosen(page: Page) -> None:
    field, chosen = page.locator("#id_owner"), page.locator("[name=owner_id]")
    field.fill("ru")
    expect(page.get_by_role("option", name="Ruth Adeyemi")).to_be_visible()
    field.press("Enter")
    expect(field).to_have_value("Ruth Adeyemi")
    expect(chosen).to_have_value("7")
    field.press("Backspace")
    expect(chosen).to_have_value("")


def test_rows_are_walked_with_j_and_k(page: Page) -> None:
    settle(page)
    page.locator("[data-rows] a").first.focus()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Median wait for a workshop slot")).to_be_focused()
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="Same-week repair share")).to_be_focused()


def test_an_outline_folds(page: Page) -> None:
    page.get_by_role("button", name="What stands under Every owner").click()
    expect(page.locator(".outline li:visible")).to_have_count(2)


def test_arrows_walk_the_map(page: Page) -> None:
    page.locator("#node-t4").focus()
    for key, node in (("ArrowRight", "s3"), ("ArrowUp", "s2"), ("ArrowLeft", "t4")):
        page.keyboard.press(key)
        expect(page.locator(f"#node-{node}")).to_be_focused()
    expect(page.locator("#node-t4")).to_have_attribute("aria-current", "true")


def test_chosen_colours_hold_and_can_be_given_back(page: Page) -> None:
    page.locator(".side-person").click()
    page.get_by_role("button", name="Dark").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator(".side-person").click()
    page.get_by_role("button", name="System").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")


def test_an_explanation_stays_away_once_dismissed(page: Page) -> None:
    page.get_by_role("button", name="Do not show again").click()
    page.reload()
    expect(page.locator("[data-explanation]")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_part_keeps_anybody_out(page: Page, colours: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
    assert barriers(page) == []


@pytest.mark.parametrize("key", ["Control+k", "?"])
def test_no_dialog_keeps_anybody_out(page: Page, key: str) -> None:
    settle(page)
    page.keyboard.press(key)
    expect(page.locator("dialog[open]")).to_be_visible()
    assert barriers(page) == []
