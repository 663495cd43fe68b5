"""The admin of records that stand on words of an article: the words quoted, and chosen where a person adds a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.desk.forms import RecordForm
from people.desk.passages import MOST, Passage, passage_of
from people.desk.records import STANDING, RecordAdmin

EVIDENCE_FIELDS = ("article", "start", "end", "quote", "rule")
EVIDENCE: Any = (_("Evidence"), {"fields": ("article", ("start", "end"), "rule"), "classes": ("collapse",)})


class EvidencedForm(RecordForm):
    """A record that a person adds may point at the words of an article that it stands on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "quote" in self.fields:
            self.fields["quote"].help_text = _("As they stand in the article; the record is then linked to them.")

    def clean(self) -> dict[str, Any]:
        """Finds the words in the article."""
        cleaned = super().clean()
        if "quote" not in self.fields or not cleaned.get("quote"):
            return cleaned
        article, quote = cleaned.get("article"), cleaned["quote"].strip()
        if article is None:
            self.add_error("article", _("Choose the article in which these words stand."))
            return cleaned
        try:
            self.instance.start = only_place(article.text, quote)
        except ValidationError as error:
            self.add_error("quote", error)
        else:
            self.instance.end = self.instance.start + len(quote)
            cleaned["quote"] = quote
        return cleaned


def only_place(text: str, words: str) -> int:
    """Where `words` begin in `text`; raises `ValidationError` unless they stand there exactly once."""
    times = text.count(words)
    if times == 1:
        return text.index(words)
    if not times:
        raise ValidationError(_("These words do not stand in the article."))
    raise ValidationError(_("These words stand %(times)d times in the article; take more of them.") % {"times": times})


class EvidencedAdmin(RecordAdmin):
    """Base of the admin of `Record` models and citations: `content` are the fields of what was read.

    Evidence is chosen when a person adds a record, and the machine's or settled afterwards.
    """

    form = EvidencedForm
    content: ClassVar[tuple[Any, ...]] = ()
    list_select_related: ClassVar[bool | list[str] | tuple[str, ...]] = ("meeting",)
    list_defer: ClassVar[tuple[str, ...]] = ("meeting__search_text", "quote")
    label_related: ClassVar[tuple[str, ...]] = ("meeting",)
    autocomplete_fields: ClassVar[list[str] | tuple[str, ...]] = ("article", "meeting")
    machine_fields: ClassVar[tuple[str, ...]] = ("meeting",)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What was read; the words it stands on, to be chosen for a new record; how the record stands."""
        if obj is None:
            content = tuple(name for name in self.content if name not in ("order", "same_as"))
            return (
                (None, {"fields": ("meeting", *content)}),
                (_("Evidence, where there is some"), {"fields": ("article", "quote")}),
            )
        return ((None, {"fields": ("meeting", *self.content)}), EVIDENCE, STANDING)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The evidence, too, once the record exists."""
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else (*given, *EVIDENCE_FIELDS)

    def passages(self, record: Any) -> Sequence[Passage]:
        """The record's own words, then those of other articles that say the same."""
        first = passage_of(record)
        retellings: QuerySet[Any] | tuple[()] = ()
        if hasattr(record, "retellings"):
            retellings = record.retellings.published().select_related("article").defer("article__search_text")[:MOST]
        others = (passage_of(row, note=_("Told again:")) for row in retellings)
        return [passage for passage in (first, *others) if passage is not None]
