"""Indexes that nothing is found by go: those that another one begins with, and those over a handful of values.

Over keys that most rows have empty stands an index of the others: SQLite would take a whole one as the way to the empty
ones, and read a million rows by it in no order. No table is made anew for it.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_TABLES_AND_COLUMNS = (
    ("meetings_appearance", "meeting_id"),
    ("meetings_appearance", "official_id"),
    ("meetings_appearance", "same_as_id"),
    ("meetings_assignment", "directive_id"),
    ("meetings_assignment", "official_id"),
    ("meetings_assignment", "organization_id"),
    ("meetings_assignment", "part"),
    ("meetings_attestation", "read_as_id"),
    ("meetings_attestation", "role_id"),
    ("meetings_decision", "meeting_id"),
    ("meetings_decision", "same_as_id"),
    ("meetings_directive", "assigner_id"),
    ("meetings_directive", "meeting_id"),
    ("meetings_directive", "same_as_id"),
    ("meetings_directive", "strength"),
    ("meetings_historicalassignment", "part"),
    ("meetings_historicaldirective", "strength"),
    ("meetings_mention", "read_as_id"),
    ("meetings_target", "directive_id"),
    ("meetings_target", "meeting_id"),
    ("meetings_target", "same_as_id"),
)


def _indexes(connection: Any, table: str, column: str) -> list[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    return [name for name, told in found.items() if told["index"] and not told["unique"] and told["columns"] == [column]]


def drop(apps: Any, schema_editor: Any) -> None:
    """Drops the indexes over these columns alone; on PostgreSQL there are two over words."""
    quote = schema_editor.quote_name
    for table, column in _TABLES_AND_COLUMNS:
        for name in _indexes(schema_editor.connection, table, column):
            schema_editor.execute(f"DROP INDEX {quote(name)}", params=None)


def make(apps: Any, schema_editor: Any) -> None:
    """Makes an index over each of these columns again."""
    quote = schema_editor.quote_name
    for table, column in _TABLES_AND_COLUMNS:
        name = quote(f"{table}_{column}_alone")
        schema_editor.execute(f"CREATE INDEX {name} ON {quote(table)} ({quote(column)})", params=None)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0011_report_identity"), ("people", "0011_data_changes")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop, make)],
            state_operations=[
        migrations.AlterField(
            model_name='appearance',
            name='meeting',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='meetings.meeting', verbose_name='meeting'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='official',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='people.official', verbose_name='official'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='same_as',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='retellings', to='meetings.appearance', verbose_name='also told as'),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='directive',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='meetings.directive', verbose_name='directive'),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='official',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='people.official', verbose_name='official'),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='organization',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='people.organization', verbose_name='organization'),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='part',
            field=models.CharField(choices=[('lead', 'Leads'), ('coordinate', 'Coordinates'), ('assignee', 'Carries out')], default='assignee', max_length=10, verbose_name='part'),
        ),
        migrations.AlterField(
            model_name='attestation',
            name='read_as',
            field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.official', verbose_name='read as'),
        ),
        migrations.AlterField(
            model_name='attestation',
            name='role',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='attestations', to='people.role', verbose_name='role'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='meeting',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='meetings.meeting', verbose_name='meeting'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='same_as',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='retellings', to='meetings.decision', verbose_name='also told as'),
        ),
        migrations.AlterField(
            model_name='directive',
            name='assigner',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='directives_given', to='people.official', verbose_name='given by'),
        ),
        migrations.AlterField(
            model_name='directive',
            name='meeting',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='directives', to='meetings.meeting', verbose_name='meeting'),
        ),
        migrations.AlterField(
            model_name='directive',
            name='same_as',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='retellings', to='meetings.directive', verbose_name='also told as'),
        ),
        migrations.AlterField(
            model_name='directive',
            name='strength',
            field=models.CharField(choices=[('order', 'Order'), ('request', 'Request'), ('note', 'Reminder'), ('need', 'Need')], max_length=7, verbose_name='strength'),
        ),
        migrations.AlterField(
            model_name='historicalassignment',
            name='part',
            field=models.CharField(choices=[('lead', 'Leads'), ('coordinate', 'Coordinates'), ('assignee', 'Carries out')], default='assignee', max_length=10, verbose_name='part'),
        ),
        migrations.AlterField(
            model_name='historicaldirective',
            name='strength',
            field=models.CharField(choices=[('order', 'Order'), ('request', 'Request'), ('note', 'Reminder'), ('need', 'Need')], max_length=7, verbose_name='strength'),
        ),
        migrations.AlterField(
            model_name='mention',
            name='read_as',
            field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.official', verbose_name='read as'),
        ),
        migrations.AlterField(
            model_name='target',
            name='directive',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='targets', to='meetings.directive', verbose_name='directive'),
        ),
        migrations.AlterField(
            model_name='target',
            name='meeting',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='meetings.meeting', verbose_name='meeting'),
        ),
        migrations.AlterField(
            model_name='target',
            name='same_as',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='retellings', to='meetings.target', verbose_name='also told as'),
        ),
            ],
        ),
        migrations.AddIndex(
            model_name='appearance',
            index=models.Index(condition=models.Q(('same_as__isnull', False)), fields=['same_as'], name='meetings_appearance_same'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(condition=models.Q(('official__isnull', False)), fields=['official'], name='meetings_assignment_official'),
        ),
        migrations.AddIndex(
            model_name='attestation',
            index=models.Index(condition=models.Q(('read_as__isnull', False)), fields=['read_as'], name='meetings_attestation_read_as'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(condition=models.Q(('same_as__isnull', False)), fields=['same_as'], name='meetings_decision_same'),
        ),
        migrations.AddIndex(
            model_name='directive',
            index=models.Index(condition=models.Q(('same_as__isnull', False)), fields=['same_as'], name='meetings_directive_same'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(condition=models.Q(('read_as__isnull', False)), fields=['read_as'], name='meetings_mention_read_as'),
        ),
        migrations.AddIndex(
            model_name='target',
            index=models.Index(condition=models.Q(('same_as__isnull', False)), fields=['same_as'], name='meetings_target_same'),
        ),
        migrations.AddIndex(
            model_name='target',
            index=models.Index(condition=models.Q(('directive__isnull', False)), fields=['directive'], name='meetings_target_directive'),
        ),
    ]
