"""Two records side by side: what each is called, where it stands in texts, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import careers, duties, records
from people.desk.passages import Passage, passage_of
from people.models import Official, Organization

SHOWN = 5  # things of a kind on each side
QUOTED = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Something known of a record: words, a note behind them, a link, and the passage that tells it."""

    words: str
    note: str = ""
    url: str = ""
    passage: Passage | None = None


@dataclass(frozen=True)
class Row:
    """A kind of thing, as it is known of the first and of the second record; `alike` where both say the same."""

    label: str | Promise
    first: Sequence[Thing]
    second: Sequence[Thing]
    alike: bool = field(default=False)


def side_by_side(first: Any, second: Any) -> list[Row]:
    """All that helps to tell whether two officials, or two organizations, are one; what neither has is left out."""
    facts = _of_official if isinstance(first, Official) else _of_organization
    rows = []
    for (label, mine), (_label, theirs) in zip(facts(first), facts(second), strict=True):
        if mine or theirs:
            words = [{thing.words for thing in things} for things in (mine, theirs)]
            rows.append(Row(label, mine, theirs, bool(words[0] & words[1])))
    return rows


Facts = list[tuple[str | Promise, list[Thing]]]


def _of_official(official: Official) -> Facts:
    printed = records.mentions().filter(official=official).order_by().values_list("name").annotate(n=Count("*"))
    held = careers.with_attestations(careers.roles().filter(official=official)[:SHOWN])
    mentions = records.mentions().filter(official=official).select_related("article").order_by("article", "start")
    return [
        (gettext_lazy("Printed as"), [Thing(name, f"{n} ×") for name, n in printed.order_by("-n", "name")[:SHOWN]]),
        (gettext_lazy("Other names"), [Thing(alias.name) for alias in official.aliases.all()[:SHOWN]]),
        (gettext_lazy("Province"), [Thing(str(official.province))] if official.province else []),
        (gettext_lazy("Roles"), [_role(role) for role in held]),
        (gettext_lazy("Meetings"), _meetings(careers.meetings_with(official))),
        (gettext_lazy("In the texts"), _quotes(mentions[:QUOTED])),
    ]


def _role(role: Any) -> Thing:
    days = dict.fromkeys(day for day in (role.first_attested, role.last_attested) if day)
    about = [role.organization.full_name if role.organization else "", "–".join(_day(day) for day in days)]
    place = role.attested[0] if role.attested else None
    return Thing(
        role.canonical_title,
        ", ".join(part for part in (*about, str(role.get_status_display())) if part),
        reverse("admin:people_role_change", args=[role.pk]),
        None if place is None else passage_of(place),
    )


def _of_organization(organization: Organization) -> Facts:
    held = records.meetings().filter(body=organization).order_by("-sort_date", "-pk")
    tasks = duties.tasks_of(organization).select_related("directive__article")[:QUOTED]
    return [
        (gettext_lazy("Short forms"), _words(organization.abbreviations.split("|"))),
        (gettext_lazy("Other names"), _words(alias.name for alias in organization.aliases.all()[:SHOWN])),
        (gettext_lazy("Former names"), _words(organization.former_names.split("|"))),
        (gettext_lazy("Kind"), [Thing(str(organization.get_kind_display()))]),
        (gettext_lazy("Province"), [Thing(str(organization.province))] if organization.province else []),
        (gettext_lazy("Existed"), _existed(organization)),
        (gettext_lazy("Became"), [_linked(organization.successor)] if organization.successor else []),
        (gettext_lazy("Took over from"), [_linked(row) for row in organization.predecessors.all()[:SHOWN]]),
        (gettext_lazy("Who serves there"), _servants(organization)),
        (gettext_lazy("Meetings"), _meetings(held)),
        (gettext_lazy("Told to act"), [_task(task) for task in tasks]),
    ]


def _existed(organization: Organization) -> list[Thing]:
    days = (organization.valid_from, organization.valid_to)
    lasted = "–".join(_day(day) if day else "…" for day in days)
    return [Thing(lasted, organization.succession_basis)] if any(days) else []


def _servants(organization: Organization) -> list[Thing]:
    roles = careers.roles().filter(organization=organization).select_related("official")[:SHOWN]
    page = "admin:people_official_change"
    return [Thing(str(role.official), role.canonical_title, reverse(page, args=[role.official_id])) for role in roles]


def _linked(organization: Organization) -> Thing:
    return Thing(organization.name, "", reverse("admin:people_organization_change", args=[organization.pk]))


def _task(assignment: Any) -> Thing:
    directive = assignment.directive
    return Thing(assignment.words, "", "", passage_of(directive))


def _words(names: Iterable[str]) -> list[Thing]:
    return [Thing(name) for name in names if name]


def _meetings(meetings: Any) -> list[Thing]:
    held = list(meetings[: SHOWN + 1])
    found = [
        Thing(meeting.title, _day(meeting.date) if meeting.date else "", meeting.get_absolute_url())
        for meeting in held[:SHOWN]
    ]
    return found if len(held) <= SHOWN else [*found, Thing("…", _("%(n)s in all") % {"n": meetings.count()})]


def _quotes(places: Iterable[Any]) -> list[Thing]:
    passages = ((place, passage_of(place)) for place in places)
    return [Thing(place.quote, "", "", passage) for place, passage in passages if passage is not None]


def _day(day: Any) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
