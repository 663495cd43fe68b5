"""Reports: what ties meetings to the articles that tell of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.articles import Article
from meetings.models.meetings import Meeting


class Report(models.Model):
    """That an article tells of a meeting: the words that say so, and by field what this article says of the meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="reports", verbose_name=_("meeting"))
    article = models.ForeignKey(Article, models.PROTECT, related_name="reports", verbose_name=_("article"))
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("character after the last"))
    quote = models.TextField(_("words"))
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    reading = models.JSONField(
        _("what this article says"), default=dict, help_text=_("By field: value, first and last character, rule.")
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ("article", "pk")
        constraints = [
            models.UniqueConstraint(fields=("article",), name="meetings_report_one_meeting_per_article"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="meetings_report_span"),
        ]

    def __str__(self) -> str:
        return f"{self.article} → {self.meeting}"
