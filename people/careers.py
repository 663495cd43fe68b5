"""What texts say of an official in time: offices from first to last attestation, meetings, spellings of the name.

An attestation is a day on which a text names somebody in an office. It is never the office's beginning or end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.db.models.functions import RowNumber

from people import records
from people.models import Official, Role
from people.names import name_key

MOST_WORDS_SHOWN = 3  # places in one meeting's texts where the name stands
ATTESTATIONS_SHOWN = 3  # texts that give one role


def roles() -> QuerySet[Role]:
    """The roles that readers may see, the last attested first."""
    rows = Role.objects.published().select_related("organization__province", "province__successor")
    return rows.defer("search_text", "organization__search_text").order_by("-last_attested", "rank", "pk")


def current(held: Iterable[Role]) -> list[Role]:
    """Of an official's roles those that the latest text gives, or those without a day where none has one.

    Roles that are known to have ended are not among them.
    """
    open_roles = [role for role in held if role.status != Role.Status.ENDED]
    days = [role.last_attested for role in open_roles if role.last_attested]
    latest = max(days, default=None)
    return sorted((role for role in open_roles if role.last_attested == latest), key=lambda role: (role.rank, role.pk))


def describe(officials: Iterable[Official]) -> None:
    """Gives each official `current_roles` and `meetings_attended`, by two queries for any number of officials."""
    by_id = {official.pk: official for official in officials}
    held: dict[int, list[Role]] = {pk: [] for pk in by_id}
    for role in roles().filter(official__in=by_id):
        held[role.official_id].append(role)
    counted = records.appearances().filter(official__in=by_id).order_by().values_list("official")
    attended = Counter(dict(counted.annotate(meetings=Count("meeting", distinct=True))))
    for pk, official in by_id.items():
        official.current_roles = current(held[pk])  # type: ignore[attr-defined]
        official.meetings_attended = attended[pk]  # type: ignore[attr-defined]


@dataclass
class Presence:
    """An official at one meeting: the acts that are told, and where the texts name the official."""

    official: Official
    meeting: Any
    acts: list[Any] = field(default_factory=list)
    mentions: list[Any] = field(default_factory=list)

    @property
    def pk(self) -> int:
        """The meeting's key, by which the presence is known among others of the official."""
        return int(self.meeting.pk)

    @property
    def shown_mentions(self) -> list[Any]:
        """The first places where the name stands."""
        return self.mentions[:MOST_WORDS_SHOWN]


def meetings_with(official: Official) -> QuerySet[Any]:
    """The meetings where the official appears or whose texts name the official, the latest first."""
    appears = records.appearances().filter(official=official).order_by().values("meeting")
    named = records.mentions().filter(official=official).order_by().values("article__reports__meeting")
    return _shown(records.meetings().filter(pk__in=appears.union(named))).order_by("-sort_date", "-pk")


def in_order(meetings: Collection[int]) -> list[Any]:
    """The meetings of these keys, as they are shown."""
    found = _shown(records.meetings()).in_bulk(meetings)
    return [found[key] for key in meetings if key in found]


def _shown(meetings: QuerySet[Any]) -> QuerySet[Any]:
    return meetings.select_related("body", "province__successor").defer("search_text", "body__search_text")


def presences(official: Official, meetings: Iterable[Any]) -> list[Presence]:
    """The official at each of the meetings, by two queries for any number of meetings."""
    found = {meeting.pk: Presence(official, meeting) for meeting in meetings}
    for act in records.appearances().filter(official=official, meeting__in=found).order_by("start", "pk"):
        act.meeting = found[act.meeting_id].meeting
        found[act.meeting_id].acts.append(act)
    # By their texts, which are few: an official may be named in ten thousands.
    texts = list(records.meetings().filter(pk__in=found).values_list("reports__article", flat=True))
    named = records.mentions().filter(official=official, article__in=texts, article__reports__meeting__in=found)
    for mention in named.annotate(meeting_id=records.MEETING_OF_ARTICLE).order_by("article", "start"):
        mention.meeting = found[mention.meeting_id].meeting
        found[mention.meeting_id].mentions.append(mention)
    return list(found.values())


def with_attestations(held: QuerySet[Role]) -> list[Role]:
    """The roles, each with the number of texts that attest it in `times` and the latest of them in `attested`.

    Each of these has the meeting that its text tells of in `meeting`, None where readers may not see it. Four queries
    at most for any number of roles.
    """
    found: list[Any] = list(held)
    order = Window(RowNumber(), partition_by="role", order_by=("-attested_on", "-pk"))
    ranked = records.attestations().filter(role__in=found).order_by().annotate(place=order)
    latest = ranked.filter(place__lte=ATTESTATIONS_SHOWN).values("pk")
    places = records.attestations().select_related("article").annotate(meeting_id=records.MEETING_OF_ARTICLE)
    shown = list(places.defer("article__search_text").filter(pk__in=latest).order_by("-attested_on", "-pk"))
    times = Counter(place.role_id for place in shown)
    if more := [role for role, number in times.items() if number >= ATTESTATIONS_SHOWN]:
        counted = records.attestations().filter(role__in=more).order_by().values_list("role")
        times |= Counter(dict(counted.annotate(times=Count("*"))))
    meetings = records.meetings().defer("search_text").in_bulk({place.meeting_id for place in shown} - {None})
    for place in shown:
        place.meeting = meetings.get(place.meeting_id)
    for role in found:
        role.times, role.attested = times[role.pk], [place for place in shown if place.role_id == role.pk]
    return found


def other_names(official: Official) -> list[str]:
    """Other spellings of the official's name: aliases, and what the texts print. Each once."""
    printed = records.mentions().filter(official=official).order_by().values_list("name", flat=True).distinct()[:100]
    names = [*official.aliases.values_list("name", flat=True), *sorted(printed)]
    return [name for name in dict.fromkeys(names) if name != official.name and name_key(name)]
