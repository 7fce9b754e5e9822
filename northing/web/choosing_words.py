"""What pages say about choosing a method: the line under the row, the contrasts, the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from northing.coach.rules.choosing.contrasts import (
    CONTRASTS,
    NATURES,
    Answers,
    Contrast,
    Method,
    Side,
)
from northing.coach.rules.choosing.deciding import Decision, Reason, agrees, decide
from northing.coach.rules.choosing.suggesting import Sign, Suggestion, Surroundings, suggest
from northing.coach.rules.choosing.wording import Wording, wording_for, wording_of

TAKEN_AS = {Method.OKR: "okr", Method.BOTH: "okr", Method.SMART: "smart", Method.HEALTHY: "healthy"}
"""What the composer calls a method; a task is none of its kinds."""


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """The line under the row of methods; empty when nothing is suggested.

    `take` is the method that one press takes, "" when it is taken already. `key` is the same for
    lines that say the same.
    """

    text: Markup
    language: str
    take: str = ""
    take_words: str = ""
    key: str = ""


def suggestion_line(
    statement: str, surroundings: Surroundings, answers: Answers, method: str
) -> SuggestionLine:
    """What the words suggest, or, once something was answered, what the answers say."""
    words = wording_for(statement)
    if answers:
        decision = decide(answers)
        return _line(_answered(decision, words), decision.method, method, words)
    if not statement.strip():
        return SuggestionLine(Markup(escape(words.text("suggestion", "empty"))), words.code)
    suggestion = suggest(statement, surroundings, words)
    if suggestion.method is None or not _is_worth_saying(suggestion.method, method):
        return SuggestionLine(Markup(), words.code)
    return _line(_suggested(suggestion, words), suggestion.method, method, words)


def _is_worth_saying(suggested: Method, method: str) -> bool:
    """Whoever writes one more key result has chosen; only that no goal is needed is news."""
    return method != "key_result" or suggested in (Method.HEALTHY, Method.TASK)


def _line(text: Markup, suggested: Method, method: str, words: Wording) -> SuggestionLine:
    take = "" if agrees(suggested, method) else TAKEN_AS.get(suggested, "")
    take_words = words.text("takes", take) if take else ""
    return SuggestionLine(text, words.code, take, take_words, f"{text}{take}")


def _suggested(suggestion: Suggestion, words: Wording) -> Markup:
    assert suggestion.method is not None  # noqa: S101 (for the reader of types)
    around = [sign for sign in suggestion.signs if sign.span is None]
    written = [sign for sign in suggestion.signs if sign.span is not None]
    pattern = words.text("suggestion", "wrote_for" if around else "wrote")
    said = Markup(escape(pattern)).format(
        signs=_joined(written, words), around=_joined(around, words)
    )
    fits = "fits" if suggestion.is_clear else "may_fit"
    return said + words.text(fits, suggestion.method)


def _joined(signs: Sequence[Sign], words: Wording) -> Markup:
    strong = [Markup("<b>{}</b>").format(sign.phrase) for sign in signs]
    return Markup(escape(words.text("suggestion", "and"))).join(strong)


def _answered(decision: Decision, words: Wording) -> Markup:
    name = "yours" if decision.is_settled else "open"
    name = "override" if decision.override is not None else name
    method = Markup("<b>{}</b>").format(words.text("methods", decision.method))
    return Markup(escape(words.text("answers", name))).format(
        method=method, points=points_in_words(decision, words)
    )


def points_in_words(decision: Decision, words: Wording) -> str:
    """ "SMART 5, OKR 2"."""
    return words.text("answers", "points").format(smart=decision.smart, okr=decision.okr)


def answered_rows(answers: Answers, words: Wording) -> list[tuple[str, str]]:
    """Every question that was answered, with its answer, in the order of the contrasts."""
    return [
        (
            words.text("contrasts", row.key, "question"),
            words.text("contrasts", row.key, "answers", answers[row.key]),
        )
        for row in CONTRASTS
        if answers.get(row.key) in {choice.value for choice in row.choices}
    ]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that may be given, in words, and the points it gives its side."""

    value: str
    words: str
    is_given: bool
    points: int = 0


@dataclass(frozen=True, slots=True)
class ContrastRow:
    """A contrast as the page shows it: what each method is like, and the answers on its side."""

    key: str
    title: str
    question: str
    smart: str
    okr: str
    smart_answers: Sequence[Answer]
    okr_answers: Sequence[Answer]


def contrast_rows(answers: Answers, words: Wording, *, first: bool) -> list[ContrastRow]:
    """The three first rows, or the others."""
    return [_row(row, answers, words) for row in CONTRASTS if row.is_first is first]


def _row(row: Contrast, answers: Answers, words: Wording) -> ContrastRow:
    def on(side: Side) -> list[Answer]:
        return [
            Answer(
                choice.value,
                words.text("contrasts", row.key, "answers", choice.value),
                answers.get(row.key) == choice.value,
                choice.points,
            )
            for choice in row.choices
            if choice.side is side
        ]

    def say(name: str) -> str:
        return words.text("contrasts", row.key, name)

    sides = on(Side.SMART), on(Side.OKR)
    return ContrastRow(row.key, say("title"), say("question"), say("smart"), say("okr"), *sides)


def nature_answers(answers: Answers, words: Wording) -> list[tuple[Answer, str]]:
    """Whether it is a change at all, each answer with a sentence about it."""
    return [
        (
            Answer(value, words.text("page", value), answers.get("nature") == value),
            words.text("page", f"{value}_says"),
        )
        for value in NATURES
    ]


@dataclass(frozen=True, slots=True)
class Result:
    """What the answers say so far. `reasons`: what was answered, and what the method is like.

    `take` is what is recommended, with its words; `others` are the ways to overrule it.
    """

    title: str
    says: str
    reasons: Sequence[tuple[str, str]]
    smart: int
    okr: int
    points: str
    count: str
    take: tuple[str, str] | None
    others: Sequence[tuple[str, str]]


def result_of(answers: Answers, language: str) -> Result:
    """The result for the side of the page, in a language."""
    words, decision = wording_of(language), decide(answers)
    take = _recommended(decision, words) if answers else None
    ways = [(way, words.text("takes", way)) for way in ("okr", "smart", "healthy")]
    title, says = _told(decision, words) if answers else ("", words.text("result", "nothing"))
    count = words.text("result", "count").format(
        answered=decision.answered - ("nature" in answers), all=len(CONTRASTS)
    )
    return Result(
        title=title,
        says=says,
        reasons=[_quoted(reason, words) for reason in decision.reasons],
        smart=decision.smart,
        okr=decision.okr,
        points=points_in_words(decision, words),
        count=count,
        take=take,
        others=[way for way in ways if take is None or way[0] != take[0]],
    )


def _told(decision: Decision, words: Wording) -> tuple[str, str]:
    told = {"points": points_in_words(decision, words), "lead": abs(decision.okr - decision.smart)}
    if decision.override is not None:
        says = words.text("overrides", decision.override)
        if decision.method is Method.TASK:
            says = f"{says} {words.text('result', 'task_says')}"
        return words.text("methods", decision.method), says
    if not decision.is_settled:
        return words.text("result", "open"), words.text("result", "open_says").format(**told)
    name = "both_says" if decision.method is Method.BOTH else "clear_says"
    return words.text("methods", decision.method), words.text("result", name).format(**told)


def _recommended(decision: Decision, words: Wording) -> tuple[str, str] | None:
    taken = TAKEN_AS.get(decision.method)
    if taken is None or not decision.is_settled:
        return None
    if decision.method is Method.BOTH:
        return taken, words.text("result", "both_take")
    return taken, words.text("takes", taken)


def _quoted(reason: Reason, words: Wording) -> tuple[str, str]:
    row: Mapping[str, str] = {
        name: words.text("contrasts", reason.row, name) for name in ("question", "smart", "okr")
    }
    answer = words.text("contrasts", reason.row, "answers", reason.value)
    return f"{row['question']} {answer}", row[reason.side.value]
