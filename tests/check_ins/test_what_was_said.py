"""Everything that was said of goals, in order, with what does not count any more."""

from datetime import date, timedelta

from northing.check_ins.actions.acknowledging import acknowledge
from northing.check_ins.queries.history import history_of
from tests.cast import TODAY, Kestrel, said


def monday(weeks_ago: int) -> date:
    return TODAY - timedelta(weeks=weeks_ago)


def test_it_comes_oldest_first_whoever_said_it_of_whatever(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "66", 6, monday(2))
    said(kestrel.slot_wait, "5.9", 4, monday(1))
    said(kestrel.repair_share, "71", 5, note="Ghent is back.", by=kestrel.tomas)
    keys = [kestrel.repair_share.pk, kestrel.slot_wait.pk]
    history = history_of(kestrel.organization.pk, keys)
    assert [str(one.value) for one in history] == ["66", "5.9", "71"]
    assert (history[2].by_name, history[2].note) == ("Tomas Lindqvist", "Ghent is back.")
    assert all(one.counts for one in history)


def test_a_superseded_check_in_is_kept_and_does_not_count(kestrel: Kestrel) -> None:
    wrong = said(kestrel.repair_share, "17", 6, monday(1))
    right = said(kestrel.repair_share, "71", 6, monday(1), supersedes=wrong.pk)
    first, second = history_of(kestrel.organization.pk, [kestrel.repair_share.pk])
    assert (first.key, first.is_superseded, first.counts) == (wrong.pk, True, False)
    assert (second.key, second.is_correction, second.counts) == (right.pk, True, True)


def test_a_skipped_check_in_does_not_count(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, None, note="No new number yet", skipped=True)
    [one] = history_of(kestrel.organization.pk, [kestrel.repair_share.pk])
    assert one.skipped
    assert not one.counts


def test_whoever_read_it_is_named_once_each(kestrel: Kestrel) -> None:
    check_in = said(kestrel.repair_share, "66", 6)
    for reader in (kestrel.tomas, kestrel.aiko, kestrel.tomas):
        acknowledge(check_in, reader)
    [one] = history_of(kestrel.organization.pk, [kestrel.repair_share.pk])
    assert one.read_by == ("Aiko Sato", "Tomas Lindqvist")


def test_the_latest_are_read_when_there_are_too_many(kestrel: Kestrel) -> None:
    check_ins = [
        said(kestrel.repair_share, str(60 + week), 6, monday(5 - week)) for week in range(5)
    ]
    acknowledge(check_ins[-1], kestrel.tomas)
    acknowledge(check_ins[-1], kestrel.aiko)
    history = history_of(kestrel.organization.pk, [kestrel.repair_share.pk], most=2)
    assert [str(one.value) for one in history] == ["63", "64"]
