"""Mergeable: records of which two may turn out to be one, and what other records were read as before that."""

from __future__ import annotations

from typing import Any, Self, cast

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable, State


class Mergeable(Correctable):
    """A record that may be merged into an older one of its kind, which it then points to; never one merged away itself.

    It keeps its row, its name and its page's address, which lead to the survivor, and is brought back by undoing alone.
    """

    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_away",
        verbose_name=_("merged into"),
    )
    merged_into_id: int | None
    # No column: the record merged away by whose name a reading found this one, its survivor.
    stands_for: Self | None = None

    class Meta(Correctable.Meta):
        abstract = True
        constraints = [
            *Correctable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | (~Q(merged_into=F("id")) & Q(state=State.REJECTED)),
                name="%(app_label)s_%(class)s_merged_away",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves; raises `ValueError` for one that points to a record that is merged away, too."""
        if self.merged_into_id is not None:
            targets = type(self)._base_manager.filter(pk=self.merged_into_id)
            if targets.filter(merged_into__isnull=False).exists():
                raise ValueError(f"{self!r} must point to the survivor, which no. {self.merged_into_id} is not")
        super().save(*args, **kwargs)

    def standing(self) -> Self:
        """This record or, if it has been merged away, the survivor in its stead."""
        survivor = cast("Self | None", self.merged_into)
        return self if survivor is None else survivor.survivor_as(self)

    @property
    def meant(self) -> Self:
        """The record that a reading would have found if nothing had been merged."""
        return self.stands_for or self

    def survivor_as(self, merged: Self) -> Self:
        """This record, as whom a reading finds that means `merged`, which was merged into it."""
        copy = type(self).from_db(self._state.db, [f.attname for f in self._meta.concrete_fields], _values(self))
        copy.stands_for = merged if merged.pk != self.pk else None
        return copy


def _values(record: models.Model) -> list[Any]:
    return [getattr(record, field.attname) for field in record._meta.concrete_fields]


class ReadAs(models.Model):
    """A record that names others. `read_as` holds, by field, the key of the one merged away that its words mean.

    Its machine's value is then the survivor; undoing the merge gives it back to whom it was read as.
    """

    read_as = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True
