"""Facts in, records out: what a text says becomes rows that follow later readings and keep what people set right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from meetings.extraction.facts import Extraction
from meetings.models import Article, Meeting, Report
from meetings.reconcile.following import Followed, Shared, follow
from meetings.reconcile.orphans import Referred, read_organizations, referred_to, withdraw_orphans
from meetings.reconcile.repeats import settle_of, tasks_of
from meetings.reconcile.retellings import settle_retellings
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.signals import reconciled
from meetings.reconcile.tally import Tally
from meetings.reconcile.told import Told
from people.merging.locks import while_reading
from people.models import Organization

__all__ = ["Reading", "Tally", "reconcile"]


@dataclass
class Reading:
    """What was read of the text of an article that is in the database.

    `former_text` is the text that earlier readings counted the characters of, where it has changed since.
    `repeats_stand`: the present rules have linked its tasks with those that they repeat. `is_unsaved`: the article
    itself is new or has changed, and is saved first.
    """

    article: Article
    extraction: Extraction
    former_text: str | None = None
    repeats_stand: bool = False
    is_unsaved: bool = False


def reconcile(readings: Sequence[Reading], *, waiting: bool = True) -> list[Tally]:
    """Brings all records of articles in line with what was read from their texts, in one transaction.

    A record keeps its row across readings; what a person made, corrected, confirmed or rejected stays. One article
    follows the other; what they say beside others is settled once, when all have: that is a good part of the work.
    Raises `BusyError` where others write on the same provinces, and nobody is `waiting` for them.
    """
    if not readings:
        return []
    with transaction.atomic():
        while_reading()
        shared = Shared.of([(reading.article, reading.extraction) for reading in readings], waiting=waiting)
        for reading in readings:
            if reading.is_unsaved:
                save_quietly(reading.article)
        articles = [reading.article.pk for reading in readings]
        list(Article.objects.select_for_update(of=("self",)).filter(pk__in=articles).order_by("pk").values_list("pk"))
        before = referred_to(articles)
        stand = all(reading.repeats_stand for reading in readings)
        tasks = tasks_of(_meetings(before), articles) if stand else None
        followed = [
            follow(reading.article, reading.extraction, reading.former_text or reading.article.text, shared)
            for reading in readings
        ]
        _settle(followed, before, tasks, held=shared.holds_all)
    return [each.tally for each in followed]


def _meetings(before: Referred) -> set[int]:
    return {pk for of_article in before.values() for pk in of_article[Meeting]}


def _settle(followed: Sequence[Followed], before: Referred, tasks: Mapping[int, Told] | None, *, held: bool) -> None:
    """Settles what the records of articles say beside others.

    `before`: what they referred to until now; `tasks`: those of their meetings, if they were linked as they were; and
    whether the provinces of all of them are `held`.
    """
    articles = [each.article.pk for each in followed]
    settle_retellings(*{meeting.pk: meeting for each in followed for meeting in each.retold}.values())
    entries: dict[Any, set[int]] = {}
    for of_article in before.values():
        for model, keys in of_article.items():
            entries.setdefault(model, set()).update(keys)
    told_of = set(Report.objects.filter(article__in=articles).order_by().values_list("meeting", flat=True))
    # What a reading names comes into view, although people may say that another organization is meant.
    named = {**entries, Organization: entries[Organization] | read_organizations(articles)}
    for meeting, withdrawn in withdraw_orphans(named).items():
        tally = next(each.tally for each in followed if meeting in before[each.article.pk][Meeting])
        tally.withdrawn += withdrawn
        tally.kept += not withdrawn
    settle_of(entries[Meeting] | told_of, articles, tasks, held=held)
    reconciled.send(sender=Article, articles=[each.article for each in followed], before=entries)
