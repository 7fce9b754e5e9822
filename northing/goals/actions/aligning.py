"""Linking goals to what they serve, and moving them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import count
from uuid import UUID

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.alignment.loops import loop_closed_by
from northing.goals.actions.circles import circle_of
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.actions.reading import restand
from northing.goals.models import AlignmentLink, Goal
from northing.goals.queries.gate import visible_to
from northing.goals.queries.lineage import lines_above
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import AlignmentRefused, Circle, check_circles, check_kinds
from northing.people.models import Person
from northing.storage import statements
from northing.storage.locks import change_structure

SPELLED = 6
"""How many goals of a long loop are named at either end."""


@transaction.atomic
def align(
    goal: Goal,
    links: Sequence[LinkDraft],
    by: Person,
    *,
    out_of_sight: Iterable[UUID] = (),
    roll_up: bool = True,
) -> list[UUID]:
    """Replace what a goal serves by `links`; the first one is its primary parent.

    Links to the parents named in `out_of_sight` (the person may not see them) stay as they are.
    Returns the keys of the goals that this lets stand otherwise; with `roll_up=False` the caller
    promises to `restand` them, once for many. Raises AlignmentRefused when a link would close a
    loop (spelled out), contradicts the kinds or would let a restricted value be worked out;
    nothing is changed then.
    """
    change_structure(goal.organization_id)
    kept = AlignmentLink.objects.filter(child=goal, parent_id__in=list(out_of_sight))
    old = AlignmentLink.objects.filter(child=goal).exclude(pk__in=kept.values("pk"))
    former = [link.parent_id for link in old if link.parent_id is not None]
    before = _told(old.select_related("parent", "pillar"))
    old.delete()
    _add_links(goal, links, by)
    moved = [goal.pk, *former]
    if roll_up:
        restand(goal.organization, moved)
    record(
        Happening(
            organization_id=goal.organization_id,
            verb="aligned",
            subject_kind=goal.kind,
            subject_id=goal.pk,
            subject_label=f"{goal.short_id} {goal.statement}",
            actor_id=by.pk,
            actor_name=by.name,
            before={"serves": before},
            after={"serves": [_names(link) for link in links]},
        )
    )
    return moved


def refuse_links(
    goal: Goal, links: Sequence[LinkDraft], circle: Callable[[Goal], Circle] = circle_of
) -> None:
    """Raise AlignmentRefused for links that the rules do not allow, whatever the plan's shape.

    `circle` tells who sees a goal. Loops are not looked for.
    """
    parents = [link.parent.pk for link in links if link.parent is not None]
    if len(set(parents)) < len(parents):
        raise AlignmentRefused("The same parent stands there twice. Remove one of the two.")
    for link in links:
        if link.weight < 0:
            raise AlignmentRefused(f"A weight of {link.weight} is negative. Use 0 or more.")
        if link.parent is not None:
            if link.parent.organization_id != goal.organization_id:
                raise AlignmentRefused("The parent belongs to another organization.")
            check_kinds(goal.kind, link.parent.kind, link.mode)
            check_circles(circle(goal), circle(link.parent), link.mode)


def insert_links(new: Sequence[tuple[Goal, Sequence[LinkDraft]]]) -> None:
    """Insert the first links of goals, each below those that its parent has. Checks nothing."""
    wanted = [link for _, links in new for link in links]
    positions = _positions_under(wanted)
    statements.insert(
        [
            _row(goal, link, next(positions[link.above.pk]), is_primary=number == 0)
            for goal, links in new
            for number, link in enumerate(links)
        ]
    )


def _add_links(goal: Goal, links: Sequence[LinkDraft], by: Person) -> None:
    """Add links after checking each one; a refusal names no goal that `by` may not see."""
    if not links:
        return
    refuse_links(goal, links)
    _refuse_loops(goal, [link.parent for link in links if link.parent is not None], by)
    has_primary = AlignmentLink.objects.filter(child=goal, is_primary=True).exists()
    positions = _positions_under(links)
    statements.insert(
        [
            _row(
                goal,
                link,
                next(positions[link.above.pk]),
                is_primary=number == 0 and not has_primary,
            )
            for number, link in enumerate(links)
        ]
    )


def _row(goal: Goal, link: LinkDraft, position: int, *, is_primary: bool) -> AlignmentLink:
    return AlignmentLink(
        organization_id=goal.organization_id,
        child=goal,
        parent=link.parent,
        pillar=link.pillar,
        mode=link.mode,
        weight=link.weight,
        is_primary=is_primary,
        position=position,
    )


def _refuse_loops(goal: Goal, parents: Sequence[Goal], by: Person) -> None:
    parents_of: dict[UUID, set[UUID]] = defaultdict(set)
    for child, above in lines_above(goal.organization_id, [p.pk for p in parents]):
        parents_of[child].add(above)
    for parent in parents:
        loop = loop_closed_by(goal.pk, parent.pk, parents_of)
        if loop is not None:
            raise AlignmentRefused(_loop_in_words(loop, by))


def _loop_in_words(loop: Sequence[UUID], by: Person) -> str:
    shown = loop if len(loop) <= 2 * SPELLED else [*loop[:SPELLED], *loop[-SPELLED:]]
    seen = visible_to(Viewer.of(by)).filter(pk__in=shown).values_list("pk", "short_id")
    known = dict(seen)
    names = [known.get(key, "a goal that you may not see") for key in shown]
    if len(shown) < len(loop):
        names.insert(SPELLED, f"{len(loop) - len(shown)} more")
    spelled = " → ".join(names)
    return f"This would close a loop: {spelled}. Choose a parent outside it."


def _positions_under(links: Iterable[LinkDraft]) -> dict[UUID, Iterator[int]]:
    """The next free positions under each parent and pillar."""
    there: Counter[UUID] = Counter({link.above.pk: 0 for link in links})
    for column in ("parent_id", "pillar_id"):
        found = statements.rows(
            f"SELECT {column}, COUNT(*) FROM goals_alignmentlink"  # noqa: S608 (a column's name)
            f" WHERE {statements.is_among(column)} GROUP BY {column}",
            [statements.keys(there)],
        )
        there.update({statements.as_key(key): number for key, number in found})
    return {key: count(number) for key, number in there.items()}


def _names(link: LinkDraft) -> list[str]:
    name = link.parent.short_id if link.parent is not None else str(link.pillar)
    return [name, link.mode, str(Decimal(link.weight))]


def _told(links: Iterable[AlignmentLink]) -> list[list[str]]:
    return [
        [
            link.parent.short_id if link.parent is not None else str(link.pillar),
            link.mode,
            str(link.weight),
        ]
        for link in links
    ]
