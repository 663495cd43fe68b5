"""A person's word on two tasks of different meetings: the same task, or not; it outlives every reading."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from meetings.models import Directive, Repetition, TaskJudgement
from meetings.models.repetitions import LONGEST_REASON
from meetings.reconcile.locking import while_linking
from meetings.reconcile.repeats import settle_repeats


class Contradiction(ValueError):
    """What was said cannot be, or not together with what was said before; the message tells why."""


@transaction.atomic
def judge(one: Directive, other: Directive, *, same: bool, by: Any, reason: str = "") -> TaskJudgement:
    """Keeps the word, in the place of what was said of the two before, and settles their chains.

    A retelling stands for what it retells. Raises `Contradiction` for two tasks of one meeting, and for tasks that are
    called the same while somebody told apart what would then be one chain.
    """
    while_linking()
    first, second = sorted((_first_telling(one), _first_telling(other)), key=lambda task: task.pk)
    if first.meeting_id == second.meeting_id:
        raise Contradiction(_("Both were given at one meeting: choose tasks of two meetings."))
    if same:
        _refuse_contradiction(first, second)
    said = {"same": same, "reason": reason[:LONGEST_REASON], "by": by}
    judgement, _created = TaskJudgement.objects.update_or_create(first=first, second=second, defaults=said)
    settle_repeats([first.pk, second.pk])
    return judgement


@transaction.atomic
def take_back(judgement: TaskJudgement) -> None:
    """Leaves it to the rules again whether the two are one task."""
    while_linking()
    keys = [judgement.first_id, judgement.second_id]
    chains = Repetition.objects.filter(directive__in=keys).values("chain")
    together = list(Repetition.objects.filter(chain__in=chains).values_list("directive", flat=True))
    judgement.delete()
    settle_repeats([*keys, *together])


def _first_telling(task: Directive) -> Directive:
    return Directive.objects.get(pk=task.same_as_id) if task.same_as_id else task


def _refuse_contradiction(first: Directive, second: Directive) -> None:
    mine, theirs = _together(first), _together(second)
    for apart in TaskJudgement.of(*mine).filter(same=False).select_related("first", "second"):
        pair = {apart.first_id, apart.second_id}
        if pair & mine and pair & theirs and pair != {first.pk, second.pk}:
            told = {"one": apart.first, "other": apart.second}
            raise Contradiction(_("Somebody said that these are not the same: “%(one)s” and “%(other)s”.") % told)


def _together(task: Directive) -> set[int]:
    """The tasks that are one with this one by people's words, however far these lead."""
    found = {task.pk}
    while True:
        pairs = TaskJudgement.of(*found).filter(same=True).values_list("first", "second")
        grown = found.union(*pairs)
        if grown == found:
            return found
        found = grown
