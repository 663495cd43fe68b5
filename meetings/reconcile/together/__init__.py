"""Many new texts reconciled together: what `reconcile` does with each, in few statements for all of them.

An archive is mostly texts that nobody has seen: nothing of theirs is there to be matched, moved or kept. Their rows are
made in memory, from the same readings as those of any other text, and written at once. Texts on meetings that others
tell of, too, follow when those are there. What has been read before is for `reconcile`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meetings.extraction.facts import MeetingFact
from meetings.models import Article
from meetings.reconcile.identities import identity
from meetings.reconcile.provinces import Place, era_day
from meetings.reconcile.rows import prepare, set_columns
from meetings.reconcile.together.batch import Batch
from meetings.reconcile.together.meetings import in_turns
from meetings.reconcile.together.tellings import Newcomer, Telling
from meetings.reconcile.together.writing import Writing
from people.merging.locks import while_reading
from people.register import ProvinceRegister

__all__ = ["Newcomer", "reconcile_together"]


def reconcile_together(newcomers: Sequence[Newcomer], *, read: Callable[[Article], None]) -> None:
    """Makes the records of articles that are not in the database.

    `read` is told of each article once it is known what it is about, before it is written. Whatever calls this is in a
    transaction. Raises `IntegrityError` where another transaction made the same person, agency, document or meeting
    meanwhile: then nothing of this holds, and all can be done again.
    """
    while_reading()
    register = ProvinceRegister()
    tellings: list[Telling] = []
    batch = Batch()
    for newcomer in newcomers:
        article, detection = newcomer.article, newcomer.extraction.detection
        subject = Article.Subject.MEETING if detection.is_meeting else Article.Subject.OTHER
        columns = {"detection_rule": detection.rule[:80], "detection_quote": detection.span.of(article.text)}
        set_columns(article, {**columns, "subject": subject})
        article.follow({"subject": subject})
        read(article)
        fact = newcomer.extraction.meeting
        if fact is None or subject != Article.Subject.MEETING:
            prepare(article)
            batch.add(article)
        else:
            place = _place(article, fact, register)
            tellings.append(Telling(newcomer, fact, place, identity(fact, place)))
    first, *others = in_turns(tellings)
    Writing(batch, register, first).write_all()
    for retellings in others:
        # Meetings are held in one order everywhere, lest two readings wait for each other.
        ordered = sorted(retellings, key=lambda telling: str(telling.own))
        Writing(Batch(), register, ordered, shared=True).write_all()


def _place(article: Article, fact: MeetingFact, register: ProvinceRegister) -> Place:
    day = era_day(fact, article)
    own = register.find(fact.province, day) if fact.province else None
    curated = register.on(article.province, day) if article.province else None
    return Place(register, own or curated, day)
