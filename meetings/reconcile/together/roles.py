"""The offices that many new texts give officials, and the places where they do."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from meetings.models import Article, Attestation
from meetings.reconcile.blank import blank
from meetings.reconcile.held_titles import Held, matched
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.roles import follow_role, read_title
from meetings.reconcile.rows import prepare
from meetings.reconcile.tally import Tally
from meetings.reconcile.together.batch import Batch
from meetings.reconcile.together.people import People
from people.models import Role


class Offices:
    """Roles of a batch of texts. Those that were there before are told apart, for their days to be settled."""

    def __init__(self, batch: Batch, people: People) -> None:
        self._batch, self._people = batch, people
        self._last: dict[int, datetime.date | None] = {}
        self.earlier: set[int] = set()

    def settle(
        self,
        article: Article,
        held: Sequence[Held],
        organizations: Organizations,
        day: datetime.date | None,
        tally: Tally,
    ) -> list[Role]:
        """The roles of which a new article speaks, attested by it on `day`."""
        unique = {(item.official.pk, item.title_key, item.province): item for item in reversed(held)}
        held = list(unique.values())[::-1]
        officials = dict.fromkeys(item.official.pk for item in held)
        known = [role for pk in officials for role in self._people.roles[pk]]
        found = []
        for item, role in zip(held, matched(held, known, {}, ()), strict=True):
            organization = organizations.of(item.fact.organization)
            last = self._last.get(role.pk, role.last_attested) if role is not None else None
            latest = role is not None and (last is None or day is None or day >= last)
            new = role or blank(Role, {})
            if role is None:
                read_title(new, item, organization, own=True, latest=False)
                prepare(new)
                self._batch.add(new)
                self._people.roles[item.official.pk].append(new)
                tally.created += 1
            elif role._state.adding:
                if read_title(new, item, organization, own=False, latest=latest):
                    prepare(new)
                tally.unchanged += 1
            else:
                self.earlier.add(role.pk)
                follow_role(new, item, organization, own=False, latest=latest, tally=tally)
            self._attest(article, new, item, day)
            found.append(new)
        return found

    def _attest(self, article: Article, role: Role, item: Held, day: datetime.date | None) -> None:
        fact = item.fact
        columns = {
            "article": article, "role": role, "start": fact.span.start, "end": fact.span.end,
            "quote": fact.span.of(article.text), "rule": fact.rule[:80], "title": fact.title[:250], "attested_on": day,
            "read_as": item.official.stands_for,
        }  # fmt: skip
        self._batch.add(blank(Attestation, columns))
        if day is None:
            return
        last = self._last.get(role.pk, role.last_attested)
        self._last[role.pk] = max(last, day) if last else day
        if role._state.adding:
            role.first_attested = min(role.first_attested, day) if role.first_attested else day
            role.last_attested = max(role.last_attested, day) if role.last_attested else day
