"""What waits about one article's records, and who is at it: the queue as the article's page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property

from meetings.marks import key_of
from meetings.models import Article, ReviewItem
from meetings.review.article.cards import Part
from meetings.review.queue import Filters, as_printed, holder, may_act, renew, waiting
from meetings.review.reasons import REASONS
from meetings.review.sentences import why


class Waits:
    """The items about `article` that `user` can settle; `query` has the filters and the `item` that one came by."""

    FILTERS: ClassVar[tuple[str, ...]] = tuple(field.name for field in fields(Filters))

    def __init__(self, article: Article, user: Any, query: Any) -> None:
        self.article = article
        self.user = user
        self.filters = Filters.read(query)
        self.asked = query.get("item", "")

    def again(self) -> Waits:
        """The same, asked anew after something was done."""
        return Waits(self.article, self.user, {**self.filters.values(), "item": self.asked})

    @cached_property
    def items(self) -> list[ReviewItem]:
        """All of them, the most urgent first."""
        return list(waiting(self.user).filter(article=self.article).select_related("content_type"))

    @cached_property
    def item(self) -> ReviewItem | None:
        """The one that the reviewer came by, as long as it waits; the first one otherwise."""
        named = next((item for item in self.items if str(item.pk) == self.asked), None)
        return named or (self.items[0] if self.items else None)

    @property
    def key(self) -> str:
        """The name of the record that the item is about."""
        return f"{self.item.kind}-{self.item.object_id}" if self.item else ""

    @cached_property
    def held_by(self) -> Any:
        """Who else is at the article; it is held for `user` where nobody is."""
        if self.item is None or renew(self.item, self.user):
            return None
        return holder(self.item)

    def tell(self, parts: Iterable[Part]) -> None:
        """Says on each part what waits about its record."""
        about: dict[str, list[ReviewItem]] = {}
        for item in self.items:
            about.setdefault(f"{item.kind}-{item.object_id}", []).append(item)
        for part in parts:
            for item in about.get(key_of(part.record), ()):
                part.why.append(why(item))
                if REASONS[item.reason].as_printed:
                    part.as_printed = item.pk

    def as_printed(self, key: str) -> None:
        """Says that what the item of that key doubts is as it is printed."""
        item = next((item for item in self.items if str(item.pk) == key), None)
        if item is None:
            return  # settled meanwhile
        if not may_act(self.user, item):
            raise PermissionDenied
        as_printed(item, self.user)
