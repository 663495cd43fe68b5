"""Legal documents, and the places where they are cited."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from meetings.models.directives import Directive
from meetings.models.evidence import Evidenced
from meetings.models.meetings import Meeting
from people.addressing import address_of
from people.corrections import Correctable, CorrectableQuerySet
from people.names import ascii_slug
from people.search import Searchable


class LegalDocument(Correctable, Searchable):
    """A numbered document of a party or state body, one row per `canonical` form, e.g. `57-NQ/TW`."""

    correctable_fields: ClassVar[tuple[str, ...]] = ("kind", "number", "issuer")

    kind = models.CharField(_("kind"), max_length=60, db_index=True)
    number = models.CharField(_("number"), max_length=80)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True, db_index=True)
    canonical = models.CharField(_("canonical form"), max_length=250, unique=True)
    history = HistoricalRecords(excluded_fields=["search_text"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Correctable.Meta):
        abstract = False
        verbose_name = _("legal document")
        verbose_name_plural = _("legal documents")
        ordering = ("canonical",)
        constraints = [
            *Correctable.Meta.constraints,
            models.CheckConstraint(condition=~Q(canonical="") & ~Q(number=""), name="meetings_legaldocument_filled"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".strip()

    def words_to_search(self) -> str:
        """Kind, number and issuer."""
        return f"{self.kind} {self.number} {self.canonical} {self.issuer}"

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The words of a place where it is cited."""
        place = self.citations.published().select_related("article").order_by("pk").first()
        return place.evidence_of(field) if place is not None else {}

    def get_absolute_url(self) -> str:
        """The page of this document."""
        return address_of("meetings:document_detail", self.pk, ascii_slug(str(self)))


class Citation(Evidenced, Correctable):
    """A place where an article cites a legal document, within a directive or not."""

    stands_on: ClassVar[tuple[str, ...]] = ("meeting", "document")
    correctable_fields: ClassVar[tuple[str, ...]] = ("document", "directive")

    document = models.ForeignKey(
        LegalDocument, models.PROTECT, related_name="citations", verbose_name=_("legal document")
    )
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="citations", verbose_name=_("meeting"))
    directive = models.ForeignKey(
        Directive, models.SET_NULL, null=True, blank=True, related_name="citations", verbose_name=_("directive")
    )
    history = HistoricalRecords()

    objects = CorrectableQuerySet.as_manager()

    class Meta(Correctable.Meta):
        abstract = False
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("meeting", "start", "pk")
        indexes = [
            models.Index(fields=("document", "meeting"), name="meetings_citation_document"),
            models.Index(fields=("meeting", "start"), name="meetings_citation_meeting"),
        ]
        constraints = [*Correctable.Meta.constraints, *Evidenced.Meta.constraints]

    def __str__(self) -> str:
        return self.quote or str(self.document)
