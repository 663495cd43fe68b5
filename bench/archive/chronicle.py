"""What a meeting of an archive leaves for those that follow: days of offices, tasks to repeat, names that are taken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bench.archive.rows import Rows, made
from meetings.models import Repetition
from people.names import name_key

if TYPE_CHECKING:
    from bench.archive.events import Event, Order


class Chronicle:
    """`days` are the first and last of each role by its key, `earlier` the task that may be told again by province."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.days: dict[int, list[date]] = {}
        self.earlier: dict[int | None, tuple[Any, str, list[str]]] = {}
        self._identities: set[str] = set()
        self._chains: set[int] = set()

    def attested(self, role: Any, day: date | None) -> None:
        """Notes that a role is attested on a day."""
        if day is None:
            return
        days = self.days.setdefault(role.pk, [day, day])
        days[0], days[1] = min(days[0], day), max(days[1], day)

    def identity(self, event: Event) -> str | None:
        """What makes two texts tell of one meeting; None where the day or the province is unknown."""
        if event.place.province is None or event.day is None or event.precision != "day":
            return None
        number = "" if event.number is None else event.number
        own = f"{event.place.province.slug}|{name_key(event.body)[:100]}|{event.day.isoformat()}|{event.kind}|{number}"
        free, count = own, 1
        while free in self._identities:
            count += 1
            free = f"{own}#{count}"
        self._identities.add(free)
        return free

    def remember(self, province: int | None, directive: Any, order: Order) -> None:
        """Keeps a task that a later meeting of the province may tell again, and ties one that was."""
        if order.repeats is not None:
            head = order.repeats
            if head not in self._chains:
                self._chains.add(head)
                self._rows.add(made(Repetition, {}, directive_id=head, chain=head))
            again = {"directive_id": directive.pk, "chain": head, "earlier_id": head, "likeness": 100}
            self._rows.add(made(Repetition, {}, **again))
        else:
            self.earlier[province] = (directive.pk, order.task, order.agencies)
