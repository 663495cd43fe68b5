"""Appearances that are another's: moved, as a person's correction, with what belongs to them in the same text.

Where all that an official does in a text is another's, so are his name in it, his title, and the tasks that he gives or
is given there. Where only some of it is, his name stays with whom most of it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from meetings.models import Appearance, Assignment, Attestation, Directive, Meeting, Mention
from meetings.reconcile.orphans import withdraw_orphans
from meetings.reconcile.retellings import settle_retellings
from meetings.reconcile.roles import settle_days
from meetings.reconcile.tally import Tally
from people.corrections import State
from people.merging import Refused, say_distinct
from people.merging.locks import while_merging
from people.merging.merge import save_telling
from people.merging.offices import equal_role, role_like
from people.merging.refusals import refuse_without_reason, told
from people.models import Official, Role


@dataclass
class Moving:
    """What is moved away from an official: the appearances chosen, and what belongs to them."""

    official: Official
    appearances: list[Appearance]
    mentions: list[Mention] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)


def what_moves(official: Official, chosen: Iterable[int]) -> Moving:
    """What moving the appearances with these keys would move; those of others are left out."""
    own = Appearance.objects.filter(official=official).exclude(state=State.WITHDRAWN)
    moving = Moving(official, list(own.filter(pk__in=set(chosen)).select_related("meeting", "article", "role")))
    articles = {row.article_id for row in moving.appearances if row.article_id is not None}
    keys = {row.pk for row in moving.appearances}
    staying = set(own.filter(article__in=articles).exclude(pk__in=keys).values_list("article", flat=True))
    whole = articles - staying
    moving.mentions = list(Mention.objects.filter(official=official, article__in=whole))
    for article in articles & staying:
        moving.mentions += _beside(moving, article)
    moving.attestations = list(
        Attestation.objects.filter(role__official=official, article__in=whole).select_related("role")
    )
    moving.directives = list(Directive.objects.filter(assigner=official, article__in=whole))
    moving.assignments = list(Assignment.objects.filter(official=official, directive__article__in=whole))
    return moving


def _beside(moving: Moving, article: int) -> list[Mention]:
    """The mentions on the words of what is moved, unless they are as many as those that stay: then none."""
    spans = [(row.start, row.end) for row in moving.appearances if row.article_id == article and row.start is not None]
    mentions = list(Mention.objects.filter(official=moving.official, article=article).exclude(start=None))
    inside = [
        m for m in mentions if any(start <= (m.start or 0) and (m.end or 0) <= (end or 0) for start, end in spans)
    ]
    return inside if 2 * len(inside) < len(mentions) else []


def move(official: Official, chosen: Iterable[int], target: Official | None, *, by: Any, reason: str) -> Official:
    """Moves appearances to `target`, or to a new official of the same name; returns whom they are now of.

    Moving back undoes it. Raises `Refused`.
    """
    refuse_without_reason(reason)
    with transaction.atomic():
        while_merging()
        moving = what_moves(official, chosen)
        list(Appearance.objects.select_for_update().filter(pk__in=[a.pk for a in moving.appearances]).order_by("pk"))
        if not moving.appearances:
            raise Refused(_("Choose at least one appearance."))
        if target is not None:
            target.refresh_from_db()
            if target.pk == official.pk:
                raise Refused(_("They are this official’s already; choose another one."))
            if target.merged_into_id is not None or target.state == State.REJECTED:
                raise Refused(
                    _("%(record)s is rejected or merged away; choose another one.") % {"record": told(target)}
                )
        else:
            target = _namesake(official, by, reason)
        _move(moving, target, by, reason.strip())
    return target


def _namesake(official: Official, by: Any, reason: str) -> Official:
    namesakes = Official.objects.filter(name_key=official.name_key, province=official.province_id)
    highest = namesakes.aggregate(highest=Max("homonym"))["highest"] or 0
    new = Official(name=official.name, province_id=official.province_id, homonym=highest + 1, state=State.CONFIRMED)
    save_telling(new, by, reason)
    say_distinct(official, new, by=by, reason=reason)
    return new


def _move(moving: Moving, target: Official, by: Any, reason: str) -> None:
    roles: dict[int, Role] = {}
    for place in moving.attestations:
        own = roles[place.role_id] = role_like(place.role, target.pk)
        if not Attestation.objects.filter(role=own, article=place.article_id).exists():
            Attestation.objects.filter(pk=place.pk).update(role=own, read_as=None)
    for row in moving.appearances:
        row.official = target
        if row.role is not None:
            row.role = roles.get(row.role.pk) or equal_role(row.role, target.pk)
        save_telling(row, by, reason)
    for directive in moving.directives:
        directive.assigner = target
        save_telling(directive, by, reason)
    for assignment in moving.assignments:
        assignment.official = target
        save_telling(assignment, by, reason)
    Mention.objects.filter(pk__in=[m.pk for m in moving.mentions]).update(official=target, read_as=None)
    settle_days({*roles, *(role.pk for role in roles.values())}, Tally())
    for meeting in Meeting.objects.filter(pk__in={row.meeting_id for row in moving.appearances}).order_by("pk"):
        settle_retellings(meeting)
    if target.state == State.WITHDRAWN:
        target.state = State.READ
        save_telling(target, by, reason)
    withdraw_orphans({Official: {moving.official.pk}}, Tally())
