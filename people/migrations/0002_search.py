"""Makes the full-text indexes of this app's searchable tables."""

from django.db import migrations

from people.search.index import AddSearchIndex


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        AddSearchIndex("Official"),
        AddSearchIndex("Organization"),
        AddSearchIndex("Alias"),
        AddSearchIndex("Role"),
    ]
