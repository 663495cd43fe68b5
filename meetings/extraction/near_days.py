"""Days told from the day on which the report appears: "chiều nay", "suốt ngày hôm qua", "sáng thứ Hai vừa qua"."""

from __future__ import annotations

import datetime
import re

from meetings.extraction.dates import DateMention
from meetings.extraction.day_parts import WEEKDAY, clock_before, part_before, part_behind
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, span_of
from meetings.extraction.wording import has_any

_GATE = (" nay", " qua", "thứ ", "chủ nhật")
# Where a date follows, it is that date which is told: "chiều nay (5/9)".
_NO_DATE = (
    r"(?! ?[(,–-]? ?(?:(?:ngày|m[ùồ]ng|" + WEEKDAY + r")[ ,(]+)*\d{1,2}\s?[/.-]\s?\d|,? ngày|,? \(?(?:ngày )?\d)(?!\w)"
)
_NEAR_DAY = re.compile(
    r"(?<!\w)(?<!ánh )(?:"
    r"(?:sáng|trưa|chiều|tối|đêm|hôm|(?:cả|trọn|suốt|nguyên)(?: một)? ngày) (?:ngày )?(?:hôm )?(?:nay|(?P<eve>qua))|"
    rf"(?:(?:sáng|trưa|chiều|tối|đêm|hôm|ngày) |(?P<alone>))(?P<weekday>{WEEKDAY})"
    r"(?P<past> (?:vừa (?:qua|rồi)|tuần (?:này|qua|trước)))?+(?! (?:tới|sau|tuần|hằng|hàng|đầu|cuối|trong))"
    r")" + _NO_DATE,
    re.IGNORECASE,
)
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5, "nhật": 6,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NearDay:
    """A day told from the day of the report: so many `days_ago`, or the last such `weekday` (0 is Monday)."""

    span: Span
    session: str | None
    days_ago: int = 0
    weekday: int | None = None
    of_week: str = ""  # "tuần trước" and the like

    def on(self, published: DateMention | None) -> datetime.date | None:
        """Which day it was for a report that appeared then; None where that day is not printed in full."""
        if not (published and published.year and published.month and published.day):
            return None
        day = datetime.date(published.year, published.month, published.day)
        if self.weekday is None:
            return day - datetime.timedelta(days=self.days_ago)
        if self.of_week == "tuần qua":
            return None
        if self.of_week == "tuần trước":
            return day - datetime.timedelta(days=day.weekday() + 7 - self.weekday)
        return day - datetime.timedelta(days=(day.weekday() - self.weekday) % 7)


def find_near_days(plain: str, sentence: Span) -> list[NearDay]:
    """The days that the sentence tells so, in order."""
    if not has_any(plain[sentence.start : sentence.end].lower(), _GATE):
        return []
    found = []
    for match in _NEAR_DAY.finditer(plain, *sentence):
        if match["alone"] is not None and not (match["past"] and match[0][0].isupper()):
            continue  # "kỳ họp thứ Ba"; a weekday by itself opens the sentence: "Thứ sáu vừa rồi, …"
        session = part_before(plain, match.end()) or part_behind(plain, match.end()) or clock_before(plain, match.end())
        weekday = _WEEKDAYS[match["weekday"].split()[-1].lower()] if match["weekday"] else None
        found.append(
            NearDay(
                span_of(match.span()), session, int(match["eve"] is not None), weekday, (match["past"] or "").strip()
            )
        )
    return found
