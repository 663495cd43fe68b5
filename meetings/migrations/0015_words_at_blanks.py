"""PostgreSQL divides texts into words at blanks; see `people.search.lookup`."""

from django.db import migrations

from people.search.index import DivideAtBlanks


class Migration(migrations.Migration):
    atomic = False  # indexes are made while others read and write

    dependencies = [("meetings", "0014_facts_digest")]

    operations = [
        DivideAtBlanks("Meeting"),
        DivideAtBlanks("Directive"),
        DivideAtBlanks("Target"),
        DivideAtBlanks("LegalDocument"),
        DivideAtBlanks("Article"),
    ]
