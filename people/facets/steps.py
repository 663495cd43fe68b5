"""Where a list is empty: which filter or word could be dropped, and how much would then be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict

if TYPE_CHECKING:
    from people.facets.filterset import FacetedFilterSet

MOST = 6  # steps of one kind: each is a question to the database
WORDS = "q"


@dataclass(frozen=True)
class Step:
    """A page on which `count` rows are found; `label` names the filter that it drops, or is empty for other words."""

    label: str
    value: str
    url: str
    count: int


@dataclass(frozen=True)
class NextSteps:
    """What leads out of an empty list; nothing that leads to another one."""

    without_a_filter: list[Step]
    without_a_word: list[Step]
    all_rows: int


def next_steps(filters: FacetedFilterSet) -> NextSteps:
    """The steps, those that find most first."""
    dropped = (
        Step(active.label, active.value, active.url, _count(filters, active.url)) for active in filters.active[:MOST]
    )
    return NextSteps(_best(dropped), _best(_shorter(filters)), filters.queryset.count())


def _shorter(filters: FacetedFilterSet) -> Iterable[Step]:
    words = str(filters.cleaned.get(WORDS) or "").split()
    if len(words) < 2:
        return
    for text in dict.fromkeys(" ".join(words[:n] + words[n + 1 :]) for n in range(min(len(words), MOST))):
        url = filters.url(**{WORDS: [text]})
        yield Step("", text, url, _count(filters, url))


def _count(filters: FacetedFilterSet, url: str) -> int:
    other = type(filters)(QueryDict(url.removeprefix("?")), queryset=filters.queryset, request=filters.request)
    if filters.stock is None:
        return int(other.qs.count())
    other.choose_from(filters.stock)
    return len(other.rows())


def _best(steps: Iterable[Step]) -> list[Step]:
    return sorted((step for step in steps if step.count), key=lambda step: -step.count)
