"""Many new texts reconciled together: what `reconcile` does with each, in few statements for all of them.

An archive is mostly texts that nobody has seen: nothing of theirs is there to be matched, moved or kept. Their rows are
made in memory, from the same readings as those of any other text, and written at once. Texts on meetings that others
tell of, too, follow when those are there. What has been read before is for `reconcile`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from meetings.models import Article
from meetings.reconcile.provinces import place_of
from meetings.reconcile.rows import prepare, set_columns
from meetings.reconcile.together.batch import Batch
from meetings.reconcile.together.documents import Documents
from meetings.reconcile.together.holding import BusyError, hold
from meetings.reconcile.together.meetings import in_turns
from meetings.reconcile.together.namesakes import numbers_for
from meetings.reconcile.together.tellings import Newcomer, tellings_of
from meetings.reconcile.together.whole import Whole
from meetings.reconcile.together.writing import Writing
from meetings.reconcile.wordings import Wordings
from people.merging.locks import while_reading
from people.register import ProvinceRegister

__all__ = ["BusyError", "Newcomer", "by_province", "reconcile_together"]


def reconcile_together(newcomers: Sequence[Newcomer], *, read: Callable[[Article], None], waiting: bool = True) -> None:
    """Makes the records of articles that are not in the database.

    `read` is told of each article once it is known what it is about, before it is written. Whatever calls this is in a
    transaction. Raises `BusyError` where another batch makes what these may make, and nobody is `waiting` for it, and
    `IntegrityError` where another transaction made the same meanwhile: then nothing of this holds, and all can be done
    again.
    """
    while_reading()
    register = ProvinceRegister()
    tellings = list(tellings_of(newcomers, register))
    wordings = Wordings()
    hold(tellings, wordings, register, waiting=waiting)
    batch = Batch()
    for newcomer in newcomers:
        article, detection = newcomer.article, newcomer.extraction.detection
        subject = Article.Subject.MEETING if detection.is_meeting else Article.Subject.OTHER
        columns = {"detection_rule": detection.rule[:80], "detection_quote": detection.span.of(article.text)}
        set_columns(article, {**columns, "subject": subject})
        article.follow({"subject": subject})
        read(article)
        if newcomer.meeting is None:
            prepare(article)
            batch.add(article)
    documents = Documents(f for telling in tellings for f in telling.extraction.legal_refs)
    whole = Whole(register, wordings, documents, numbers_for(tellings))
    first, *others = in_turns(tellings)
    Writing(batch, whole, first).write_all()
    for retellings in others:
        # Meetings are held in one order everywhere, lest two readings wait for each other.
        ordered = sorted(retellings, key=lambda telling: str(telling.own))
        Writing(Batch(), whole, ordered, shared=True).write_all()
    whole.settle()


def by_province(newcomers: Sequence[Newcomer], size: int) -> list[list[int]]:
    """The places of newcomers in lists of `size` at most, in each those of as few provinces as can be.

    Two batches of different provinces are written side by side. Those whose province is unknown are by themselves and
    come last: they can be written whatever others hold.
    """
    register = ProvinceRegister()
    of_province: dict[int, list[int]] = defaultdict(list)
    for place, newcomer in enumerate(newcomers):
        province = (
            place_of(newcomer.article, newcomer.meeting, register).today if newcomer.meeting is not None else None
        )
        of_province[province.pk if province else 0].append(place)
    unknown = of_province.pop(0, [])
    batches: list[list[int]] = []
    for _, group in sorted(of_province.items()):
        for some in _cut(group, size):
            if batches and len(batches[-1]) + len(some) <= size:
                batches[-1] += some
            else:
                batches.append(some)
    return [*batches, *_cut(unknown, size)]


def _cut(places: list[int], size: int) -> list[list[int]]:
    return [places[start : start + size] for start in range(0, len(places), size)]
