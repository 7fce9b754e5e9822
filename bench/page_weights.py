"""What pages weigh on the wire: HTML and style sheets, and scripts, compressed.

`python -m bench.page_weights` opens the pages of the demo on the real server, and what they link.
"""

import gzip
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.demo_visitor import demo_session
from bench.visitor import Visitor
from northing.demo.strategy import SLUG
from tests.browser.running_site import run, start

MOST_PAGE = 60 * 1024
MOST_SCRIPT = 40 * 1024
PAGES = (
    "my/week",
    "my/week/check-in",
    "goals",
    "goals?view=table",
    "goals/new",
    "map",
    "strategy",
    "teams",
    "cycles",
    "import",
    "admin/people",
    "admin/teams",
    "admin/organization",
)
LINKED = ("/o/", "/kr/", "/s/", "/teams/", "/cycles/", "/people/")


@dataclass(slots=True)
class Weight:
    """Compressed bytes of one page with all that it links."""

    page: str
    html: int
    sheets: int
    scripts: int

    @property
    def is_light(self) -> bool:
        return self.html + self.sheets <= MOST_PAGE and self.scripts <= MOST_SCRIPT


@dataclass(slots=True)
class Links(HTMLParser):
    """The style sheets, scripts and pages that a page links."""

    sheets: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "link" and told.get("rel") == "stylesheet":
            self.sheets.append(told.get("href") or "")
        elif tag == "script" and told.get("src"):
            self.scripts.append(told.get("src") or "")
        elif tag == "a":
            self.pages.append(told.get("href") or "")


def weights(visitor: Visitor, organization: str) -> list[Weight]:
    """Every page of the list, and one of each kind of page that they link."""
    waiting = [f"/{organization}/{page}" for page in PAGES]
    found, kinds = [], set()
    for page in waiting:
        answer = visitor.get(page)
        if answer.status == 303:
            continue
        assert answer.status == 200, (page, answer.status)
        links = Links()
        links.feed(answer.body.decode())
        sheets = sum(_compressed(visitor, sheet) for sheet in set(links.sheets))
        scripts = sum(_compressed(visitor, script) for script in set(links.scripts))
        found.append(Weight(page, len(gzip.compress(answer.body)), sheets, scripts))
        for linked in links.pages:
            kind = next((kind for kind in LINKED if kind in linked), None)
            if kind and kind not in kinds and linked.startswith(f"/{organization}/"):
                kinds.add(kind)
                waiting.append(linked)
    return found


_known: dict[str, int] = {}


def _compressed(visitor: Visitor, address: str) -> int:
    if address not in _known:
        _known[address] = len(gzip.compress(visitor.get(address).body))
    return _known[address]


def main() -> None:
    """Measure and tell; the exit status is 1 when a page is too heavy."""
    with TemporaryDirectory(prefix="northing-weights-") as name:
        run(("demo", "--load-only"), Path(name))
        site = start(Path(name))
        try:
            visitor = Visitor(site.address, demo_session(site.address))
            found = weights(visitor, SLUG)
            visitor.leave()
        finally:
            site.stop()
    print(f"{'page':<44} {'HTML':>6} {'CSS':>6} {'both':>6} {'script':>7}   (KB, gzip)")
    for one in sorted(found, key=lambda weight: -weight.html - weight.sheets):
        both = one.html + one.sheets
        sizes = (one.html, one.sheets, both, one.scripts)
        print(f"{one.page[:44]:<44} " + " ".join(f"{size / 1024:6.1f}" for size in sizes))
    raise SystemExit(not all(one.is_light for one in found))


if __name__ == "__main__":
    main()
