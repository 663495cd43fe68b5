"""What the picture of each kind of page says: what it is, the record's own words, and where they are from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from meetings.models import Article, Assignment, Directive, LegalDocument, Meeting, Target
from meetings.phrases import dated, day, due, figure, period
from people import careers
from people.models import Official, Organization
from people.sharing.cards import Card

Maker = Callable[[int], "Card | None"]  # None where there is no such record to be seen


def _first(rows: Any, pk: int) -> Any:
    return rows.filter(pk=pk).first()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _place(meeting: Meeting) -> str:
    return meeting.province.name if meeting.province else ""


def _meeting(pk: int) -> Card | None:
    rows = Meeting.objects.published().select_related("province").defer("search_text")
    made: Meeting | None = _first(rows, pk)
    if made is None:
        return None
    tasks = Directive.objects.first_tellings().filter(meeting=made).count()
    told = _("%(n)d tasks, each with its words") % {"n": tasks} if tasks else ""
    return Card(_joined(made.get_kind_display(), _place(made), dated(made)), made.title, told)


def _directive(pk: int) -> Card | None:
    parts: Any = Assignment.objects.published()
    rows = _seen(Directive).prefetch_related(Prefetch("assignments", parts, to_attr="parts"))
    made: Any = _first(rows, pk)
    if made is None:
        return None
    who = ", ".join(part.words for part in made.parts[:3])
    return Card(_joined(_("Task"), _place(made.meeting), dated(made.meeting)), made.text, _joined(who, due(made)))


def _target(pk: int) -> Card | None:
    made: Target | None = _first(_seen(Target), pk)
    if made is None:
        return None
    when = period(made.period) if made.period else ""
    kicker = _joined(made.get_status_display(), _place(made.meeting), when)
    return Card(kicker, f"{made.name}: {figure(made)}", made.meeting.title)


def _seen(kind: type[Any]) -> Any:
    rows = kind.objects.published().filter(meeting__in=Meeting.objects.published())
    return rows.select_related("meeting__province").defer("search_text", "meeting__search_text")


def _document(pk: int) -> Card | None:
    made: LegalDocument | None = _first(LegalDocument.objects.published(), pk)
    return Card(_("Legal document"), str(made), made.issuer) if made else None


def _article(pk: int) -> Card | None:
    made: Article | None = _first(Article.objects.published().defer("search_text"), pk)
    if made is None:
        return None
    return Card(_joined(made.publisher, day(made.reported_on) if made.reported_on else ""), str(made))


def _official(pk: int) -> Card | None:
    made: Any = _first(Official.objects.published().select_related("province").defer("search_text"), pk)
    if made is None:
        return None
    careers.describe([made])
    offices = ", ".join(role.canonical_title for role in made.current_roles)
    return Card(_joined(_("Official"), made.province.name if made.province else ""), made.name, offices)


def _organization(pk: int) -> Card | None:
    made: Any = _first(Organization.objects.published().select_related("province").defer("search_text"), pk)
    if made is None:
        return None
    return Card(_joined(made.get_kind_display(), made.province.name if made.province else ""), made.name)


def _site(pk: int) -> Card | None:
    if pk:
        return None
    return Card(_("Meetings of Vietnam's provinces"), _("What did the province's leaders tell whom to do?"))


MAKERS: dict[str, Maker] = {
    "meeting": _meeting,
    "directive": _directive,
    "target": _target,
    "document": _document,
    "article": _article,
    "official": _official,
    "organization": _organization,
    "site": _site,
}
