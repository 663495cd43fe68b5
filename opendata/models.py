"""What others who keep a copy must know of records that are here no more."""

from __future__ import annotations

from django.db import models


class Tombstone(models.Model):
    """That a record of that kind and number was taken away, with its row. Written by the database (`tracking`)."""

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("kind", "object_id"), name="opendata_tombstone_once")]
        indexes = [models.Index(fields=("kind", "at", "object_id"), name="opendata_tombstone_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
