"""One task told at several meetings: rules link it to the likeliest earlier telling, people have the last word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q

from meetings.models import Directive, Repetition, TaskJudgement
from meetings.reconcile.chains import Chains
from meetings.reconcile.likes import Likes
from meetings.reconcile.locking import while_linking
from meetings.reconcile.near import near
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.told import Told, present, told

# By task, the earlier one that it repeats and how much of their words is the same, in percent.
Links = dict[int, tuple[int, int | None]]
# By task that stands: the day of its meeting, the meeting, and the task itself.
Standing = dict[int, tuple[date, int, int]]


@transaction.atomic(savepoint=False)
def settle_repeats(keys: Iterable[int], *, held: bool = False) -> None:
    """Brings the chains of these directives, and of those alike to them, in line with what stands and what was said.

    What is linked depends on what the database holds, not on the order in which it came there. What a person told apart
    is in no chain together, even where a third task is like both; what a person called the same is always in one.
    `held`: whoever calls holds the provinces of these tasks.
    """
    asked = set(keys)
    if not asked:
        return
    while_linking(beside_others=held)
    tasks = told(present(asked))
    likes = Likes(tasks, near(tasks))
    alike = {task.pk for task in likes}
    linked = _linked(asked)
    if not alike and not linked:
        return
    scope = _with_chains(asked | alike)
    said = _said(scope)
    if linked or not all(same for _, _, same in said):
        _link_anew(scope)
    else:
        _add(tasks, likes, scope, said)


def _link_anew(members: set[int]) -> None:
    """Links each of these tasks, which are whole chains, to what it is likest to now."""
    tasks = told(present(members))
    likes = Likes(tasks, near(tasks))
    scope = _with_chains(members | {task.pk for task in likes})
    said = _said(scope)
    standing = _standing(scope)
    chains = Chains((one, other) for one, other, same in said if not same)
    _join_said(said, standing, chains)
    links = Links()
    for pk, link in _stored(scope - members, standing).items():
        if chains.may_join(pk, link[0]):
            chains.join(pk, link[0])
            links[pk] = link
    _write(scope, chains, links | _link(tasks, likes, chains), standing)


def _add(tasks: Sequence[Told], likes: Likes, scope: set[int], said: Sequence[tuple[int, int, bool]]) -> None:
    """Links new tasks, to which nothing leads yet, among those that they are like, of which nobody told two apart.

    What stands keeps its link, unless a new task is likelier; so nothing has to be compared but the new ones.
    """
    standing = _standing(scope)
    chains = Chains(())
    _join_said(said, standing, chains)
    new = {task.pk for task in tasks}
    links = _stored(scope - new, standing)
    for task in likes:
        if task.pk not in new and (ranked := _ranked(task, likes)):
            percent, place = ranked[0]
            before, likest = links.get(task.pk, (0, None))
            if likest is None or (percent, place) > (likest, (standing[before][0], before)):
                links[task.pk] = place[1], percent
    for pk, (earlier, _) in links.items():
        chains.join(pk, earlier)
    _write(scope, chains, links | _link(tasks, likes, chains), standing)


def _link(tasks: Sequence[Told], likes: Likes, chains: Chains) -> Links:
    """Links each task, the earliest first, to the earlier one that is likest to it, or the last of these."""
    links = Links()
    for task in sorted(tasks, key=lambda task: task.place):
        for percent, (_, pk) in _ranked(task, likes):
            if chains.may_join(task.pk, pk):
                chains.join(task.pk, pk)
                links[task.pk] = pk, percent
                break
    return links


def _ranked(task: Told, likes: Likes) -> list[tuple[int, tuple[date, int]]]:
    """The earlier tasks that it may repeat, by likeness in percent and place in time, the likest and last first."""
    earlier = ((percent, other.place) for other, percent in likes.of(task).items() if other.day < task.day)
    return sorted(earlier, reverse=True)


def _join_said(said: Iterable[tuple[int, int, bool]], standing: Standing, chains: Chains) -> None:
    for one, other, same in said:
        if same and one in standing and other in standing:
            chains.join(one, other)


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
    if not TaskJudgement.objects.exists():
        return []  # as in most archives: the condition is long
    of = Q(first__in=keys) | Q(second__in=keys) | Q(first__same_as__in=keys) | Q(second__same_as__in=keys)
    rows = TaskJudgement.objects.filter(of).order_by("pk")
    told_of = rows.values_list("first", "first__same_as", "second", "second__same_as", "same")
    pairs = ((retold or first, again or second, same) for first, retold, second, again, same in told_of)
    return [pair for pair in pairs if pair[0] != pair[1]]


def _standing(keys: set[int]) -> Standing:
    rows = present(keys).values_list("pk", "meeting__sort_date", "meeting")
    return {pk: (day, meeting, pk) for pk, day, meeting in rows}


def _stored(keys: set[int], standing: Standing) -> Links:
    """The links of tasks that are not linked anew."""
    rows = Repetition.objects.filter(directive__in=keys & set(standing), earlier__in=standing).order_by("pk")
    return {
        pk: (earlier, percent)
        for pk, earlier, percent in rows.values_list("directive", "earlier", "likeness")
        if earlier
    }


def _write(scope: set[int], chains: Chains, links: Links, standing: Standing) -> None:
    wanted: dict[int, tuple[int, int | None, int | None]] = {}
    for members in chains.all():
        first = min(members, key=lambda pk: standing[pk])
        wanted |= {pk: (first, *links.get(pk, (None, None))) for pk in members}
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
    rewrite(Repetition, changed, ["chain", "earlier", "likeness"])


def tasks_of(meetings: Iterable[int], articles: Iterable[int]) -> dict[int, Told]:
    """The tasks of these meetings, and those read from the articles, by their keys."""
    return {task.pk: task for task in told(present().filter(_of(meetings, articles)))}


def settle_of(
    meetings: Iterable[int], articles: Iterable[int], before: Mapping[int, Told] | None, *, held: bool
) -> None:
    """Settles the tasks of these meetings, and those read from the articles (as `settle_repeats`).

    `before`: they were linked as they were then, so that only those that are others now are compared.
    """
    if before is None:
        keys = set(Directive.objects.filter(_of(meetings, articles)).order_by().values_list("pk", flat=True))
    else:
        now = tasks_of(meetings, articles)
        keys = {pk for pk in now.keys() | before.keys() if not _is_same(now.get(pk), before.get(pk))}
    settle_repeats(keys, held=held)


def _of(meetings: Iterable[int], articles: Iterable[int]) -> Q:
    return Q(meeting__in=set(meetings)) | Q(article__in=set(articles))


def _is_same(one: Told | None, other: Told | None) -> bool:
    return one is not None and other is not None and vars(one) == vars(other)
