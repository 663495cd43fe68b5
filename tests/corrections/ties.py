"""Steps in which people say what became of organizations: successors, and who took over parts of their work."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from people.models import Handover, Organization
from tests.corrections.people import People, numbers

DUTIES = ("trẻ em", "giá đất", "")


class Ties(People):
    """Successor links and handovers."""

    @rule(n=numbers, m=numbers, ended=st.booleans())
    def succeed(self, n: int, m: int, ended: bool) -> None:
        """An organization became another one, or none."""
        former, heir = self.any(Organization, n), self.any(Organization, m)
        if former is None or former == heir:
            return
        former.successor = heir if ended else None
        former.save()
        self.decisions.successors[former.pk] = former.successor_id
        self.check()

    @rule(n=numbers, m=numbers, duties=st.sampled_from(DUTIES))
    def hand_over(self, n: int, m: int, duties: str) -> None:
        """Another one took over a part of its work."""
        former, heir = self.any(Organization, n), self.any(Organization, m)
        if former is None or heir is None or former == heir:
            return
        tie = Handover.objects.filter(former=former, heir=heir).first() or Handover(former=former, heir=heir)
        tie.duties, tie.unverified = duties, False
        tie.save()
        self.decisions.handovers[former.pk, heir.pk] = duties
        self.check()

    @rule(n=numbers)
    def hand_nothing_over(self, n: int) -> None:
        """A handover, of a person or of the machine, is none."""
        ties = list(Handover.objects.order_by("pk"))
        if not ties:
            return
        tie = ties[n % len(ties)]
        pair = (tie.former_id, tie.heir_id)
        tie.delete()
        self.decisions.handovers[pair] = None
        self.check()
