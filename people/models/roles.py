"""Roles: the offices that officials hold, as texts attest them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from people.corrections import Correctable, CorrectableQuerySet
from people.models.mergeable import ReadAs
from people.models.officials import Official
from people.models.organizations import Organization
from people.models.provinces import Province
from people.names import name_key
from people.search import Searchable


class Role(ReadAs, Correctable, Searchable):
    """An office that an official holds or held, as texts attest it; dates are attestations, never a start or an end."""

    class Status(models.TextChoices):
        CURRENT = "current", pgettext_lazy("role status", "In office when last reported")
        ENDED = "ended", pgettext_lazy("role status", "Ended")
        UNKNOWN = "unknown", pgettext_lazy("role status", "Unknown")

    stands_on: ClassVar[tuple[str, ...]] = ("official", "organization")
    correctable_fields: ClassVar[tuple[str, ...]] = ("official", "title", "canonical_title", "organization", "status")

    official = models.ForeignKey(Official, models.PROTECT, related_name="roles", verbose_name=_("official"))
    title = models.CharField(_("title as printed"), max_length=250)
    canonical_title = models.CharField(_("title"), max_length=250)
    title_key = models.CharField(max_length=250, editable=False, db_index=True)
    organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="roles", verbose_name=_("organization")
    )
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="roles", verbose_name=_("province")
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=999, help_text=_("Small is high; our own ordering."))
    first_attested = models.DateField(_("first attested"), null=True, blank=True)
    last_attested = models.DateField(_("last attested"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.UNKNOWN)
    history = HistoricalRecords(excluded_fields=["search_text", "read_as"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Correctable.Meta):
        abstract = False
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ("-last_attested", "rank", "pk")
        indexes = [
            # Covers the facets of the officials' list, which count roles by organization, title and rank.
            models.Index(
                fields=("official", "state", "rank", "organization", "canonical_title"), name="people_role_of_official"
            ),
            models.Index(fields=("province", "official"), name="people_role_province"),
        ]
        constraints = [
            *Correctable.Meta.constraints,
            models.UniqueConstraint(fields=("official", "title_key", "province"), name="people_role_once"),
            models.UniqueConstraint(
                fields=("official", "title_key"), condition=Q(province__isnull=True), name="people_role_once_unplaced"
            ),
            models.CheckConstraint(
                condition=Q(first_attested__isnull=True, last_attested__isnull=True)
                | Q(last_attested__gte=models.F("first_attested")),
                name="people_role_attested",
            ),
            models.CheckConstraint(condition=Q(status__in=("current", "ended", "unknown")), name="people_role_status"),
        ]

    def __str__(self) -> str:
        return self.canonical_title

    def words_to_search(self) -> str:
        """Both forms of the title."""
        return f"{self.canonical_title} {self.title}"

    def derive(self) -> set[str]:
        """Sets a fresh key."""
        self.title_key = name_key(self.canonical_title)
        return {"title_key"}

    def evidence_of(self, field: str) -> dict[str, Any]:
        """A place where a text gives the title."""
        places: Any = self.attestations  # of the meetings' side
        place = places.select_related("article").order_by("pk").first()
        return place.evidence_of(field) if place is not None else {}
