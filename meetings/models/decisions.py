"""Decisions: what a meeting approved, agreed or considered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from meetings.models.evidence import Record, RecordQuerySet, few
from meetings.models.meetings import Meeting


class Decision(Record):
    """An outcome in the text's own words; `body` is who decided, as printed."""

    stands_on: ClassVar[tuple[str, ...]] = ("meeting", "same_as")
    correctable_fields: ClassVar[tuple[str, ...]] = ("body", "outcome", "text", "same_as")

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, db_index=False, related_name="decisions", verbose_name=_("meeting")
    )
    body = models.CharField(_("body"), max_length=250, blank=True)
    outcome = models.CharField(_("outcome"), max_length=120)
    text = models.TextField(_("decision"))
    history = HistoricalRecords()

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("meeting", "start", "pk")
        indexes = [
            models.Index(fields=("meeting", "start"), name="meetings_decision_meeting"),
            few("same_as", "meetings_decision_same"),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~Q(outcome="") & ~Q(text=""), name="meetings_decision_filled"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome}: {self.text}"[:150]
