"""What a suggestion does to the form when it is taken: fields and what will stand in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from northing.coach.rules.findings import Criterion, Finding, Rewrite, Span, State
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import messages
from northing.web.coach_reading import Line
from northing.web.formats import short_day
from northing.web.goal_fields import MOST_KEY_RESULTS

Segment = tuple[str, bool]
"""Words of a rewrite, and whether they are a blank."""

_AN_AMOUNT_AND_WHAT_LEADS_TO_IT = re.compile(r"(?:\s+\w{1,3})?\s*[£$€]?$")
_ITS_SIGN = re.compile(r"^\s?%")


@dataclass(frozen=True, slots=True)
class Fix:
    """One suggestion below its statement.

    `sets` are fields and what taking it writes into them; `goes_to` the field that waits for the
    writer then, when no blank does. `action` names it in the form that is sent without scripts.
    """

    line: Line
    action: str
    title: str
    segments: Sequence[Segment]
    takes: str
    sets: Mapping[str, str] = field(default_factory=dict)
    goes_to: str = ""
    number: int = 0
    is_offer: bool = False
    may_be_smart: bool = False
    language: str = "en"


_TITLES = {
    Criterion.OUTCOME: "Something you do, not something that changes",
    Criterion.SINGLE_FOCUS: "Two things in one line",
    Criterion.QUALITATIVE: "An objective points, its key results count",
    Criterion.MEASURABLE: "Where from, and where to?",
    Criterion.BASELINE: "Where does it start?",
    Criterion.TIME_BOUND: "Until when?",
    Criterion.ACTION_VERB: "Who acts stands in front",
}


def fix_for(line: Line, finding: Finding, language: str, rows: Sequence[str]) -> Fix | None:
    """What taking a finding's suggestion does; None where only its writer can do it.

    `rows` are the statements of the key-result rows, empty ones included.
    """
    titles = _TITLES if language == "en" else {}
    common = {
        "line": line,
        "title": titles.get(finding.criterion, finding.title),
        "language": language,
    }
    common["may_be_smart"] = finding.criterion is Criterion.OUTCOME and line.key != "statement"
    if finding.criterion is Criterion.QUALITATIVE and finding.state is State.NOT_MET:
        return _number_moved_down(line, finding, rows, common)
    if finding.rewrite is None:
        return _to_be_filled(line, finding, language, common)
    if "\n" in finding.rewrite.text:
        return _split(line, finding.rewrite, rows, common)
    return _reworded(line, finding.rewrite, language, common)


def _reworded(line: Line, rewrite: Rewrite, language: str, common: Mapping[str, object]) -> Fix:
    """The better words; numbers and dates go into the fields where there are some."""
    words, tail = _words_and_tail(rewrite.text, language)
    shown = words if line.statement.kind is Kind.OBJECTIVE else rewrite.text
    segments = segments_of(shown)
    waits = _first_empty(line) if tail or not line.prefix else ""
    same = words.strip().casefold() == line.statement.text.strip().rstrip(" .;,").casefold()
    if same and waits:
        return _fix(common, f"fill:{line.key}", segments, "Fill in", {}, waits)
    if same and not line.prefix:
        return _fix(common, f"fill:{line.key}", segments, "Choose a day", {}, "due")
    text = words if tail else rewrite.text
    return _fix(common, f"use:{line.key}", segments, "Use", {line.field: text}, waits)


def _to_be_filled(
    line: Line, finding: Finding, language: str, common: Mapping[str, object]
) -> Fix | None:
    """The words can stay: what is missing has a field."""
    waits = _first_empty(line)
    is_number = finding.criterion in (Criterion.MEASURABLE, Criterion.BASELINE)
    # What the finding points at has to be changed there.
    if not is_number or finding.spans or not waits:
        return None
    segments = segments_of(line.statement.text.strip() + _ends(language))
    return _fix(common, f"fill:{line.key}", segments, "Fill in", {}, waits)


def _fix(
    common: Mapping[str, object],
    action: str,
    segments: Sequence[Segment],
    takes: str,
    sets: Mapping[str, str],
    goes_to: str = "",
) -> Fix:
    values = {"action": action, "segments": segments, "takes": takes, "sets": sets}
    return Fix(**common, **values, goes_to=goes_to)  # type: ignore[arg-type]


def _words_and_tail(text: str, language: str) -> tuple[str, str]:
    """Where the words end and "from [now?] to [target?] …" begins."""
    place = text.find(_ends(language))
    return (text, "") if place < 0 else (text[:place], text[place:])


def _ends(language: str) -> str:
    """ " from [now?] to [target?]", as the language says it."""
    said = messages(language)
    ends = str(said["rewrites"]["measure"]).partition("{statement}")[2].partition("{by}")[0]
    for name, blank in said["blanks"].items():
        ends = ends.replace("{" + name + "}", blank)
    return ends


def segments_of(text: str) -> list[Segment]:
    """A rewrite cut at its blanks, the brackets left out."""
    parts = re.split(r"\[([^\]]*)\]", text)
    return [(part, n % 2 == 1) for n, part in enumerate(parts) if part]


def _first_empty(line: Line) -> str:
    """The field of the measure that a writer fills first."""
    fields = line.statement.fields
    for name, value in (("baseline", fields.baseline), ("target", fields.target)):
        if value is None and fields.measure == "from_to":
            return f"{line.prefix}{name}"
    if fields.measure in ("at_least", "at_most") and fields.target is None:
        return f"{line.prefix}target"
    return ""


def _split(
    line: Line, rewrite: Rewrite, rows: Sequence[str], common: Mapping[str, object]
) -> Fix | None:
    """Two lines instead of one: the second goes into the next free row, or waits as a cure."""
    first, _, second = rewrite.text.partition("\n")
    row = free_row(rows)
    if row is None or line.prefix == "m_":
        return None
    sets = {line.field: first, f"kr{row}_statement": second}
    segments = [(first, False), (" ↵ ", False), (second, False)]
    return _fix(common, f"split:{line.key}", segments, "Split", sets)


def _number_moved_down(
    line: Line, finding: Finding, rows: Sequence[str], common: Mapping[str, object]
) -> Fix | None:
    """The sentence with its number becomes a key result, the direction stays."""
    row = free_row(rows)
    if row is None or not finding.spans:
        return None
    text = line.statement.text
    kept = _without(text, finding.spans[0])
    sets = {line.field: kept, f"kr{row}_statement": text.strip()}
    return _fix(common, f"down:{line.key}", [(kept, False)], "Move the number", sets)


def _without(text: str, span: Span) -> str:
    before = _AN_AMOUNT_AND_WHAT_LEADS_TO_IT.sub("", text[: span.start])
    after = _ITS_SIGN.sub("", text[span.end :])
    return re.sub(r"\s{2,}", " ", f"{before}{after}").strip()


def free_row(rows: Sequence[str]) -> int | None:
    """The first key-result row that says nothing; None when all are taken."""
    for number in range(MOST_KEY_RESULTS):
        if number >= len(rows) or not rows[number].strip():
            return number
    return None


def fix_from_words(line: Line, findings: Sequence[Finding], language: str) -> Fix | None:
    """Values that the words hold already, for their fields; None where there are none."""
    if not line.prefix:
        return None
    offers = {name: value for finding in findings for name, value in finding.offers.items()}
    ends = line.statement.fields.cycle_due
    # A goal ends with its cycle without being told to.
    if ends is not None and offers.get("due") == ends.isoformat():
        del offers["due"]
    sets = {_field_of(line, name): value for name, value in offers.items()}
    if not sets or set(offers) == {"unit"}:
        return None
    return Fix(
        line=line,
        action=f"offer:{line.key}",
        title="The words hold what the fields ask for",
        segments=[(_said(offers), False)],
        takes="Fill the fields",
        sets=sets,
        is_offer=True,
        language=language,
    )


def _field_of(line: Line, name: str) -> str:
    if name == "due" and line.prefix == "m_":
        return "due"
    return line.prefix + {"measure": "kind"}.get(name, name)


def _said(offers: Mapping[str, str]) -> str:
    """ "from 58 to 85 %, by 27 Jun"."""
    unit = f" {offers['unit']}" if "unit" in offers else ""
    words = {"baseline": "from {}", "target": "to {}", "lower": "from {}", "upper": "to {}"}
    parts = [form.format(offers[name]) for name, form in words.items() if name in offers]
    said = [" ".join(parts) + unit] if parts else []
    if "due" in offers:
        said.append(f"by {short_day(date.fromisoformat(offers['due']))}")
    return ", ".join(said)
