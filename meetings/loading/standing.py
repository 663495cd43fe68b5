"""How many records stand that a run had no reason to read again."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from meetings.loading.changes import PATHS
from meetings.reconcile import Tally
from people.corrections import State
from people.desk.corrected import corrected

_AT_A_TIME = 500


def count_standing(articles: Sequence[int]) -> Tally:
    """The records of articles (by key) that a reading would find again: unchanged, or kept as people have spoken."""
    tally = Tally()
    for start in range(0, len(articles), _AT_A_TIME):
        some = articles[start : start + _AT_A_TIME]
        for model, path in PATHS:
            standing = model.objects.filter(**{f"{path}__in": some}).exclude(state=State.WITHDRAWN)
            spoken = Q(state__in=(State.CONFIRMED, State.REJECTED)) | Q(extracted={}) | corrected(model)
            kept = standing.filter(spoken).values("pk").distinct().count()
            tally.kept += kept
            tally.unchanged += standing.values("pk").distinct().count() - kept
    return tally
