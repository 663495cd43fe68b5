"""A conflict keeps the evidence of the reading that was set right beside its value; articles know when they were read."""

from django.db import migrations, models

MODELS = (
    "Appearance", "Article", "Assignment", "Citation", "Decision", "Directive", "LegalDocument", "Meeting", "Target",
)  # fmt: skip


def _rewrite(apps, schema_editor, of):
    for name in (*MODELS, *(f"Historical{name}" for name in MODELS)):
        manager = apps.get_model("meetings", name)._default_manager
        for row in manager.using(schema_editor.connection.alias).exclude(conflicts={}).only("pk", "conflicts"):
            row.conflicts = {field: of(reading) for field, reading in row.conflicts.items()}
            row.save(update_fields=["conflicts"])


def with_evidence(apps, schema_editor):
    _rewrite(apps, schema_editor, lambda reading: {"value": reading})


def values_alone(apps, schema_editor):
    _rewrite(apps, schema_editor, lambda reading: reading["value"])


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_search")]
    operations = [
        migrations.AddField(
            model_name="article",
            name="read_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last read"),
        ),
        migrations.RunPython(with_evidence, values_alone),
    ]
