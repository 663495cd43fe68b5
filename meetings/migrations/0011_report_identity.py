"""An index by which the meeting is found that another text told of: otherwise each reading looks at every report."""

from typing import Any

from django.db import migrations

_NAME = "meetings_report_identity"


def make(apps: Any, schema_editor: Any) -> None:
    """SQLite asks for the value by another expression, and finds it without an index fast enough for its archives."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {_NAME} ON meetings_report ((reading #> '{{identity,value}}'))", params=None
        )


def unmake(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {_NAME}", params=None)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0010_judgements_without_pages")]

    operations = [migrations.RunPython(make, unmake)]
