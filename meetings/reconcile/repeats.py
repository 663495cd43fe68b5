"""One task told at several meetings: rules link it to the likeliest earlier telling, people have the last word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from django.db import transaction
from django.db.models import Q

from meetings.models import Directive, Repetition, TaskJudgement
from meetings.reconcile.chains import Chains
from meetings.reconcile.locking import while_linking
from meetings.reconcile.told import Told, likeness, near, present, told

# By task, the earlier one that it repeats and how much of their words is the same, in percent.
Links = dict[int, tuple[int, int | None]]


@transaction.atomic(savepoint=False)
def settle_repeats(keys: Iterable[int]) -> None:
    """Brings the chains of these directives, and of those alike to them, in line with what stands and what was said.

    What is linked depends on what the database holds, not on the order in which it came there. What a person told apart
    is in no chain together, even where a third task is like both; what a person called the same is always in one.
    """
    asked = set(keys)
    if not asked:
        return
    while_linking()
    tasks = told(present(asked))
    alike = _alike(tasks, near(tasks))
    members = _with_chains(asked | alike)
    if not alike and members == asked and not _linked(asked):
        return
    tasks = told(present(members))
    others = near(tasks)
    scope = _with_chains(members | _alike(tasks, others))
    standing = {pk: (day, meeting, pk) for pk, day, meeting in _days(scope)}
    said = _said(scope)
    chains = Chains((one, other) for one, other, same in said if not same)
    for one, other, same in said:
        if same and one in standing and other in standing:
            chains.join(one, other)
    links = _stored(scope - members, standing, chains)
    links |= _link(tasks, others, chains)
    wanted: dict[int, tuple[int, int | None, int | None]] = {}
    for chain in chains.all():
        first = min(chain, key=lambda pk: standing[pk])
        wanted |= {pk: (first, *links.get(pk, (None, None))) for pk in chain}
    _write(scope, wanted)


def _by_agency(tasks: Iterable[Told]) -> dict[Hashable, list[Told]]:
    given = defaultdict(list)
    for task in tasks:
        for agency in task.agencies:
            given[agency].append(task)
    return given


def _alike(tasks: Sequence[Told], others: Sequence[Told]) -> set[int]:
    """The keys of those of `others` that are alike one of `tasks`."""
    given = _by_agency(others)
    met = {(task, other) for task in tasks for agency in task.agencies for other in given[agency]}
    return {other.pk for task, other in met if likeness(task, other)}


def _link(tasks: Sequence[Told], others: Sequence[Told], chains: Chains) -> Links:
    """Links each task, the earliest first, to the earlier one that is likest to it, or the last of these."""
    given, links = _by_agency(others), Links()
    for task in sorted(tasks, key=lambda task: task.place):
        earlier = {other for agency in task.agencies for other in given[agency] if other.day < task.day}
        ranked = sorted(((likeness(task, other), other.place) for other in earlier), reverse=True)
        for percent, (_, pk) in ranked:
            if percent and chains.may_join(task.pk, pk):
                chains.join(task.pk, pk)
                links[task.pk] = pk, percent
                break
    return links


def _with_chains(keys: set[int]) -> set[int]:
    """The keys with those of their chains, and of what people said is the same, however far that leads."""
    while True:
        chains = Repetition.objects.filter(directive__in=keys).values("chain")
        grown = keys | set(Repetition.objects.filter(chain__in=chains).values_list("directive", flat=True))
        grown |= {key for one, other, same in _said(keys) if same for key in (one, other)}
        if grown == keys:
            return keys
        keys = grown


def _linked(keys: set[int]) -> bool:
    return bool(_said(keys)) or Repetition.objects.filter(directive__in=keys).exists()


def _said(keys: Iterable[int]) -> list[tuple[int, int, bool]]:
    """What people said of two tasks of which one is among `keys`; a retelling is what it retells."""
    keys = set(keys)
    of = Q(first__in=keys) | Q(second__in=keys) | Q(first__same_as__in=keys) | Q(second__same_as__in=keys)
    rows = TaskJudgement.objects.filter(of).order_by("pk")
    told_of = rows.values_list("first", "first__same_as", "second", "second__same_as", "same")
    pairs = ((retold or first, again or second, same) for first, retold, second, again, same in told_of)
    return [pair for pair in pairs if pair[0] != pair[1]]


def _days(keys: set[int]) -> Iterable[tuple[int, object, int]]:
    return present(keys).values_list("pk", "meeting__sort_date", "meeting")


def _stored(keys: set[int], standing: Iterable[int], chains: Chains) -> Links:
    """The links of tasks that are not linked anew, joined in `chains`."""
    rows = Repetition.objects.filter(directive__in=keys & set(standing), earlier__in=standing)
    links: Links = {}
    for pk, earlier, percent in rows.order_by("pk").values_list("directive", "earlier", "likeness"):
        if chains.may_join(pk, earlier):
            chains.join(pk, earlier)
            links[pk] = earlier, percent
    return links


def _write(scope: set[int], wanted: dict[int, tuple[int, int | None, int | None]]) -> None:
    stored = {row.pk: row for row in Repetition.objects.filter(directive__in=scope)}
    Repetition.objects.filter(directive__in=stored.keys() - wanted.keys()).delete()
    new, changed = [], []
    for pk, (chain, earlier, percent) in sorted(wanted.items()):
        row = stored.get(pk)
        if row is None:
            new.append(Repetition(directive_id=pk, chain=chain, earlier_id=earlier, likeness=percent))
        elif (row.chain, row.earlier_id, row.likeness) != (chain, earlier, percent):
            row.chain, row.earlier_id, row.likeness = chain, earlier, percent
            changed.append(row)
    Repetition.objects.bulk_create(new)
    Repetition.objects.bulk_update(changed, ["chain", "earlier", "likeness"], batch_size=200)


def settle_of(meetings: Iterable[int], article: int) -> None:
    """Settles the tasks of these meetings, and those read from the article."""
    rows = Directive.objects.filter(Q(meeting__in=set(meetings)) | Q(article=article)).order_by()
    settle_repeats(rows.values_list("pk", flat=True))
