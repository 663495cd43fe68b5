"""Figures of one indicator, period and status that two articles on a meeting give differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any

from meetings.models import Target
from meetings.review.kinds import STANDING
from people.corrections import State, as_json
from people.names import fold

Figure = tuple[Any, ...]


def differing(targets: Iterable[Target]) -> dict[int, list[Target]]:
    """By key of the figure told last, all figures of its group, in their order; only groups that do not agree
    and that nobody has confirmed as a whole.

    `targets` are all figures of some meetings. Figures of one article alone never differ: they are of different things
    under one name. Units of one base compare by it: 1,2 nghìn tỷ đồng is 1.200 tỷ đồng.
    """
    groups: dict[Hashable, list[Target]] = defaultdict(list)
    for target in targets:
        if target.state in STANDING and target.same_as_id is None and target.article_id is not None:
            groups[_group(target)].append(target)
    found = {}
    for group in groups.values():
        told_by_article: dict[Any, set[Figure]] = defaultdict(set)
        for target in group:
            told_by_article[target.article_id].add(_value(target))
        settled = all(target.state == State.CONFIRMED for target in group)
        if not settled and len(told_by_article) > 1 and len(set().union(*told_by_article.values())) > 1:
            last = max(group, key=lambda target: target.pk)
            found[last.pk] = sorted(group, key=lambda target: target.pk)
    return found


def told(target: Target) -> dict[str, Any]:
    """The figure as the queue keeps it: key, value, upper value, unit and article."""
    return {
        "pk": target.pk,
        "value": as_json(target.value),
        "value_high": as_json(target.value_high),
        "unit": target.unit,
        "article": target.article_id,
    }


def _group(target: Target) -> Hashable:
    metric = fold(target.canonical_metric or target.metric)
    return (target.meeting_id, metric, target.period, target.status, target.base_unit or fold(target.unit))


def _value(target: Target) -> Figure:
    factor = target.factor if target.base_unit and target.factor is not None else 1
    figures = (target.value, target.value_high, target.of_total)
    return tuple(None if figure is None else figure * factor for figure in figures)
