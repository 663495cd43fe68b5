"""A conflict keeps the evidence of the reading that was set right beside its value."""

from django.db import migrations

MODELS = ("Official", "Organization", "Role")


def _rewrite(apps, schema_editor, app, models, of):
    for name in (*models, *(f"Historical{name}" for name in models)):
        rows = apps.get_model(app, name)._default_manager.using(schema_editor.connection.alias).exclude(conflicts={})
        for row in rows.only("pk", "conflicts").iterator():
            row.conflicts = {field: of(reading) for field, reading in row.conflicts.items()}
            row.save(update_fields=["conflicts"])


def with_evidence(apps, schema_editor):
    _rewrite(apps, schema_editor, "people", MODELS, lambda reading: {"value": reading})


def values_alone(apps, schema_editor):
    _rewrite(apps, schema_editor, "people", MODELS, lambda reading: reading["value"])


class Migration(migrations.Migration):
    dependencies = [("people", "0003_organization_succession")]
    operations = [migrations.RunPython(with_evidence, values_alone)]
