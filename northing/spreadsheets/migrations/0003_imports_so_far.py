"""The files imported before imports were kept: they are listed, and cannot be undone."""

from typing import Any

from django.db import migrations


def keep_imports_so_far(apps: Any, schema_editor: Any) -> None:
    imported_file = apps.get_model("spreadsheets", "ImportedFile")
    kept = apps.get_model("spreadsheets", "Import")
    files = imported_file.objects.exclude(applied_at=None).filter(became=None).defer("cells")
    for file in files:
        file.became = kept.objects.create(
            organization_id=file.organization_id,
            by_id=file.person_id,
            at=file.applied_at,
            name=file.name,
            created=file.outcome.get("created", 0),
            updated=file.outcome.get("updated", 0),
            unchanged=file.outcome.get("unchanged", 0),
        )
        file.save(update_fields=["became"])


class Migration(migrations.Migration):
    dependencies = [("spreadsheets", "0002_imports_that_can_be_undone")]

    operations = [migrations.RunPython(keep_imports_so_far, migrations.RunPython.noop)]
