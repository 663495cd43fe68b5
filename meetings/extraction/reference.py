"""The day, month or year that "cả năm", "trước ngày 31/5" and other words without a year are counted from."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.extraction.dates import DateMention, publication
from meetings.extraction.facts import MeetingFact


def reference_date(dates: Sequence[DateMention], meeting: MeetingFact | None) -> str | None:
    """When the meeting was held as far as known, else when it was reported, else the one year that the text prints.

    `2025-11-19`, `2025-11`, `2025-Q4`, `2025` or None.
    """
    held = meeting.date if meeting else None
    if held and len(held) > 4:
        return held
    published = publication(dates)
    if published and (held is None or str(published.year) == held):
        return published.iso()
    if held or (meeting and meeting.period):
        return held or (meeting.period if meeting else None)
    years = {date.year for date in dates if date.year and not date.in_reference}
    return str(years.pop()) if len(years) == 1 else None
