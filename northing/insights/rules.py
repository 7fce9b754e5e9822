"""Sentences about a team's week, made of counts. Pure."""

from collections.abc import Sequence

from northing.measures.voices import Status


def sentence_of_the_week(statuses: Sequence[Status], waiting: int, help_wanted: int) -> str:
    """One sentence that a lead can open the meeting with; says what is, blames nobody."""
    if not statuses:
        return "No measured goal yet."
    weak = sum(status is Status.OFF_TRACK for status in statuses)
    unsure = sum(status is Status.AT_RISK for status in statuses)
    fine = sum(status is Status.ON_TRACK for status in statuses)
    parts = [f"{fine} of {len(statuses)} on track"]
    if unsure:
        parts.append(f"{unsure} at risk")
    if weak:
        parts.append(f"{weak} off track")
    ends = []
    if help_wanted:
        ends.append("1 asks for help" if help_wanted == 1 else f"{help_wanted} ask for help")
    if waiting:
        ends.append("1 check-in waits" if waiting == 1 else f"{waiting} check-ins wait")
    sentence = ", ".join(parts)
    return f"{sentence}; {' and '.join(ends)}." if ends else f"{sentence}; everyone has spoken."
