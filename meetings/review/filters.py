"""What a person wants to see of the queue; its whole state is a query string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from django.db.models import Q

from meetings.models import Article
from meetings.review.kinds import BY_NAME
from meetings.review.reasons import REASONS
from people.search import parse, search

NONE = "none"
_LONGEST = 200


@dataclass(frozen=True)
class Filters:
    """By province (key, or "none" for items without one), kind of record, article (key) and reason; empty is all.

    `words` are words of the article or of its file's name, with or without accents.
    """

    province: str = ""
    kind: str = ""
    article: str = ""
    reason: str = ""
    words: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Filters:
        """The filters of a query string or form; a value that makes no sense is as good as none."""
        known = {
            "province": lambda value: value == NONE or _is_key(value),
            "kind": BY_NAME.__contains__,
            "article": _is_key,
            "reason": REASONS.__contains__,
            "words": lambda value: bool(parse(value)),
        }
        values = {name: " ".join(query.get(name, "").replace("\x00", "").split())[:_LONGEST] for name in known}
        return cls(**{name: value if known[name](value) else "" for name, value in values.items()})

    def condition(self) -> Q:
        """The condition on items."""
        condition = Q()
        if self.province:
            condition &= Q(province__isnull=True) if self.province == NONE else Q(province=int(self.province))
        if self.kind:
            condition &= Q(kind=self.kind)
        if self.article:
            condition &= Q(article=int(self.article))
        if self.words:
            articles = Article.objects.order_by()
            found = search(articles, self.words).values("pk")
            condition &= Q(article__in=found) | Q(article__in=articles.filter(file_name__icontains=self.words))
        return condition & Q(reason=self.reason) if self.reason else condition

    def values(self) -> dict[str, str]:
        """Those that are set, by parameter."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}

    def query(self, **changes: str) -> str:
        """The query string, with "?", of these filters with `changes`; empty where nothing is filtered."""
        values = replace(self, **changes).values()
        return f"?{urlencode(values)}" if values else ""


def _is_key(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 19
