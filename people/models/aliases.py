"""Aliases: other spellings of a name, and the names of records merged away."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from people.models.mergeable import ReadAs
from people.names import name_key
from people.search import Searchable


class Alias(ReadAs, Searchable):
    """Another spelling of an official's or an organization's name, or the name of a record merged into it.

    `merge` is the merge that made it; `read_as` names the record merged away that bore it.
    """

    name = models.CharField(_("name"), max_length=250)
    name_key = models.CharField(max_length=250, editable=False, db_index=True)
    official = models.ForeignKey(
        "people.Official", models.CASCADE, null=True, blank=True, related_name="aliases", verbose_name=_("official")
    )
    organization = models.ForeignKey(
        "people.Organization",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="aliases",
        verbose_name=_("organization"),
    )
    merge = models.ForeignKey(
        "people.Merge",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="aliases",
        verbose_name=_("made by the merge"),
    )
    history = HistoricalRecords(excluded_fields=["search_text", "read_as", "merge"])

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(official__isnull=False, organization__isnull=True)
                | Q(official__isnull=True, organization__isnull=False),
                name="people_alias_of_one",
            ),
            models.UniqueConstraint(fields=("official", "name_key"), name="people_alias_official"),
            models.UniqueConstraint(fields=("organization", "name_key"), name="people_alias_organization"),
        ]

    def __str__(self) -> str:
        return self.name

    def words_to_search(self) -> str:
        """The other name."""
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with a fresh key."""
        self.name_key = name_key(self.name)
        super().save(*args, **kwargs)


def keep_former_name(record: Any) -> set[str]:
    """Sets `name_key` from the name, and keeps the name it had before as an alias, so that texts still find it.

    Returns the names of the columns that were set.
    """
    former = type(record).objects.filter(pk=record.pk).values_list("name", flat=True).first() if record.pk else None
    record.name_key = name_key(record.name)
    if former is not None and name_key(former) != record.name_key:
        owner = "official" if record._meta.model_name == "official" else "organization"
        Alias.objects.get_or_create(name_key=name_key(former), **{owner: record}, defaults={"name": former})
    return {"name_key"}
