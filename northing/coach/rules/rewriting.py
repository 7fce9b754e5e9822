"""The statement said better: what can be kept is kept, what only its author knows is a blank."""

import re
from collections.abc import Mapping
from typing import Any

from northing.coach.rules.findings import Rewrite, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import messages, with_blanks


def with_numbers(case: Case) -> Rewrite:
    """The same words, "from [now?] to [target?]", and a date where there is none."""
    return _filled(case, "measure", statement=_plain(case))


def with_date(case: Case) -> Rewrite:
    """The same words and until when."""
    return _filled(case, "date", statement=_plain(case))


def with_both_ends(case: Case, amount: Span) -> Rewrite:
    """ "by 10 %" becomes "from [now?] to [target?]"."""
    kept = (case.sentence.text[: amount.start] + case.sentence.text[amount.end :]).strip()
    return _filled(case, "measure", statement=re.sub(r"\s{2,}", " ", kept).rstrip(" .,;"))


def with_effect(case: Case) -> Rewrite:
    """Work turned into what it is for: the use, the readers, the ability, the effect."""
    return _filled(case, _way_of(case), object=_object(case))


def with_direction(case: Case) -> Rewrite:
    """A bare metric with both ends."""
    return _filled(case, "number", object=_plain(case))


def split(case: Case, second: Span) -> Rewrite:
    """Two lines instead of one."""
    text = case.sentence.text
    joints = case.sentence.language.pattern("parts_of", "joint")
    first = text[: second.start].rstrip()
    while found := re.search(rf"(?:{joints.pattern})$", f"{first.lower()} "):
        first = first[: found.start()].rstrip()
        if not first:
            break
    rest = text[second.start :].strip()
    return with_blanks(f"{first.rstrip(' ,;')}\n{rest[:1].upper()}{rest[1:]}")


def with_verb(case: Case) -> Rewrite | None:
    """ "Reducing churn" becomes "Reduce churn"; None where no verb can be made."""
    opening = case.opening
    if opening.word is None or not opening.lemma or opening.lemma == opening.word.low:
        return None
    rest = case.sentence.text[opening.word.end :]
    return with_blanks(f"{opening.lemma.capitalize()}{rest}".strip())


def _filled(case: Case, way: str, **parts: str) -> Rewrite:
    said = messages(case.sentence.language.code)
    ways: Mapping[str, Any] = said["rewrites"]
    blanks: Mapping[str, str] = said["blanks"]
    until = _until(case, ways, blanks)
    text = str(ways[way])
    for name, words in {**blanks, **parts, "by": until}.items():
        text = text.replace("{" + name + "}", words)
    return with_blanks(text)


def _until(case: Case, ways: Mapping[str, Any], blanks: Mapping[str, str]) -> str:
    """The end of the sentence: nothing where it has a date, else the due day or a blank."""
    if case.sentence.deadlines:
        return ""
    due = case.fields.due or case.fields.cycle_due
    if due is None:
        return str(ways["until_blank"]).replace("{date}", blanks["date"])
    day = str(ways.get("day", "{day} {month}"))
    months = str(ways["months"]).split()
    words = day.replace("{day}", str(due.day)).replace("{month}", months[due.month - 1])
    return str(ways["until"]).replace("{due}", words)


def _way_of(case: Case) -> str:
    verbs: Mapping[str, str] = messages(case.sentence.language.code)["rewrites"]["verbs"]
    lemma = case.opening.lemma
    return next((way for way, listed in verbs.items() if lemma in listed.split()), "effect")


def _object(case: Case) -> str:
    """What the work is done on: the words after the verb, without its date."""
    word = case.opening.word
    start = word.end if word and case.opening.lemma else 0
    ends = [span.start for span in case.sentence.deadlines if span.start > start]
    words = case.sentence.text[start : min(ends, default=None)].strip(" .,;:–-")
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _plain(case: Case) -> str:
    return case.sentence.text.strip().rstrip(" .;,")
