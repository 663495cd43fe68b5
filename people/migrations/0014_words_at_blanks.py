"""PostgreSQL divides texts into words at blanks; see `people.search.lookup`."""

from django.db import migrations

from people.search.index import DivideAtBlanks


class Migration(migrations.Migration):
    atomic = False  # indexes are made while others read and write

    dependencies = [("people", "0013_row_changes")]

    operations = [
        DivideAtBlanks("Official"),
        DivideAtBlanks("Organization"),
        DivideAtBlanks("Alias"),
        DivideAtBlanks("Role"),
    ]
