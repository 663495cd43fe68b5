"""Indicators to choose from: those that most figures are of, with how many provinces told of them, and for when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from meetings.models import Target
from people.search import search
from people.search.words import folded_words

MOST = 40  # offered at once
WORDS_TO_DROP = 5  # of a query that finds nothing


@dataclass(frozen=True)
class Indicator:
    """An indicator as it may be chosen; `first` and `last` are years, None where no figure states one."""

    name: str
    figures: int
    provinces: int
    first: int | None
    last: int | None


def indicators(figures: QuerySet[Target], typed: str = "") -> tuple[list[Indicator], bool]:
    """The indicators of `figures`, those whose very name has the words `typed` first; and whether there are more."""
    grouped = figures.order_by().values("canonical_metric").annotate(figures=Count("*"))
    counts = {
        row["canonical_metric"]: row["figures"] for row in grouped.order_by("-figures", "canonical_metric")[: MOST + 1]
    }
    chosen = list(counts)[:MOST]
    asked = folded_words(typed)
    chosen.sort(key=lambda name: not _names(name, asked))
    about = {row["canonical_metric"]: row for row in _about(figures, chosen)}
    found = [
        Indicator(name, counts[name], about[name]["provinces"], about[name]["first"], about[name]["last"])
        for name in chosen
    ]
    return found, len(counts) > MOST


def without_a_word(figures: QuerySet[Target], typed: str) -> list[tuple[str, int]]:
    """What is typed less one of its words, and how many figures that finds: most first, nothing that finds nothing."""
    words = typed.split()
    if len(words) < 2:
        return []
    shorter = dict.fromkeys(" ".join(words[:n] + words[n + 1 :]) for n in range(min(len(words), WORDS_TO_DROP)))
    counted = [(text, search(figures, text).count()) for text in shorter]
    return sorted((found for found in counted if found[1]), key=lambda found: -found[1])


def _names(name: str, asked: list[str]) -> bool:
    words = folded_words(name)
    return all(any(word.startswith(part) for word in words) for part in asked)


def _about(figures: QuerySet[Target], names: list[str]) -> QuerySet[Any]:
    grouped = figures.filter(canonical_metric__in=names).order_by().values("canonical_metric")
    return grouped.annotate(provinces=Count("meeting__province", distinct=True), first=Min("year"), last=Max("year"))
