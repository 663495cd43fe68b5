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
