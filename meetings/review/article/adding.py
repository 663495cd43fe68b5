"""Records that a person adds from words of an article, which the extractor has missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from meetings.models import Appearance, Article, Assignment, Attestation, Decision, Directive, Meeting, Mention, Target
from meetings.reconcile.case import attested_on
from meetings.review.article.selection import Place
from people.corrections import State
from people.models import Official, Role
from people.names import name_key

# The kinds that can be added, with the fields that are asked for.
KINDS: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "directive": (Directive, (
        "text", "assigner", "assigner_title", "strength", "deadline_text", "deadline_kind", "deadline_value",
        "deadline_from", "deadline_to",
    )),
    "assignment": (Assignment, ("words", "organization", "official", "part")),
    "target": (Target, (
        "metric", "canonical_metric", "comparator", "value", "value_high", "unit", "of_total", "period", "status",
    )),
    "appearance": (Appearance, ("official", "title", "act")),
    "role": (Role, ("official", "title", "canonical_title", "organization", "province", "status")),
    "decision": (Decision, ("body", "outcome", "text")),
}  # fmt: skip


def blank(kind: str, article: Article, meeting: Meeting, place: Place, directive: Directive | None) -> Any:
    """A record of that kind, not saved, that stands on the words at `place`."""
    model, _fields = KINDS[kind]
    if model is Role:
        return Role(state=State.CONFIRMED, province=meeting.province)
    if model is Assignment:
        return Assignment(state=State.CONFIRMED, directive=directive, start=place.start, end=place.end)
    evidence = {"article": article, "start": place.start, "end": place.end, "quote": place.words}
    return model(state=State.CONFIRMED, meeting=meeting, **evidence)


def keep(record: Any, article: Article, meeting: Meeting, place: Place) -> list[Any]:
    """Saves a record that `blank` began, with the places of names and titles that belong to it; all that was made."""
    with transaction.atomic():
        if isinstance(record, Assignment):
            last = record.directive.assignments.aggregate(last=Max("order"))["last"]
            record.order = 0 if last is None else last + 1
        if isinstance(record, Role):
            record.first_attested = record.last_attested = attested_on(meeting, article)
        record.save()
        made = [record]
        if isinstance(record, Role):
            made.append(_attested(record, article, place))
        if isinstance(record, Role | Appearance) and record.official is not None:
            made += _named(record.official, article, place)
    return made


def new_official(name: str, meeting: Meeting) -> Official:
    """An official of that name in the meeting's province: not one of his namesakes, from whom the number tells him."""
    namesakes = Official.objects.filter(name_key=name_key(name), province=_today(meeting))
    highest = namesakes.aggregate(highest=Max("homonym"))["highest"]
    official = Official(name=name, province=_today(meeting), state=State.CONFIRMED)
    official.homonym = 0 if highest is None else highest + 1
    official.save()
    return official


def _today(meeting: Meeting) -> Any:
    """The province of today's map, by which officials are told apart."""
    province = meeting.province
    while province is not None and province.successor_id is not None:
        province = province.successor
    return province


def _attested(role: Role, article: Article, place: Place) -> Attestation:
    return Attestation.objects.create(
        role=role,
        article=article,
        title=role.title[:250],
        attested_on=role.last_attested,
        start=place.start,
        end=place.end,
        quote=place.words,
        by_person=True,
    )


def _named(official: Official, article: Article, place: Place) -> list[Mention]:
    """The place of the official's name within the words, unless it is known."""
    offset = place.words.find(official.name)
    if offset < 0:
        return []
    start = place.start + offset
    end = start + len(official.name)
    if Mention.objects.filter(article=article, start__lt=end, end__gt=start).exists():
        return []
    return [
        Mention.objects.create(
            official=official, article=article, name=official.name, start=start, end=end, quote=official.name,
            by_person=True,
        )
    ]  # fmt: skip
