"""How many items wait by reason, kind and province: asked for once, by an index alone, and added up as filters want."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count

from meetings.review.filters import NONE, Filters
from meetings.review.queue import waiting

_NAMES = ("reason", "kind", "province")


class Counts:
    """The items that `user` can settle, of the articles that are filtered for, if any."""

    def __init__(self, user: User, filters: Filters) -> None:
        """Asks: one query, whose answer has at most a row for each reason, kind and province."""
        rows = waiting(user, Filters(article=filters.article, words=filters.words)).order_by()
        self._groups = list(rows.values_list(*_NAMES).annotate(n=Count("*")))
        self._filters = filters

    def by(self, name: str) -> Counter[Any]:
        """Items by the values of one filter, as the others leave them; provinces by their key, None for none."""
        others = replace(self._filters, **{name: ""})
        place, counts = _NAMES.index(name), Counter[Any]()
        for *values, count in self._groups:
            if all(_fits(getattr(others, of), value) for of, value in zip(_NAMES, values, strict=True)):
                counts[values[place]] += count
        return counts


def _fits(wanted: str, value: Any) -> bool:
    return not wanted or wanted == (NONE if value is None else str(value))
