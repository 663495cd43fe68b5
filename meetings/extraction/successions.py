"""What agencies became and when: the mergers of 2025, by the table agency_successions."""

from __future__ import annotations

import datetime
from functools import cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.records import dataclass

_DAY = len("2025-03-01")
# Before a source that was written down from memory: nobody has looked it up.
_UNCHECKED = "unchecked:"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a succession is told by: a document or decision, and the addresses of pages that tell of it.

    One that is not `checked` was written down from memory.
    """

    document: str = ""
    pages: tuple[str, ...] = ()
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agency's work that went to another than its successor, e.g. Sở Y tế: bảo trợ xã hội, trẻ em."""

    heir: str
    duties: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Life:
    """How long agencies of a name exist and what they become; None where that is not known or has not happened.

    `successor` takes on an agency's work as a whole. `basis` tells of its end, or, if it goes on, of what it took on;
    `checked` is False as soon as its beginning, its end or what became it is from memory.
    """

    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    successor: str | None = None
    parts: tuple[Part, ...] = ()
    basis: Basis = Basis()
    checked: bool = True

    def covers(self, day: datetime.date) -> bool:
        """Whether agencies of that name exist on `day`, as far as is known."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@cache
def lives() -> dict[str, Life]:
    """The lives that are known, by an agency's name as the table agencies has it."""
    rows = table("agency_successions")
    whole = [row for row in rows if not row["duties"]]
    names = [row[side] for side in ("former", "successor") for row in rows if row[side]]
    found = {}
    for name in dict.fromkeys(names):
        ends = next((row for row in whole if row["former"] == name), None)
        begins = [row for row in whole if row["successor"] == name]
        founded = next((row for row in rows if row["successor"] == name and row["founded"]), None)
        bases = [_basis(row) for row in (*([ends] if ends else []), *begins)]
        since = _day(ends["since"]) if ends else None
        found[name] = Life(
            valid_from=_day(founded["since"]) if founded else None,
            valid_to=since - datetime.timedelta(days=1) if since else None,
            successor=(ends["successor"] or None) if ends else None,
            parts=tuple(_part(row) for row in rows if row["former"] == name and row["duties"]),
            basis=bases[0] if bases else Basis(),
            checked=all(basis.checked for basis in bases),
        )
    return found


def life_of(name: str) -> Life:
    """The life of agencies called `name`, e.g. Sở Kế hoạch và Đầu tư until 2025-02-28, then part of Sở Tài chính."""
    return lives().get(name, Life())


def _basis(row: dict[str, str]) -> Basis:
    document = row["source"].removeprefix(_UNCHECKED).strip()
    return Basis(document, variants(row["pages"]), not row["source"].startswith(_UNCHECKED))


def _part(row: dict[str, str]) -> Part:
    return Part(row["successor"], row["duties"], _basis(row).checked)


def _day(since: str) -> datetime.date | None:
    """The day, where it is one and not a month or a year."""
    return datetime.date.fromisoformat(since) if len(since) == _DAY else None
