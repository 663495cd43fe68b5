"""When each record last changed, and what was taken away."""

from django.db import migrations, models

from opendata.tracking import TrackChanges


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0010_forwardings"),
        ("meetings", "0010_judgements_without_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("object_id", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["kind", "at", "object_id"], name="opendata_tombstone_order")],
                "constraints": [models.UniqueConstraint(fields=("kind", "object_id"), name="opendata_tombstone_once")],
            },
        ),
        TrackChanges(),
    ]
