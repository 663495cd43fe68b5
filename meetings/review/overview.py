"""What the queue's page shows: how much waits, how long it takes, what to choose from, and the first items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from meetings.models import Article, ReviewClaim, ReviewItem
from meetings.review.counting import Counts
from meetings.review.filters import NONE, Filters
from meetings.review.kinds import BY_NAME
from meetings.review.queue import waiting
from meetings.review.reasons import REASONS
from meetings.review.sentences import why
from meetings.review.timing import Estimate, estimate_of
from meetings.review.worked_at import address_of
from people.models import Province

# So many of the first items are listed: enough to see what it is about, the rest comes one by one.
LISTED = 20


@dataclass(frozen=True)
class Choice:
    """A value of a filter with the items that it would leave; `query` chooses it, or takes it back if `chosen`."""

    value: str
    label: str | Promise
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Line:
    """An item as it is listed. `held_by` is who is at it now, if that is somebody else."""

    item: ReviewItem
    kind: str
    label: str | Promise
    why: str
    url: str
    held_by: str
    quote: str


@dataclass(frozen=True)
class Overview:
    """All that the page shows."""

    filters: Filters
    estimate: Estimate
    reasons: list[Choice]
    kinds: list[Choice]
    provinces: list[Choice]
    article: Article | None
    lines: list[Line]


def overview(user: User, filters: Filters) -> Overview:
    """What waits for `user`, a fixed number of queries over the queue alone."""
    counts = Counts(user, filters)
    by_kind, by_province = counts.by("kind"), counts.by("province")
    estimate, reasons = _head(counts, filters)
    shown = {*by_province} - {None} | ({int(filters.province)} if filters.province.isdecimal() else set())
    names = Province.objects.filter(pk__in=shown).order_by("slug").values_list("pk", "name")
    provinces = [(str(pk), name, by_province[pk]) for pk, name in names]
    provinces.append((NONE, _("Province unknown"), by_province[None]))
    kinds = [(name, capfirst(kind.model._meta.verbose_name), by_kind[name]) for name, kind in BY_NAME.items()]
    return Overview(
        filters=filters,
        estimate=estimate,
        reasons=reasons,
        kinds=_choices(filters, "kind", kinds),
        provinces=_choices(filters, "province", provinces),
        article=_article(filters),
        lines=_lines(waiting(user, filters), user),
    )


def head(user: User, filters: Filters) -> tuple[Estimate, list[Choice]]:
    """How long what waits takes, and the reasons to choose from; two queries."""
    return _head(Counts(user, filters), filters)


def _head(found: Counts, filters: Filters) -> tuple[Estimate, list[Choice]]:
    counts = found.by("reason")
    chosen = {filters.reason: counts[filters.reason]} if filters.reason else counts
    choices = _choices(filters, "reason", [(name, r.label, counts[name]) for name, r in REASONS.items()])
    return estimate_of(Counter(chosen)), choices


def _article(filters: Filters) -> Article | None:
    return Article.objects.defer("text", "search_text").filter(pk=filters.article).first() if filters.article else None


def _choices(filters: Filters, name: str, values: Iterable[tuple[str, Any, int]]) -> list[Choice]:
    present = getattr(filters, name)
    return [
        Choice(value, label, count, value == present, filters.query(**{name: "" if value == present else value}))
        for value, label, count in values
        if count or value == present
    ]


def _lines(rows: QuerySet[ReviewItem], user: User) -> list[Line]:
    related = rows.select_related("article", "meeting", "province", "content_type")
    lean = related.defer("article__text", "article__search_text", "meeting__search_text")
    items = list(lean[:LISTED])
    claims = ReviewClaim.objects.filter(place__in={item.place for item in items}, until__gt=timezone.now())
    held = {claim.place: str(claim.user) for claim in claims.exclude(user=user).select_related("user")}
    return [
        Line(
            item,
            capfirst(str(BY_NAME[item.kind].model._meta.verbose_name)),
            REASONS[item.reason].label,
            why(item),
            address_of(item),
            held.get(item.place, ""),
            _quote(item),
        )
        for item in items
    ]


def _quote(item: ReviewItem) -> str:
    """The words that the record was read from, unless they only repeat what it is called."""
    quote, what = item.detail.get("quote", ""), item.detail.get("what", "")
    return "" if quote.startswith(what.removesuffix(" …")) or quote in what else quote
