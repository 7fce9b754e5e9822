"""Reading the log."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from northing.activity.models import Entry


def of_subject(organization_id: UUID, subject_id: UUID, limit: int = 30) -> Sequence[Entry]:
    """The newest entries about one subject. The caller has let the viewer through its gate."""
    return list(
        Entry.objects.filter(organization_id=organization_id, subject_id=subject_id).order_by(
            "-at", "-id"
        )[:limit]
    )


def newest_moment() -> datetime | None:
    """When the newest entry of all was written; None while nothing has happened."""
    return Entry.objects.order_by("-id").values_list("at", flat=True).first()
