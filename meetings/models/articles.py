"""Articles: the press texts, as loaded, with what a curator knows of them."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from meetings.extraction.header import HEADER
from meetings.models.provenance import provenance
from people.addressing import address_of
from people.corrections import Correctable, CorrectableQuerySet
from people.models import Province
from people.names import ascii_slug
from people.search import Searchable
from people.search.words import index_text

# Sorts what has no date behind all that has one, on every database and by one index; never shown.
UNKNOWN_DAY = datetime.date.min


class Article(Correctable, Searchable):
    """A press text. Spans of all records count the characters of `text`.

    Its correctable fields come from the curator's list; a value that staff change here outlives the next list.
    """

    class Subject(models.TextChoices):
        UNREAD = "unread", pgettext_lazy("article subject", "Not read yet")
        MEETING = "meeting", pgettext_lazy("article subject", "A provincial meeting")
        OTHER = "other", pgettext_lazy("article subject", "Something else")

    correctable_fields: ClassVar[tuple[str, ...]] = ("title", "publisher", "url", "reported_on", "province", "subject")

    file_name = models.CharField(_("file"), max_length=255, unique=True)
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    text = models.TextField(_("text"))
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True, db_index=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    reported_on = models.DateField(_("published on"), null=True, blank=True, db_index=True)
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("province"),
        help_text=_("As a curator knows it, not as read from the text."),
    )
    subject = models.CharField(
        _("subject"), max_length=8, choices=Subject.choices, default=Subject.UNREAD, db_index=True
    )
    detection_rule = models.CharField(_("decided by"), max_length=80, blank=True, editable=False)
    detection_quote = models.TextField(_("decided by the words"), blank=True, editable=False)
    extractor_version = models.CharField(_("extractor version"), max_length=64, blank=True, editable=False)
    facts_digest = models.CharField(max_length=64, blank=True, editable=False)
    read_at = models.DateTimeField(_("last read"), null=True, blank=True, editable=False)
    told_of = models.ForeignKey(
        "Meeting", models.SET_NULL, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("told of before"),
    )  # fmt: skip
    sort_date = models.DateField(default=UNKNOWN_DAY, editable=False)
    loaded_at = models.DateTimeField(_("loaded"), auto_now_add=True)
    history = HistoricalRecords(excluded_fields=["search_text", "text", "facts_digest", "read_at", "told_of"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Correctable.Meta):
        abstract = False
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ("-sort_date", "-pk")
        indexes = [
            models.Index(fields=("sort_date", "id"), name="meetings_article_order"),
            models.Index(fields=("province", "subject"), name="meetings_article_province"),
        ]
        constraints = [
            *Correctable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(subject__in=("unread", "meeting", "other")), name="meetings_article_subject"
            ),
            models.CheckConstraint(condition=~Q(file_name="") & ~Q(text=""), name="meetings_article_filled"),
        ]

    def __str__(self) -> str:
        return self.title or self.first_line

    @property
    def first_line(self) -> str:
        """The text's first words, where no title is known; the day that a crawl set before them is left out."""
        lines = HEADER.sub("", self.text).splitlines()
        line = next((part.strip() for part in lines if part.strip()), self.file_name)
        return line if len(line) <= 120 else line[:120].rsplit(" ", 1)[0] + " …"

    def words_to_search(self) -> str:
        """Title and text."""
        return f"{self.title}\n{self.text}"

    def refresh_search_text(self) -> None:
        """Brings the words up to date; those of the text are the meeting's, too."""
        self.search_text = index_text(self.title, self.text)

    def derive(self) -> set[str]:
        """Sets the day that lists are ordered by."""
        self.sort_date = self.reported_on or UNKNOWN_DAY
        return {"sort_date"}

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The words that decided what the article is about; the curator's list gives the other fields."""
        if field != "subject":
            return {"rule": "articles.csv"}
        return provenance(self, self.detection_quote, self.detection_rule)

    def get_absolute_url(self) -> str:
        """The page of this article."""
        return address_of("meetings:article_detail", self.pk, ascii_slug(str(self)))
