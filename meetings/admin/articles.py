"""The admin of articles: the text as loaded, to be read only; what the curator's list says, to be set right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from meetings.models import Article
from people.desk.filters import ProvinceFilter
from people.desk.readings import Quote
from people.desk.records import STANDING, RecordAdmin


@admin.register(Article)
class ArticleAdmin(RecordAdmin):
    list_display = ("title_or_file", "standing", "publisher", "reported_on", "province", "subject")
    list_select_related = ("province",)
    list_defer = ("text", "search_text")
    list_filter = ("subject", ("province", ProvinceFilter), *RecordAdmin.record_filters)
    date_hierarchy = "reported_on"
    search_fields = ("search_text", "file_name")
    search_help_text = _("Words of the title or text, with or without accents, or the name of the file.")
    autocomplete_fields = ("province",)
    readonly_fields = (
        "file_name", "sha256", "full_text", "detection_rule", "detection_quote", "extractor_version", "loaded_at",
    )  # fmt: skip
    # What was printed was printed: that it tells of no meeting is said by its subject.
    can_be_rejected = False
    reader = _("The list or the machine said:")
    fieldsets = (
        (None, {"fields": ("title", "publisher", "url", "reported_on", "province", "subject")}),
        (_("Text"), {"fields": ("full_text",)}),
        (_("As loaded and read"), {
            "fields": ("file_name", "sha256", "loaded_at", "extractor_version", "detection_rule", "detection_quote"),
            "classes": ("collapse",),
        }),
        STANDING,
    )  # fmt: skip

    @admin.display(description=_("article"), ordering="title")
    def title_or_file(self, record: Article) -> str:
        """The title, or the file's name: the text is not fetched for a list."""
        return record.title or record.file_name

    def action_checkbox(self, obj: Article) -> SafeString:
        """The box of a row, whose label must not fetch the text either."""
        said = _("Choose %(record)s") % {"record": self.title_or_file(obj)}
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, said)

    @admin.display(description=_("text"))
    def full_text(self, record: Article) -> SafeString:
        """The text in a box of its own."""
        return format_html('<div class="article-text" tabindex="0">{}</div>', record.text)

    def quotes(self, record: Article) -> Mapping[str, Sequence[Quote]]:
        """The words that decided what the article is about."""
        if not record.detection_quote:
            return {}
        return {"subject": [Quote(record.detection_quote, record.get_absolute_url(), record.detection_rule)]}

    def label(self, record: Any) -> str:
        """Title and file."""
        return f"{record} ({record.file_name})"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come from files, by `load_articles`, which reads them, too."""
        return False
