"""Pages obey the content security policy before a browser has to refuse them."""

import pytest

from scripts.check_templates import complaints, faults_of


def test_no_template_carries_code_or_looks() -> None:
    assert complaints() == []


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        '<a onclick="go()">',
        "<script>go()</script>",
        '<a href="javascript:go()">',
        "{{ note|safe }}",
        "{% autoescape false %}",
    ],
)
def test_markup_that_a_browser_would_refuse_is_caught(markup: str) -> None:
    assert list(faults_of(markup))


@pytest.mark.parametrize(
    "markup",
    [
        '<rect fill="red" width="3">',
        '<script type="module" src="/static/js/map.js"></script>',
        '<input data-style="x" name="on">',
        "{# <p style='x'> #}",
    ],
)
def test_ordinary_markup_is_no_fault(markup: str) -> None:
    assert list(faults_of(markup)) == []
