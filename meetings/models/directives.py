"""Directives: what somebody was told to do, and who was told."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from meetings.models.evidence import Record, RecordQuerySet, few
from meetings.models.meetings import Meeting
from meetings.models.provenance import provenance
from people.addressing import address_of
from people.corrections import Correctable, CorrectableQuerySet
from people.models import Official, Organization, ReadAs
from people.names import ascii_slug
from people.search import Searchable


class Directive(ReadAs, Record, Searchable):
    """A task given at a meeting. Deadline days are computed from the author's words by `deadline_rule`."""

    class Strength(models.TextChoices):
        ORDER = "order", pgettext_lazy("strength of a directive", "Order")
        REQUEST = "request", pgettext_lazy("strength of a directive", "Request")
        NOTE = "note", pgettext_lazy("strength of a directive", "Reminder")
        NEED = "need", pgettext_lazy("strength of a directive", "Need")

    class DeadlineKind(models.TextChoices):
        DATE = "date", pgettext_lazy("kind of deadline", "Due date")
        PERIOD = "period", pgettext_lazy("kind of deadline", "Within a period")
        EVENT_DATE = "event_date", pgettext_lazy("kind of deadline", "Day of an event")
        EVENT_RELATIVE = "event_relative", pgettext_lazy("kind of deadline", "Relative to an event")
        VAGUE = "vague", pgettext_lazy("kind of deadline", "No fixed day")

    stands_on: ClassVar[tuple[str, ...]] = ("meeting", "assigner", "same_as")
    correctable_fields: ClassVar[tuple[str, ...]] = (
        "text", "assigner", "assigner_title", "strength", "deadline_text", "deadline_kind", "deadline_value",
        "deadline_from", "deadline_to", "same_as",
    )  # fmt: skip

    inseparable_fields: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("deadline_kind", "deadline_value", "deadline_from", "deadline_to"),
    )

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, db_index=False, related_name="directives", verbose_name=_("meeting")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.TextField(_("task"))
    assigner = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="directives_given",
        verbose_name=_("given by"),
    )
    assigner_title = models.CharField(_("title of who gave it"), max_length=250, blank=True)
    strength = models.CharField(_("strength"), max_length=7, choices=Strength.choices)
    deadline_text = models.CharField(_("deadline as printed"), max_length=250, blank=True)
    deadline_kind = models.CharField(_("kind of deadline"), max_length=14, choices=DeadlineKind.choices, blank=True)
    deadline_value = models.CharField(_("deadline"), max_length=10, blank=True)
    deadline_from = models.DateField(_("deadline, earliest day"), null=True, blank=True)
    deadline_to = models.DateField(_("deadline, latest day"), null=True, blank=True)
    deadline_rule = models.CharField(_("deadline computed by"), max_length=80, blank=True, editable=False)
    deadline_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    deadline_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    history = HistoricalRecords(excluded_fields=["search_text", "read_as"])

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("directive")
        verbose_name_plural = _("directives")
        ordering = ("meeting", "order", "pk")
        indexes = [
            models.Index(fields=("meeting", "order"), name="meetings_directive_meeting"),
            models.Index(fields=("assigner", "state"), name="meetings_directive_assigner"),
            models.Index(fields=("deadline_to", "id"), name="meetings_directive_deadline"),
            few("same_as", "meetings_directive_same"),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(strength__in=("order", "request", "note", "need")), name="meetings_directive_strength"
            ),
            models.CheckConstraint(
                condition=Q(deadline_kind__in=("", "date", "period", "event_date", "event_relative", "vague")),
                name="meetings_directive_deadline_kind",
            ),
            models.CheckConstraint(
                condition=Q(deadline_from__isnull=True, deadline_to__isnull=True)
                | Q(deadline_from__isnull=True, deadline_to__isnull=False)
                | Q(deadline_to__gte=models.F("deadline_from")),
                name="meetings_directive_deadline_range",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="meetings_directive_filled"),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 120 else self.text[:120].rsplit(" ", 1)[0] + " …"

    def words_to_search(self) -> str:
        """The task and its deadline's words."""
        return self.text

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The words of the task or, for its deadline, those of the deadline."""
        if field.startswith("deadline_") and self.article is not None and self.deadline_start is not None:
            words = self.article.text[self.deadline_start : self.deadline_end]
            return provenance(self.article, words, self.deadline_rule)
        return super().evidence_of(field)

    def get_absolute_url(self) -> str:
        """The page of this directive."""
        return address_of("meetings:directive_detail", self.pk, ascii_slug(self.text, 60))


class Assignment(ReadAs, Correctable):
    """Who is told to carry out a directive: an organization, an official, or only words where it is no single one."""

    class Part(models.TextChoices):
        LEAD = "lead", pgettext_lazy("part in a task", "Leads")
        COORDINATE = "coordinate", pgettext_lazy("part in a task", "Coordinates")
        ASSIGNEE = "assignee", pgettext_lazy("part in a task", "Carries out")

    stands_on: ClassVar[tuple[str, ...]] = ("directive", "organization", "official")
    correctable_fields: ClassVar[tuple[str, ...]] = ("organization", "official", "words", "part")

    directive = models.ForeignKey(
        Directive, models.CASCADE, db_index=False, related_name="assignments", verbose_name=_("directive")
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assignments",
        verbose_name=_("organization"),
    )
    official = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assignments",
        verbose_name=_("official"),
    )
    words = models.CharField(_("as printed"), max_length=300)
    part = models.CharField(_("part"), max_length=10, choices=Part.choices, default=Part.ASSIGNEE)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    start = models.PositiveIntegerField(_("first character"), null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(_("character after the last"), null=True, blank=True, editable=False)
    history = HistoricalRecords(excluded_fields=["read_as"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Correctable.Meta):
        abstract = False
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ("directive", "order", "pk")
        indexes = [
            models.Index(fields=("organization", "state"), name="meetings_assignment_org"),
            models.Index(fields=("directive", "order"), name="meetings_assignment_directive"),
            few("official", "meetings_assignment_official"),
        ]
        constraints = [
            *Correctable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(part__in=("lead", "coordinate", "assignee")), name="meetings_assignment_part"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="meetings_assignment_filled"),
        ]

    def __str__(self) -> str:
        return self.words

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The words that name who is told to act."""
        return provenance(self.directive.article, self.extracted.get("words", self.words), self.directive.rule)
