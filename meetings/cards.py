"""What the picture of each kind of page says: what it is, the record's own words, and where they are from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.called import called_plainly, measured_plainly
from meetings.models import Article, Assignment, Directive, LegalDocument, Meeting, Target
from meetings.phrases import dated, day, due, figure, period
from people import careers
from people.models import Official, Organization
from people.sharing.cards import Card
from people.templatetags.english import in_english, quoted
from people.templatetags.page import number, province_name

Maker = Callable[[int], "Card | None"]  # None where there is no such record to be seen


def _first(rows: Any, pk: int) -> Any:
    return rows.filter(pk=pk).first()


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _meeting(pk: int) -> Card | None:
    rows = Meeting.objects.published().select_related("body", "province__successor").defer("search_text")
    made: Meeting | None = _first(rows, pk)
    if made is None:
        return None
    tasks = Directive.objects.first_tellings().filter(meeting=made).count()
    told = ngettext("%(n)s task, with its words", "%(n)s tasks, each with its words", tasks) % {"n": number(tasks)}
    return Card(
        _joined(made.get_kind_display(), province_name(made.province), dated(made)),
        called_plainly(made),
        told if tasks else "",
    )


def _directive(pk: int) -> Card | None:
    parts: Any = Assignment.objects.published()
    rows = _seen(Directive).prefetch_related(Prefetch("assignments", parts, to_attr="parts"))
    made: Any = _first(rows, pk)
    if made is None:
        return None
    who = ", ".join(in_english(part.words) for part in made.parts[:3])
    return Card(
        _joined(_("Task"), province_name(made.meeting.province), dated(made.meeting)),
        quoted(made.text),
        _joined(who, due(made)),
    )


def _target(pk: int) -> Card | None:
    made: Target | None = _first(_seen(Target), pk)
    if made is None:
        return None
    when = period(made.period) if made.period else ""
    kicker = _joined(made.get_status_display(), province_name(made.meeting.province), when)
    return Card(kicker, f"{capfirst(measured_plainly(made))}: {figure(made)}", called_plainly(made.meeting))


def _seen(kind: type[Any]) -> Any:
    rows = kind.objects.published().filter(meeting__in=Meeting.objects.published())
    return rows.select_related("meeting__province__successor", "meeting__body").defer(
        "search_text", "meeting__search_text"
    )


def _document(pk: int) -> Card | None:
    made: LegalDocument | None = _first(LegalDocument.objects.published(), pk)
    return Card(_("Legal document"), in_english(made), in_english(made.issuer)) if made else None


def _article(pk: int) -> Card | None:
    made: Article | None = _first(Article.objects.published().defer("search_text"), pk)
    if made is None:
        return None
    return Card(_joined(made.publisher, day(made.reported_on) if made.reported_on else ""), quoted(made))


def _official(pk: int) -> Card | None:
    made: Any = _first(Official.objects.published().select_related("province__successor").defer("search_text"), pk)
    if made is None:
        return None
    careers.describe([made])
    offices = ", ".join(in_english(role.canonical_title) for role in made.current_roles)
    return Card(_joined(_("Official"), province_name(made.province)), made.name, offices)


def _organization(pk: int) -> Card | None:
    made: Any = _first(Organization.objects.published().select_related("province__successor").defer("search_text"), pk)
    if made is None:
        return None
    return Card(_joined(made.get_kind_display(), province_name(made.province)), in_english(made.name))


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
