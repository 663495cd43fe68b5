"""Which rows a change touched is noted, too; on the way back, triggers that would write into what is gone are dropped."""

from typing import Any

from django.db import migrations, models

from people.freshness.triggers import drop_triggers


def stop_noting(apps: Any, schema_editor: Any) -> None:
    """Before the table goes."""
    drop_triggers(schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("people", "0012_renew_search")]

    operations = [
        migrations.CreateModel(
            name="RowChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("change", models.BigIntegerField()),
                ("table_name", models.CharField(max_length=63)),
                ("keys", models.TextField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["change"], name="people_rowchange_change")],
            },
        ),
        migrations.RunPython(migrations.RunPython.noop, stop_noting),
    ]
