"""Targets: figures that were promised, expected or reached."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from meetings.extraction.units import base_of
from meetings.indicators import is_unnamed, name_of
from meetings.models.directives import Directive
from meetings.models.evidence import Record, RecordQuerySet, few
from meetings.models.meetings import Meeting
from people.addressing import address_of
from people.names import ascii_slug
from people.search import Searchable


class Target(Record, Searchable):
    """A figure of an indicator in the printed unit; `value * factor` is in `base_unit`."""

    class Comparator(models.TextChoices):
        MORE = ">", pgettext_lazy("comparator", "more than")
        AT_LEAST = ">=", pgettext_lazy("comparator", "at least")
        LESS = "<", pgettext_lazy("comparator", "less than")
        AT_MOST = "<=", pgettext_lazy("comparator", "at most")
        ABOUT = "~", pgettext_lazy("comparator", "about")
        EQUAL = "=", pgettext_lazy("comparator", "exactly")

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("status of a figure", "Aimed at")
        PROJECTED = "projected", pgettext_lazy("status of a figure", "Expected")
        ACHIEVED = "achieved", pgettext_lazy("status of a figure", "Reached")

    stands_on: ClassVar[tuple[str, ...]] = ("meeting", "same_as")
    correctable_fields: ClassVar[tuple[str, ...]] = (
        "metric", "canonical_metric", "value", "value_high", "unit", "comparator", "period", "status", "of_total",
        "same_as",
    )  # fmt: skip

    inseparable_fields: ClassVar[tuple[tuple[str, ...], ...]] = (("value", "value_high"),)

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, db_index=False, related_name="targets", verbose_name=_("meeting")
    )
    directive = models.ForeignKey(
        Directive,
        models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="targets",
        verbose_name=_("directive"),
    )
    metric = models.CharField(_("indicator as printed"), max_length=300)
    canonical_metric = models.CharField(_("indicator"), max_length=200, db_index=True)
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=6)
    value_high = models.DecimalField(_("upper value"), max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=60)
    factor = models.DecimalField(_("factor to the base unit"), max_digits=24, decimal_places=9, null=True, blank=True)
    base_unit = models.CharField(_("base unit"), max_length=60, blank=True)
    comparator = models.CharField(_("comparator"), max_length=2, choices=Comparator.choices, default=Comparator.EQUAL)
    period = models.CharField(
        _("period"), max_length=9, blank=True, help_text=_("2025, 2025-10, 2025-Q1 or 2026/2030.")
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True, editable=False, db_index=True)
    status = models.CharField(_("status"), max_length=9, choices=Status.choices, db_index=True)
    of_total = models.DecimalField(_("out of"), max_digits=24, decimal_places=6, null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["search_text"])

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ("meeting", "start", "pk")
        indexes = [
            models.Index(fields=("meeting", "start"), name="meetings_target_meeting"),
            models.Index(fields=("canonical_metric", "period"), name="meetings_target_metric"),
            models.Index(fields=("unit",), name="meetings_target_unit"),
            few("same_as", "meetings_target_same"),
            few("directive", "meetings_target_directive"),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(comparator__in=(">", ">=", "<", "<=", "~", "=")), name="meetings_target_comparator"
            ),
            models.CheckConstraint(
                condition=Q(status__in=("planned", "projected", "achieved")), name="meetings_target_status"
            ),
            models.CheckConstraint(
                condition=Q(value_high__isnull=True) | Q(value_high__gte=models.F("value")),
                name="meetings_target_range",
            ),
            models.CheckConstraint(condition=~Q(metric="") & ~Q(unit=""), name="meetings_target_filled"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {number_format(f'{self.value.normalize():f}', force_grouping=True)} {self.unit}"

    @property
    def is_unnamed(self) -> bool:
        """Whether neither the words around the figure nor its unit say what it is of."""
        return is_unnamed(self.metric) and is_unnamed(self.canonical_metric)

    @property
    def name(self) -> str:
        """What the figure is of, as readers see it: as printed, else the indicator that its unit names."""
        return name_of(self.canonical_metric if is_unnamed(self.metric) else self.metric)

    def derive(self) -> set[str]:
        """Sets `year` from `period`, `factor` and `base_unit` from `unit`; None or empty where they do not tell."""
        self.year = int(self.period[:4]) if self.period[:4].isdecimal() else None
        self.factor, self.base_unit = base_of(self.unit)
        return {"year", "factor", "base_unit"}

    def words_to_search(self) -> str:
        """The indicator in both forms, the unit and the sentence it stands in."""
        return f"{self.metric} {self.canonical_metric} {self.unit} {self.quote}"

    def get_absolute_url(self) -> str:
        """The page of this target; the address of one without a name is its id alone."""
        if self.is_unnamed:
            return reverse("meetings:target", kwargs={"pk": self.pk})
        return address_of("meetings:target_detail", self.pk, ascii_slug(self.name, 60))
