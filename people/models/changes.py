"""That what readers see has changed: written by the database itself, read by whoever remembers pages or numbers."""

from __future__ import annotations

from django.db import models


class DataChange(models.Model):
    """On PostgreSQL one row for each transaction that changed something; on SQLite a single row that counts up.

    Together the rows name the state of the data (`people.freshness`); old ones may go, which names it anew.
    """

    number = models.BigIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=("at",), name="people_datachange_at")]

    def __str__(self) -> str:
        return f"{self.pk}:{self.number}"


class RowChange(models.Model):
    """Which rows of a table a statement changed: written beside `DataChange`, for lists that read only these anew.

    `change` is, on PostgreSQL, the key of the transaction's `DataChange`; on SQLite the number that it stood at.
    `keys` is JSON, columns of the table with the keys there before and after: {"id": [5], "meeting_id": [1, 2]}; empty
    where the rows are too many to be told one by one. SQLite keeps the last ones only, each in a place by its number.
    """

    change = models.BigIntegerField()
    table_name = models.CharField(max_length=63)
    keys = models.TextField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=("change",), name="people_rowchange_change")]

    def __str__(self) -> str:
        return f"{self.change}: {self.table_name} {self.keys}"
