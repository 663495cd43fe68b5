"""Where the address of a record leads that was made for what was moved to it, and taken away with the last of that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models


class Forwarding(models.Model):
    """That what no. `gone_id` had is told of no. `heir_id` now, which is there: chains are flat."""

    kind = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    gone_id = models.PositiveBigIntegerField()
    heir_id = models.PositiveBigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("kind", "gone_id"), name="people_forwarding_once")]
        indexes = [models.Index(fields=("kind", "heir_id"), name="people_forwarding_heir")]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.heir_id}"

    @classmethod
    def keep(cls, gone: Any, heir: Any) -> None:
        """Lets what leads to `gone`, which is about to be deleted, lead to `heir`."""
        kind = ContentType.objects.get_for_model(type(gone))
        cls.objects.filter(kind=kind, heir_id=gone.pk).update(heir_id=heir.pk)
        cls.objects.create(kind=kind, gone_id=gone.pk, heir_id=heir.pk)

    @classmethod
    def heirs(cls, model: Any, keys: Iterable[int]) -> dict[int, int]:
        """By key of a record that was taken away, the key of the one that has its rows."""
        rows = cls.objects.filter(kind=ContentType.objects.get_for_model(model), gone_id__in=list(keys))
        return dict(rows.values_list("gone_id", "heir_id"))
