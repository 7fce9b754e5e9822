"""`northing coach`: what the coach finds in a statement, or in many. Needs no database."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northing.cli.program import Refused, app

if TYPE_CHECKING:
    from northing.coach.rules.assessing import Assessment
    from northing.coach.rules.findings import Finding
    from northing.coach.rules.statements import Kind

_MARKS = {"met": "✓", "not_met": "▲", "cant_tell": "?"}

Words = Annotated[str, typer.Argument(metavar="STATEMENT", help="The goal, in quotes.")]
OfKind = Annotated[str, typer.Option("--kind", help="objective, key_result, smart_goal or other.")]
In = Annotated[str, typer.Option("--language", help="en or de; without it, the words tell.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")]
Lines = Annotated[
    bool,
    typer.Option("--jsonl", help="Read JSON lines with id, text and kind; answer each with one."),
]


@app.command()
def coach(
    statement: Words = "",
    kind: OfKind = "other",
    language: In = "",
    as_json: AsJson = False,
    jsonl: Lines = False,
) -> None:
    """Say what a goal has and lacks and how to better it, pointing at its words."""
    if jsonl:
        for answer in _answers(sys.stdin):
            typer.echo(_printable(answer))
        return
    assessment = _assessed(statement, _kind(kind), language)
    if as_json:
        from northing.coach.rules.plain import plain_assessment

        answer = json.dumps(plain_assessment(assessment), ensure_ascii=False, indent=2)
        typer.echo(_printable(answer))
        return
    for line in _told(statement, assessment):
        typer.echo(_printable(line))


def _printable(text: str) -> str:
    """Half a character (a lone surrogate) cannot be printed: it stands as its JSON escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _assessed(text: str, kind: "Kind", language: str) -> "Assessment":
    from northing.coach.rules.assessing import assess
    from northing.coach.rules.language import LanguageUnknown
    from northing.coach.rules.statements import Statement

    try:
        return assess(Statement(text, kind, language=language))
    except LanguageUnknown as unknown:
        raise Refused(str(unknown)) from unknown


def _kind(name: str) -> "Kind":
    from northing.coach.rules.statements import Kind

    try:
        return Kind(name)
    except ValueError as unknown:
        known = ", ".join(Kind)
        raise Refused(f"--kind {name[:40]!r} is not one of {known}.") from unknown


def _answers(lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each, in order. Raises Refused at the first bad one."""
    from northing.coach.rules.plain import plain_assessment

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        asked = _asked(number, line)
        kind, text = _kind(str(asked.get("kind", "other"))), str(asked.get("text") or "")
        found = plain_assessment(_assessed(text, kind, str(asked.get("language", ""))))
        yield json.dumps({"id": asked.get("id"), **found}, ensure_ascii=False)


def _asked(number: int, line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as error:
        raise Refused(f"Line {number} is no JSON: {error}. One object a line, please.") from error
    if not isinstance(asked, dict):
        raise Refused(f'Line {number} is no object. Write {{"id": …, "text": …, "kind": …}}.')
    return asked


def _told(text: str, assessment: "Assessment") -> Iterator[str]:
    yield text
    findings = assessment.findings
    yield f"{assessment.ready} of {len(findings)} ready"
    for finding in sorted(findings, key=lambda each: list(_MARKS).index(each.state), reverse=True):
        yield ""
        yield from _lines(text, finding)


def _lines(text: str, finding: "Finding") -> Iterator[str]:
    """A finding with its words underlined, its reason, and one way to better it."""
    said = " · ".join(part for part in (finding.title, finding.reason) if part)
    yield f"{_MARKS[finding.state]} {finding.criterion} ({finding.rule}): {said}"
    if finding.spans and finding.state != "met":
        yield f"    {text}"
        yield f"    {_underline(text, finding)}"
    if finding.question:
        yield f"    {finding.question}"
    if finding.state != "not_met":
        return
    if finding.cure:
        yield f"    → {finding.cure}"
    if finding.rewrite:
        yield from (f"    ✦ {line}" for line in finding.rewrite.text.splitlines())
    elif finding.example:
        yield f"    e.g. {finding.example[0]} → {finding.example[1]}"


def _underline(text: str, finding: "Finding") -> str:
    marked = {place for span in finding.spans for place in range(span.start, span.end)}
    line = "".join("~" if place in marked else " " for place in range(len(text)))
    return line.rstrip()
