"""Makes the full-text indexes of this app's searchable tables."""

from django.db import migrations

from people.search.index import AddSearchIndex


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [
        AddSearchIndex("Meeting"),
        AddSearchIndex("Directive"),
        AddSearchIndex("Target"),
        AddSearchIndex("LegalDocument"),
        AddSearchIndex("Article"),
    ]
