"""Meetings, told of by articles."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from meetings.models.articles import UNKNOWN_DAY, Article
from meetings.models.provenance import provenance
from people.addressing import address_of
from people.corrections import Correctable, CorrectableQuerySet
from people.models import Organization, Province, ReadAs
from people.names import ascii_slug
from people.search import Searchable

if TYPE_CHECKING:
    from meetings.models.reports import Report

# Fields of a meeting that are read from the words of another one.
READ_WITH = {"body_name": ("body",), "province": ("province_source",), "date": ("date_precision",)}


class Meeting(ReadAs, Correctable, Searchable):
    """A meeting held by a provincial body, told of by one or more articles.

    `date` is the first day of what `date_precision` says; `sort_date` orders lists and is the day of the press report
    where the meeting's own date is unknown, `UNKNOWN_DAY` where that is, too.
    """

    class Kind(models.TextChoices):
        REGULAR_SESSION = "regular_session", pgettext_lazy("kind of meeting", "Regular session")
        THEMATIC_SESSION = "thematic_session", pgettext_lazy("kind of meeting", "Thematic session")
        COUNCIL_SESSION = "council_session", pgettext_lazy("kind of meeting", "Council session")
        COMMITTEE_PLENUM = "committee_plenum", pgettext_lazy("kind of meeting", "Party committee plenum")
        STANDING_COMMITTEE_MEETING = (
            "standing_committee_meeting",
            pgettext_lazy("kind of meeting", "Standing committee meeting"),
        )
        BRIEFING = "briefing", pgettext_lazy("kind of meeting", "Briefing")
        WORKING_SESSION = "working_session", pgettext_lazy("kind of meeting", "Working session")
        CITIZEN_RECEPTION = "citizen_reception", pgettext_lazy("kind of meeting", "Citizen reception")
        CONFERENCE = "conference", pgettext_lazy("kind of meeting", "Conference")
        OTHER = "other", pgettext_lazy("kind of meeting", "Other meeting")

    class Precision(models.TextChoices):
        DAY = "day", pgettext_lazy("date precision", "Day")
        MONTH = "month", pgettext_lazy("date precision", "Month")
        QUARTER = "quarter", pgettext_lazy("date precision", "Quarter")
        YEAR = "year", pgettext_lazy("date precision", "Year")
        NONE = "none", pgettext_lazy("date precision", "Unknown")

    class Session(models.TextChoices):
        MORNING = "morning", pgettext_lazy("part of the day", "Morning")
        AFTERNOON = "afternoon", pgettext_lazy("part of the day", "Afternoon")
        EVENING = "evening", pgettext_lazy("part of the day", "Evening")
        ALL_DAY = "all_day", pgettext_lazy("part of the day", "All day")

    class ProvinceSource(models.TextChoices):
        TEXT = "text", pgettext_lazy("source of the province", "According to the text")
        CURATOR = "curator", pgettext_lazy("source of the province", "Given by a curator")
        NONE = "none", pgettext_lazy("source of the province", "Unknown")

    stands_on: ClassVar[tuple[str, ...]] = ("body",)
    correctable_fields: ClassVar[tuple[str, ...]] = (
        "title", "body_name", "body", "kind", "province", "province_source", "date", "date_precision", "session",
        "place", "number", "term", "period",
    )  # fmt: skip

    inseparable_fields: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("date", "date_precision"),
        ("province", "province_source"),
    )
    # What `evidence_of` tells while reports are rewritten: what they said before.
    remembered: dict[str, dict[str, Any]] | None = None

    title = models.CharField(_("title"), max_length=500)
    body_name = models.CharField(_("body as printed"), max_length=250, blank=True)
    body = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("body")
    )
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices, default=Kind.OTHER, db_index=True)
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name=_("province")
    )
    province_source = models.CharField(
        _("source of the province"), max_length=7, choices=ProvinceSource.choices, default=ProvinceSource.NONE
    )
    date = models.DateField(
        _("date"), null=True, blank=True, help_text=_("The first day of the day, month, quarter or year.")
    )
    date_precision = models.CharField(
        _("precision of the date"), max_length=7, choices=Precision.choices, default=Precision.NONE
    )
    session = models.CharField(_("part of the day"), max_length=9, choices=Session.choices, blank=True)
    place = models.CharField(_("place"), max_length=250, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    term = models.CharField(_("term"), max_length=120, blank=True)
    period = models.CharField(_("period"), max_length=9, blank=True, help_text=_("2025, 2025-10 or 2025-Q1."))
    identity = models.CharField(
        max_length=200,
        null=True,
        unique=True,
        editable=False,
        help_text="Province, body, day, kind and number, where all that is needed is known: two articles, one meeting.",
    )
    sort_date = models.DateField(default=UNKNOWN_DAY, editable=False)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True, editable=False, db_index=True)
    articles: models.ManyToManyField[Article, Report] = models.ManyToManyField(
        Article, through="Report", related_name="meetings", verbose_name=_("articles")
    )
    history = HistoricalRecords(excluded_fields=["search_text", "read_as"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Correctable.Meta):
        abstract = False
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ("-sort_date", "-pk")
        indexes = [
            models.Index(fields=("sort_date", "id"), name="meetings_meeting_order"),
            models.Index(fields=("province", "sort_date"), name="meetings_meeting_province"),
            models.Index(fields=("body", "sort_date"), name="meetings_meeting_body"),
            models.Index(fields=("date",), name="meetings_meeting_date"),
        ]
        constraints = [
            *Correctable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(date__isnull=True, date_precision="none")
                | Q(date__isnull=False, date_precision__in=("day", "month", "quarter", "year")),
                name="meetings_meeting_date_precision",
            ),
            models.CheckConstraint(
                condition=Q(province__isnull=True, province_source="none")
                | Q(province__isnull=False, province_source__in=("text", "curator")),
                name="meetings_meeting_province_source",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="meetings_meeting_titled"),
            models.CheckConstraint(
                condition=Q(session__in=("", "morning", "afternoon", "evening", "all_day")),
                name="meetings_meeting_session",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def derive(self) -> set[str]:
        """Sets the day and the year that lists are ordered and filtered by."""
        self.settle_dates()
        return {"sort_date", "year"}

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The words of the first report that says something of it."""
        if self.remembered is None:
            return self.evidence().get(field, {})
        return self.remembered.get(field, {})

    def evidence(self, former_text: str | None = None, of: Article | None = None) -> dict[str, dict[str, Any]]:
        """By field, the words of the first report that says something of it.

        `former_text` is the text that the report of the article `of` still counts the characters of.
        """
        found: dict[str, dict[str, Any]] = {}
        for report in self.reports.select_related("article").order_by("pk"):
            former = former_text if of is not None and report.article_id == of.pk else None
            text = report.article.text if former is None else former
            for name, read in report.reading.items():
                words = text[read["start"] : read["end"]] if read.get("start") is not None else ""
                for field in (name, *READ_WITH.get(name, ())):
                    found.setdefault(field, provenance(report.article, words, read.get("rule", "")))
        return found

    def settle_dates(self) -> None:
        """Sets `sort_date` and `year` from the meeting's own date or, where no day is known, the first press report."""
        asked = self.date_precision != self.Precision.DAY and self.pk
        self.settle_dates_by(self.articles.aggregate(first=Min("reported_on"))["first"] if asked else None)

    def settle_dates_by(self, reported: datetime.date | None) -> None:
        """As `settle_dates`, given the day of the first press report, which counts where the own day is not known."""
        known = [models.DateField().to_python(self.date), reported if self.date_precision != "day" else None]
        days = [day for day in known if day]
        self.sort_date, self.year = max(days, default=UNKNOWN_DAY), days[0].year if days else None

    def words_to_search(self) -> str:
        """Title, body, place, province and the words of the articles."""
        texts = " ".join(self.articles.values_list("text", flat=True)) if self.pk else ""
        return " ".join((self.title, self.body_name, self.place, self.province.name if self.province else "", texts))

    def get_absolute_url(self) -> str:
        """The page of this meeting."""
        return address_of("meetings:meeting_detail", self.pk, ascii_slug(self.title))
