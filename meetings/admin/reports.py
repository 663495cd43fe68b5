"""The admin of reports: that an article tells of a meeting, and what it says of it, field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting, Report
from meetings.readings import readings_of
from people.desk.base import ReadOnlyAdmin
from people.desk.filters import ProvinceFilter
from people.desk.inlines import CompactInline
from people.desk.passages import MOST
from people.desk.readings import Quote


def quotes_of(meeting: Meeting) -> Mapping[str, Sequence[Quote]]:
    """By field of the meeting, the words that the first `MOST` articles say it in."""
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for report in meeting.reports.select_related("article").defer("article__search_text")[:MOST]:
        page = report.article.get_absolute_url()
        for field, read in report.reading.items():
            if field in Meeting.correctable_fields and read.get("start") is not None:
                words = report.article.text[read["start"] : read["end"]]
                quotes[field].append(Quote(words, f"{page}#w-{field}-{report.pk}", read.get("rule", "")))
    return quotes


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    list_display = ("article", "meeting", "rule")
    list_select_related = ("article", "meeting")
    list_defer = ("article__search_text", "meeting__search_text", "reading", "quote")
    list_filter = (("meeting__province", ProvinceFilter), "rule")
    search_fields = ("article__search_text", "meeting__search_text")
    fields = ("meeting", "article", "words", "rule", "what_it_says")
    readonly_fields = ("words", "what_it_says")

    @admin.display(description=_("words"))
    def words(self, record: Report) -> SafeString:
        """The words in quotation marks."""
        return format_html("<q>{}</q>", record.quote)

    @admin.display(description=_("what this article says"))
    def what_it_says(self, record: Report) -> SafeString:
        """Each field with its words and the rule that read them."""
        rows = ((reading.label, reading.words, reading.rule) for reading in readings_of(record))
        body = format_html_join("", '<tr><th scope="row">{}</th><td><q>{}</q></td><td><code>{}</code></td></tr>', rows)
        return format_html("<table>{}</table>", body)


class ReportList(CompactInline):
    """The articles that report a meeting."""

    model = Report
    fields = ("rule",)
    related = ("article",)
    unneeded = ("article__search_text",)
