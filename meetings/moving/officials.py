"""Appearances that are another official's: with them goes what belongs to them in the same text.

Where all that an official does in a text is another's, so are his name in it, his title, and the tasks that he gives or
is given there. Where only some of it is, his name stays with whom most of it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models import Appearance, Assignment, Attestation, Directive, Mention
from meetings.moving.rows import Kind, Moving
from meetings.reconcile.roles import settle_days
from meetings.reconcile.tally import Tally
from people.merging.merge import save_telling
from people.merging.offices import role_like
from people.models import Role

APPEARANCES = Kind(Appearance, "official", _("appearances"), ("-meeting__sort_date", "pk"))


@dataclass
class OfficialMoving(Moving):
    """What is moved away from an official: appearances, and what belongs to them."""

    mentions: list[Mention] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    kinds: ClassVar = (APPEARANCES,)
    related: ClassVar = {"appearance": ("meeting", "article", "role")}

    def bring_along(self) -> None:
        """Finds the names, titles and tasks."""
        official, rows = self.record, self.chosen[APPEARANCES]
        articles = {row.article_id for row in rows if row.article_id is not None}
        others = APPEARANCES.of(official).filter(article__in=articles).exclude(pk__in=[row.pk for row in rows])
        staying = set(others.values_list("article", flat=True))
        whole = articles - staying
        self.mentions = list(Mention.objects.filter(official=official, article__in=whole))
        for article in articles & staying:
            self.mentions += self._beside(article)
        places = Attestation.objects.filter(role__official=official, article__in=whole)
        self.attestations = list(places.select_related("role"))
        self.directives = list(Directive.objects.filter(assigner=official, article__in=whole))
        self.assignments = list(Assignment.objects.filter(official=official, directive__article__in=whole))

    def _beside(self, article: int) -> list[Mention]:
        """The mentions on the words of what is moved, unless they are as many as those that stay: then none."""
        rows = [row for row in self.chosen[APPEARANCES] if row.article_id == article and row.start is not None]
        spans = [(row.start, row.end) for row in rows]
        mentions = list(Mention.objects.filter(official=self.record, article=article).exclude(start=None))
        inside = [
            m for m in mentions if any(start <= (m.start or 0) and (m.end or 0) <= (end or 0) for start, end in spans)
        ]
        return inside if 2 * len(inside) < len(mentions) else []

    def counted(self) -> Iterator[tuple[int, str | Promise]]:
        """Appearances, and what goes with them."""
        yield from super().counted()
        for rows, label in (
            (self.mentions, _("mentions")),
            (self.attestations, _("attestations")),
            (self.directives, _("tasks given")),
            (self.assignments, _("tasks received")),
        ):
            if rows:
                yield len(rows), label

    def turn(self, target: Any, by: Any, reason: str) -> None:
        """Titles first: appearances name the roles that they attest."""
        roles: dict[int, Role] = {}
        for place in self.attestations:
            own = roles[place.role_id] = role_like(place.role, target.pk)
            if not Attestation.objects.filter(role=own, article=place.article_id).exists():
                Attestation.objects.filter(pk=place.pk).update(role=own, read_as=None)
        for row in self.chosen[APPEARANCES]:
            row.official = target
            if (held := row.role) is not None:
                # Also where no title goes along: forgotten, it would be lost to the way back.
                row.role = roles[held.pk] = roles.get(held.pk) or role_like(held, target.pk)
            save_telling(row, by, reason)
        for directive in self.directives:
            directive.assigner = target
            save_telling(directive, by, reason)
        for assignment in self.assignments:
            assignment.official = target
            save_telling(assignment, by, reason)
        Mention.objects.filter(pk__in=[m.pk for m in self.mentions]).update(official=target, read_as=None)
        settle_days({*roles, *(role.pk for role in roles.values())}, Tally())

    def meetings(self) -> set[int]:
        """Those at which the official appeared."""
        return {row.meeting_id for row in self.chosen[APPEARANCES]}
