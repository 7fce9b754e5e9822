"""The people, teams and cycles that came with an import: they go where nothing else names them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from northing.activity.actions import Happening, record_all
from northing.cycles.models import Cycle
from northing.people.models import Person, Team
from northing.spreadsheets.models import Import
from northing.spreadsheets.queries.touched import entries_about, refers_to

_MODELS: dict[str, Any] = {"person": Person, "team": Team, "cycle": Cycle}
_ADDED_BY_AN_ENTRY = 1


def remove_names(imported: Import, by: Person) -> list[str]:
    """Remove those that nobody has used, changed or invited since; returns their names.

    Call inside the transaction of undoing, after the import's goals have gone.
    """
    removed: list[Sequence[str]] = []
    for kind, model in _MODELS.items():
        added = [one for one in imported.added if one[0] == kind]
        keys = [UUID(one[1]) for one in added]
        told = entries_about(imported.organization_id, keys)
        used = refers_to(model, keys, set())
        free = {
            row.pk
            for row in model.objects.filter(organization=imported.organization, pk__in=keys)
            if row.pk not in used and told[row.pk] <= _ADDED_BY_AN_ENTRY and not _signs_in(row)
        }
        model.objects.filter(organization=imported.organization, pk__in=free).delete()
        removed += [one for one in added if UUID(one[1]) in free]
    record_all([_told(imported, one, by) for one in removed])
    return [one[2] for one in removed]


def _signs_in(row: Any) -> bool:
    return isinstance(row, Person) and row.account_id is not None


def _told(imported: Import, one: Sequence[str], by: Person) -> Happening:
    kind, key, name = one
    return Happening(
        organization_id=imported.organization_id,
        verb="removed",
        subject_kind=kind,
        subject_id=UUID(key),
        subject_label=name,
        actor_id=by.pk,
        actor_name=by.name,
        reason=f"The import of {imported.name} was undone.",
    )
