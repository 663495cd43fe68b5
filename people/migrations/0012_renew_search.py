"""PostgreSQL learns what it costs to divide a text into words; see `people.search.lookup`."""

from django.db import migrations

from people.search.index import RenewSearchIndex


class Migration(migrations.Migration):
    dependencies = [("people", "0011_data_changes")]

    operations = [
        RenewSearchIndex("Official"),
        RenewSearchIndex("Organization"),
        RenewSearchIndex("Alias"),
        RenewSearchIndex("Role"),
    ]
