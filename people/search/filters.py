"""The search box as a filter: takes whatever is typed, and says so where it could not be followed."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.search.lookup import by_key_where_few, search
from people.search.words import MOST_WORDS, Query, parse

LONGEST_TYPED = 200  # by hand; what comes by another way may be longer


class TypedField(forms.CharField):
    """A line of text in which control characters are blanks: nobody types them, and no database wants them."""

    widget = forms.SearchInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})
        self.widget.attrs |= {"maxlength": LONGEST_TYPED, "autocomplete": "off"}

    def to_python(self, value: Any) -> str:
        """The text with single blanks."""
        printable = "".join(c if c.isprintable() else " " for c in str(value or ""))
        return " ".join(printable.split())


class SearchFilter(django_filters.Filter):
    """Rows that have every word typed, accents or none, in the search text that `field_name` leads to."""

    field_class = TypedField

    def __init__(self, field_name: str = "search_text", **kwargs: Any) -> None:
        super().__init__(field_name, **{"label": gettext_lazy("Words"), **kwargs})

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows found; all rows where nothing that could be searched for was typed."""
        return search(queryset, value, self.field_name)

    def asked_of_texts(self, value: str) -> Query | None:
        """What rows are asked for, where nothing but the words of their own texts decides; else None."""
        plain = type(self).filter is SearchFilter.filter and self.field_name == "search_text"
        return parse(value) or None if plain else None

    def by_key_where_few(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows of a queryset that was filtered so; of texts of their own, few are found by their keys."""
        own = self.field_name == "search_text" and not self.means_nothing(value)
        return by_key_where_few(queryset, value) if own else queryset

    def means_nothing(self, value: str) -> bool:
        """Whether there is no word in what was typed, so that it filters nothing."""
        return not parse(value)

    def notices_on(self, value: str) -> list[str]:
        """What the reader should know about how `value` was understood."""
        query = parse(value)
        if value and not query:
            return [_("There is no word to search for in what you typed, so everything is shown.")]
        if query.cut:
            return [_("Only the first %(count)s words were searched for.") % {"count": MOST_WORDS}]
        return []
