"""PostgreSQL learns what it costs to divide a text into words; see `people.search.lookup`."""

from django.db import migrations

from people.search.index import RenewSearchIndex


class Migration(migrations.Migration):
    dependencies = [("meetings", "0012_lean_indexes")]

    operations = [
        RenewSearchIndex("Meeting"),
        RenewSearchIndex("Directive"),
        RenewSearchIndex("Target"),
        RenewSearchIndex("LegalDocument"),
        RenewSearchIndex("Article"),
    ]
