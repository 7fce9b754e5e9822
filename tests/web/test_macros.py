"""Every macro renders in every state, under strict names and the content security policy."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from northing.web.component_samples import sample
from northing.web.jinja import TEMPLATES, environment
from scripts.check_templates import faults_of

ENVIRONMENT = environment()


def rendered(source: str, **values: Any) -> str:
    return ENVIRONMENT.from_string(source).render(**values)


@pytest.fixture(scope="module")
def page() -> str:
    frame = {"csrf_token": "token", "csrf_input": ""}
    return ENVIRONMENT.get_template("components/page.html").render(**sample(), **frame)


@pytest.mark.parametrize(
    "name", sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
)
def test_every_template_compiles(name: str) -> None:
    assert ENVIRONMENT.get_template(name).name == name


def test_the_rendered_page_obeys_the_content_security_policy(page: str) -> None:
    assert list(faults_of(page)) == []


def test_a_name_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ nothing_of_this_name }}")


def test_every_id_stands_once_and_every_description_exists(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    for described in re.findall(r'aria-describedby="([^"]+)"', page):
        assert set(described.split()) <= set(ids)
    assert set(re.findall(r'<label[^>]*\bfor="([^"]+)"', page)) <= set(ids)


class _Nesting(HTMLParser):
    """Complains about tags that close what is not open."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        return

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"{tag} at {self.getpos()} inside {self.open[-3:]}")


def test_tags_are_nested_well(page: str) -> None:
    parser = _Nesting()
    parser.feed(page)
    assert (parser.faults, parser.open) == ([], [])


def test_headings_of_the_page_go_down_one_by_one(page: str) -> None:
    assert page.count("<h1") == 1


def test_what_was_typed_stays_and_is_text() -> None:
    markup = rendered(
        '{% import "macros/form.html" as f %}{{ f.field("name", "Name", value) }}',
        value='<b>"x"</b>',
    )
    assert 'value="&lt;b&gt;&#34;x&#34;&lt;/b&gt;"' in markup


def test_an_area_keeps_leading_line_breaks() -> None:
    markup = rendered(
        '{% import "macros/form.html" as f %}{{ f.area("note", "Note", value) }}', value="\n\nx"
    )
    assert ">\n\n\nx</textarea>" in markup


def test_an_error_is_read_with_its_field() -> None:
    markup = rendered('{% import "macros/form.html" as f %}{{ f.field("a", "A", error="No.") }}')
    assert 'aria-invalid="true"' in markup
    assert 'aria-describedby="id_a-error"' in markup
    assert 'id="id_a-error"' in markup


@pytest.mark.parametrize("value", [6, "6"])
def test_the_chosen_confidence_is_checked(value: object) -> None:
    markup = rendered(
        '{% import "macros/choice.html" as c %}{{ c.confidence("odds", "How likely?", v) }}',
        v=value,
    )
    assert re.findall(r'value="(\d)" checked', markup) == ["6"]
    assert markup.count('type="radio"') == 9


def test_statuses_have_a_shape_and_a_word() -> None:
    markup = rendered('{% import "macros/status.html" as st %}{{ st.status("at_risk") }}')
    assert "<svg" in markup
    assert "At risk" in markup


def test_a_word_of_the_organization_replaces_the_usual_one() -> None:
    markup = rendered(
        '{% import "macros/status.html" as st %}{{ st.status("at_risk", "<Wobbly>") }}'
    )
    assert "&lt;Wobbly&gt;" in markup


@pytest.mark.parametrize("code", [400, 403, 404, 409, 413, 422, 500])
def test_error_pages_need_nothing_and_say_how_to_go_on(code: int) -> None:
    page = ENVIRONMENT.get_template(f"errors/{code}.html").render()
    assert f">{code}<" in page
    assert 'href="/"' in page


def test_an_error_page_shows_the_reason_as_text() -> None:
    page = ENVIRONMENT.get_template("errors/422.html").render(message="<i>no</i>")
    assert "&lt;i&gt;no&lt;/i&gt;" in page
    assert not isinstance(page, Markup)
