"""What is doubtful about records as they stand now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from meetings.models import Article, Meeting, Report, Target
from meetings.models.review import FINGERPRINT
from meetings.reconcile.reports import disagreements
from meetings.review import reasons
from meetings.review.figures import differing, told
from meetings.review.kinds import KINDS, STANDING
from meetings.review.surroundings import Surroundings
from meetings.review.years import odd
from people.corrections import UNSURE_BELOW, Correctable, State
from people.models import Official


@dataclass(frozen=True)
class Doubt:
    """That `record` needs a look. `detail` is for the reason's sentence, `basis` is the reading that is doubted.

    `place` is given where it is not the record's own.
    """

    reason: str
    record: Any
    doubt: int
    detail: dict[str, Any] = field(default_factory=dict)
    basis: Any = None
    place: str = ""

    @property
    def fingerprint(self) -> str:
        """Tells this reading from another one."""
        said = json.dumps([self.basis or self.detail], sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(said.encode()).hexdigest()[:FINGERPRINT]


def doubts_of(rows: Iterable[Any], around: Surroundings) -> Iterator[Doubt]:
    """All that is doubtful about rows of one kind that readers can see. Targets are given by whole meetings."""
    rows = list(rows)
    groups = differing(rows) if rows and isinstance(rows[0], Target) else {}
    for row in rows:
        # A report is answered even where the record is gone from view meanwhile.
        if mistakes := around.mistakes.get((type(row), row.pk)):
            said = mistakes[0].what_is_wrong[:300]
            yield _doubt(reasons.REPORT, row, {"reports": [mistake.pk for mistake in mistakes], "said": said})
        if seen(row):
            yield from _of_any(row, around)
            if isinstance(row, Meeting):
                yield from _of_meeting(row, around.reports[row.pk])
            elif isinstance(row, Article) and row.subject == Article.Subject.UNREAD:
                yield _doubt(reasons.UNREAD, row)
            elif row.pk in groups:
                figures = [told(figure) for figure in groups[row.pk]]
                values = sorted({json.dumps([f["value"], f["value_high"], f["unit"]]) for f in figures})
                yield _doubt(reasons.FIGURES, row, {"figures": figures}, basis=values)


def seen(row: Any) -> bool:
    """Whether readers see the record: neither it nor what it belongs to is rejected or withdrawn."""
    path = KINDS[type(row)].meeting
    owner, standing = row, row.state in STANDING
    for step in path.split("__") if path else ():
        owner = getattr(owner, step)
        standing = standing and owner.state in STANDING
    return standing


def _of_any(row: Any, around: Surroundings) -> Iterator[Doubt]:
    if row.conflicts:
        yield _doubt(reasons.CONFLICT, row, {"fields": sorted(row.conflicts)})
    if row.state != State.CONFIRMED:
        reported = [r.article.reported_on for r in around.reports[row.pk]] if isinstance(row, Meeting) else []
        oddity = odd(row, [day for day in reported if day])
        if oddity:
            yield _doubt(reasons.YEAR, row, oddity)
    unsure = row.confidence < UNSURE_BELOW and not row.touched_by_person()
    namesakes = around.namesakes(row) if isinstance(row, Official) and unsure else []
    if others := [pk for pk in namesakes if pk != row.pk and not around.told_apart(Official, row.pk, pk)]:
        place = f"official:{min(namesakes)}"
        yield _doubt(reasons.HOMONYM, row, {"others": others[:20], "name": row.name}, place=place)
    elif likely := around.likely.get((type(row), row.pk)):
        place = f"{KINDS[type(row)].name}:{likely['others'][0]}"
        yield _doubt(reasons.DUPLICATE, row, likely, doubt=likely["score"], place=place)
    elif unsure and len(namesakes) < 2:  # namesakes who were all told apart are settled
        doubt = 100 - row.confidence
        yield _doubt(reasons.UNSURE, row, {"confidence": row.confidence}, basis=_reading(row), doubt=doubt)


def _of_meeting(meeting: Meeting, reports: list[Report]) -> Iterator[Doubt]:
    if meeting.state != State.CONFIRMED:
        if meeting.province_id is None:
            yield _doubt(reasons.PROVINCE, meeting, basis=_reading(meeting))
        if meeting.date_precision == Meeting.Precision.NONE:
            yield _doubt(reasons.DATE, meeting, basis=_reading(meeting))
    contradictions = disagreements(reports) if len(reports) > 1 else {}
    if contradictions:
        values = {name: [str(value) for value in said] for name, said in contradictions.items()}
        yield _doubt(reasons.CONTRADICTION, meeting, {"fields": values})


def _doubt(
    reason: str, row: Correctable, detail: dict[str, Any] | None = None, *, doubt: int = 0, **more: Any
) -> Doubt:
    return Doubt(reason, row, doubt or reasons.REASONS[reason].doubt, detail or {}, **more)


def _reading(row: Any) -> Any:
    return row.extracted or {name: row.reading_of(name) for name in row.correctable_fields}
