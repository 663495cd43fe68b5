"""What each article says of a meeting, kept by field, and what all of them say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from meetings.extraction.facts import MeetingFact
from meetings.models import Meeting, Report
from meetings.reconcile.days import PRECISIONS, first_day, last_day, precision_of
from people.models import Province
from people.names import fold
from people.register import ProvinceRegister

# Fields of a meeting as facts name them; `date` carries its precision in its form.
_FIELDS = ("title", "body", "kind", "date", "session", "place", "province", "number", "term", "period")
# Where articles say different things here, one of them is wrong or the meetings are two.
_TELLING = ("kind", "session", "province", "number")
# What a meeting's reading is worth at most, in percent, whose reports contradict each other.
_CONTRADICTED = 60

Reading = dict[str, dict[str, Any]]


def reading_of(fact: MeetingFact, identity: str | None) -> Reading:
    """By field of the meeting, what the article says: value, start and end where the words are known, rule.

    The entry `identity` has the value by which this article alone would find its meeting again, the entry
    `confidence` how sure this article alone makes of it, in percent.
    """
    reading: Reading = {"identity": {"value": identity}, "confidence": {"value": round(fact.confidence * 100)}}
    for name in _FIELDS:
        value = getattr(fact, name)
        if value is None or value == "":
            continue
        span, rule = fact.evidence.get(name, (None, fact.rule))
        place = {"start": span.start, "end": span.end} if span else {}
        reading["body_name" if name == "body" else name] = {"value": value, **place, "rule": rule}
    return reading


def merged(reports: Iterable[Report], register: ProvinceRegister) -> dict[str, Any]:
    """The values of a meeting's fields that its reports (with their articles, first told first) agree on best.

    The finest date and period win, the longest place and term, otherwise the first report that says anything. A
    curator's province counts only where no text names one.
    """
    reports = list(reports)
    readings = [report.reading for report in reports]
    date = _finest(_values(readings, "date"))
    values: dict[str, Any] = {
        "title": _first(readings, "title") or "",
        "body_name": _first(readings, "body_name") or "",
        "kind": _first(readings, "kind") or Meeting.Kind.OTHER,
        "date": first_day(date) if date else None,
        "date_precision": precision_of(date) if date else Meeting.Precision.NONE,
        "session": _first(readings, "session") or "",
        "place": max(_values(readings, "place"), key=len, default=""),
        "number": _first(readings, "number"),
        "term": max(_values(readings, "term"), key=len, default=""),
        "period": _finest(_values(readings, "period")) or "",
    }
    values["province"], values["province_source"] = _province(reports, date, register)
    return values


def disagreements(reports: Iterable[Report]) -> dict[str, list[Any]]:
    """By field, the different values of reports that cannot all be right: days, numbers, parts of the day."""
    readings = [report.reading for report in reports]
    found = {name: list(dict.fromkeys(_values(readings, name))) for name in _TELLING}
    found["date"] = [value for value in dict.fromkeys(_values(readings, "date")) if precision_of(value) == "day"]
    return {name: values for name, values in found.items() if len({fold(str(value)) for value in values}) > 1}


def certainty(reports: Iterable[Report], before: int) -> int:
    """How sure the reports make of their meeting, in percent: as the surest does, whichever was read last.

    `before` counts where no report says it, which was made before reports did.
    """
    reports = list(reports)
    surest = max(_values((report.reading for report in reports), "confidence"), default=before)
    return min(surest, _CONTRADICTED) if disagreements(reports) else surest


def _values(readings: Iterable[Mapping[str, Any]], name: str) -> list[Any]:
    return [reading[name]["value"] for reading in readings if name in reading]


def _first(readings: Iterable[Mapping[str, Any]], name: str) -> Any:
    return next(iter(_values(readings, name)), None)


def _finest(values: Iterable[str]) -> str | None:
    return min(values, key=lambda value: PRECISIONS.index(precision_of(value)) if "/" not in value else 9, default=None)


def _province(
    reports: Iterable[Report], date: str | None, register: ProvinceRegister
) -> tuple[Province | None, Meeting.ProvinceSource]:
    day = first_day(date) if date and precision_of(date) == "day" else None
    curated = None
    for report in reports:
        known = day or report.article.reported_on or (last_day(date) if date else None)
        named = report.reading.get("province")
        if named and (province := register.find(named["value"], known)):
            return province, Meeting.ProvinceSource.TEXT
        if curated is None and report.article.province is not None:
            curated = register.on(report.article.province, known)
    return curated, Meeting.ProvinceSource.CURATOR if curated else Meeting.ProvinceSource.NONE
