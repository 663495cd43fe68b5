"""What agencies became and when: the mergers of 2025, by the table agency_successions."""

from __future__ import annotations

import datetime
from functools import cache

from meetings.extraction.lexicon import table
from meetings.extraction.records import dataclass

_DAY = len("2025-03-01")


@dataclass(frozen=True, slots=True)
class Life:
    """How long agencies of a name exist and what they become; None where that is not known or has not happened.

    `successor` takes on an agency's work as a whole, each of `heirs` a part of it. `source` says what tells so.
    """

    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    successor: str | None = None
    heirs: tuple[str, ...] = ()
    source: str = ""

    def covers(self, day: datetime.date) -> bool:
        """Whether agencies of that name exist on `day`, as far as is known."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@cache
def lives() -> dict[str, Life]:
    """The lives that are known, by an agency's name as the table agencies has it."""
    began: dict[str, datetime.date | None] = {}
    for row in table("agency_successions"):
        if row["founded"]:
            began.setdefault(row["successor"], _day(row["since"]))
    found = {name: Life(valid_from=began.get(name)) for name in began}
    for name in {row["former"]: None for row in table("agency_successions") if row["former"]}:
        rows = [row for row in table("agency_successions") if row["former"] == name]
        whole = next((row for row in rows if not row["duties"]), None)
        since = _day(whole["since"]) if whole else None
        found[name] = Life(
            valid_from=began.get(name),
            valid_to=since - datetime.timedelta(days=1) if since else None,
            successor=(whole["successor"] or None) if whole else None,
            heirs=tuple(row["successor"] for row in rows if row["duties"]),
            source=(whole or rows[0])["source"],
        )
    return found


def life_of(name: str) -> Life:
    """The life of agencies called `name`, e.g. Sở Kế hoạch và Đầu tư until 2025-02-28, then part of Sở Tài chính."""
    return lives().get(name, Life())


def _day(since: str) -> datetime.date | None:
    """The day, where it is one and not a month or a year."""
    return datetime.date.fromisoformat(since) if len(since) == _DAY else None
