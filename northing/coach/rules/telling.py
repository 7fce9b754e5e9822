"""From a rule's id to words: the messages of a language, filled in."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from northing.coach.rules.findings import Criterion, Finding, Rewrite, Severity, Span, State
from northing.coach.rules.language import FOLDER
from northing.coach.rules.reading.case import Case

_LONGEST_QUOTE = 60
_MARKS = {"de": ("„", "“")}


# What is seen in goals together is taught by lessons on practices.
_LESSONS = {
    Criterion.NUMBER: "key_results",
    Criterion.BALANCE: "key_results",
    Criterion.COVERAGE: "key_results",
    Criterion.LOAD: "attainable",
    Criterion.OVERLAP: "alignment",
}


def lesson_of(criterion: Criterion) -> str:
    """The slug of the lesson that teaches a criterion."""
    return _LESSONS.get(criterion, str(criterion))


@cache
def messages(code: str) -> Mapping[str, Any]:
    """Everything that the coach says in a language, by rule."""
    import tomllib

    return tomllib.loads((FOLDER / code / "messages.toml").read_text(encoding="utf-8"))


def tell(
    case: Case,
    rule: str,
    criterion: Criterion,
    state: State,
    spans: tuple[Span, ...] = (),
    *,
    quoted: str = "",
    rewrite: Rewrite | None = None,
    offers: Mapping[str, str] | None = None,
) -> Finding:
    """A finding of `rule` in the language of the statement.

    `quoted` is what its texts point at; without it, the words under the first span.
    """
    said = _said(case, rule)
    words = quoted or (_quote(case, spans[0]) if spans else "")
    rule_id = rule.partition("_")[0]

    def text(name: str) -> str:
        return str(said.get(name, "")).replace("{quoted}", words)

    return Finding(
        rule=rule_id,
        criterion=criterion,
        state=state,
        spans=spans,
        title=text("title"),
        reason=text("reason"),
        cure=text("cure"),
        question=text("question"),
        rewrite=rewrite,
        example=(said["before"], said["after"]) if "before" in said else None,
        severity=Severity(said.get("severity", "tip")),
        source=text("source"),
        lesson=lesson_of(criterion),
        offers=offers or {},
        is_deliberate=rule_id in case.fields.deliberate,
    )


def met(
    case: Case, rule: str, criterion: Criterion, spans: tuple[Span, ...] = (), **more: Any
) -> Finding:
    """A finding that says a criterion is met, and by which words."""
    return tell(case, rule, criterion, State.MET, spans, **more)


def not_met(
    case: Case,
    rule: str,
    criterion: Criterion,
    spans: tuple[Span, ...] = (),
    **more: Any,
) -> Finding:
    """A finding that says what is missing."""
    return tell(case, rule, criterion, State.NOT_MET, spans, **more)


def asked(
    case: Case, rule: str, criterion: Criterion, spans: tuple[Span, ...] = (), **more: Any
) -> Finding:
    """A finding that asks what no text can tell, in words of its own where a rule has them."""
    in_doubt = f"{rule}_asked"
    told = in_doubt if in_doubt in messages(case.sentence.language.code) else rule
    return tell(case, told, criterion, State.CANT_TELL, spans, **more)


def with_blanks(text: str) -> Rewrite:
    """A rewrite whose words in [brackets] are its blanks; the brackets stay."""
    blanks = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\[[^\]]*\]", text))
    return Rewrite(text, blanks)


def _said(case: Case, rule: str) -> Mapping[str, Any]:
    """The texts of a rule's variant, such as `T4_early`; those of the rule where there is none."""
    held = messages(case.sentence.language.code)
    found: Mapping[str, Any] = held.get(rule) or held[rule.partition("_")[0]]
    return found


def _quote(case: Case, span: Span) -> str:
    words = case.sentence.quoted(span).strip()
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return in_quotes(case, words)


def in_quotes(case: Case, words: str) -> str:
    """Words in the quotation marks of the statement's language."""
    opens, closes = _MARKS.get(case.sentence.language.code, ("“", "”"))
    return f"{opens}{words}{closes}"
