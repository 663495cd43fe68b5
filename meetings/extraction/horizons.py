"""Periods and states of figures: "phấn đấu" and "6 tháng đầu năm" hold until other words take their place."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.cued import CuedRules, Decision
from meetings.extraction.periods import PERIODS, YEAR, Extent, Read, months_counted
from meetings.extraction.spans import Span
from meetings.extraction.states import STATES, Status

_PERIODS, _STATES = CuedRules(PERIODS), CuedRules(STATES)
_YEARS_END = 11  # from this month on an estimate without a period is one of the whole year
_LATE_IN_MONTH = 25  # … and from this day on those of months counted from the year's beginning
_LATE = 20  # from this day of its last month on a quarter's figures are told as reached
# "Sở ‹Kế hoạch› và Đầu tư" plans nothing by its name.
_AGENCIES = WordPattern(
    r"[Kk]ế hoạch(?: và | - |-| & )(?:Đầu tư|đầu tư|Tài chính|Tổng hợp)|(?<=Phòng )Kế hoạch|(?<=Ban )Kế hoạch"
)
# What may stand before a year that is no part of a measure's name.
_OPENING = re.compile(
    r"\W*(?:(?:trong|đến|tới|hết|cuối|cả|của|ước|dự|kiến|kết|thúc|tính|chung|riêng|mục|tiêu|phấn|đấu|theo|báo|cáo|và)\W*)*",
    re.IGNORECASE,
)
_PLAN_YEAR = re.compile(
    r"\b(?:vốn|kế hoạch|dự toán|ngân sách)\b[^,;:]{0,40}? năm (" + YEAR + r")[^,;:\d]{0,12}\Z", re.IGNORECASE
)
# "Nghị quyết về nhiệm vụ ‹năm 2025›" speaks of the whole year.
_OF_A_YEAR = re.compile(
    r"nghị quyết|nhiệm vụ|phương hướng|mục tiêu|chỉ tiêu|tình hình|kết quả thực hiện|(?:kế hoạch|dự toán|kịch bản) \Z",
    re.IGNORECASE,
)
_OF_ONE_YEAR = frozenset({"year", "part"})
# One of these words is in all that tells a year or a part of one.
_TELLS_YEAR = WordPattern(r"(?:năm|tháng|quý|vụ|giai|thời|nhiệm|từ)(?!\w)", re.IGNORECASE)
_SAYS_WHEN = re.compile(r"[\dnN](?:(?<=\d)|[ăĂ][mM])")
_CLAUSE_END = re.compile(r"[,;:.]\s")


class Horizon(NamedTuple):
    """What a figure speaks of: `period` as facts/1 has it, its `extent`, and the state its words gave it so far.

    `earlier` is the extent last spoken of in the paragraphs before. `estimated` tells "ước" (over or not, its period
    decides) from other states; `status` None is not said. The two `why` name the rules that decided. `embedded` is a
    year printed inside the name of one measure, "thu nhập ‹năm 2013› đạt …", which says nothing of the next measure.
    `last_month` ends the months that are counted from the year's beginning: 9 of "9 tháng đầu năm".
    """

    period: str | None = None
    extent: Extent = "none"
    earlier: Extent = "none"
    status: Status | None = None
    estimated: bool = False
    why_period: str = ""
    why_status: str = ""
    embedded: bool = False
    last_month: int | None = None

    @property
    def one_measure(self) -> bool:
        """Whether the period is only that of one measure; a plan's year is that of all its measures."""
        return self.embedded and self.status != "planned"

    def settled(self, reference: str | None, ordered: bool) -> tuple[Status, str | None]:
        """Status and period for a figure: estimates of a period that is over are achieved; orders are plans.

        `reference` is when the meeting was held as far as known (`2025-11-19` or `2025`).
        """
        status: Status = self.status or ("planned" if ordered else "achieved")
        if self.estimated:
            extent = self.earlier if self.extent == "none" else self.extent
            month = (reference or "")[5:7]
            early = extent == "none" and month.isdigit() and int(month) < _YEARS_END
            over = (
                early
                or extent == "now"
                or (extent == "part" and not _goes_on(self.period, self.last_month, reference))
                or bool(self.period and reference and self.period[:4] < reference[:4])
            )
            status = "achieved" if over else "projected"
        return status, None if self.extent == "end" and status == "achieved" else self.period


def _goes_on(period: str | None, last_month: int | None, reference: str | None) -> bool:
    """Whether a quarter (`2026-Q1`) or the months up to `last_month` were not over when the meeting was held."""
    if reference is None or len(reference) < len("2026-03-05"):
        return False
    year, month, day = map(int, reference.split("-"))
    if period and "Q" in period:
        return (year, month, day) < (int(period[:4]), int(period[-1]) * 3, _LATE)
    return period is None and last_month is not None and (month, day) < (last_month, _LATE_IN_MONTH)


def advance(horizon: Horizon, words: str, reference: str | None) -> Horizon:
    """The horizon after `words`, which lead to a figure: "Dự báo cả năm 2021, sản lượng …" is projected for 2021."""
    if "ế hoạch" in words:
        words = _AGENCIES.compiled.sub(lambda match: "·" * len(match[0]), words)
    return _after(horizon, 0, _PERIODS.last(words), _STATES.last(words), reference)


def advance_in(horizon: Horizon, plain: str, span: Span, reference: str | None) -> Horizon:
    """As `advance`, for the words under `span` of the text that is read, which is asked only where it has signs."""
    if _AGENCIES.search(plain, *span):
        return advance(horizon, span.of(plain), reference)
    period, state = _PERIODS.last_in(plain, *span), _STATES.last_in(plain, *span)
    return _after(horizon, span.start, period, state, reference) if period or state else horizon


_Sign = tuple[str, re.Match[str], Decision]


def _after(
    horizon: Horizon, start: int, told: _Sign[Read] | None, state: _Sign[Status] | None, reference: str | None
) -> Horizon:
    """The horizon after the last period and state of the words that begin at `start`."""
    period, extent, earlier, status, estimated, why_period, why_status, embedded, last_month = horizon
    if told is not None:
        why_period, match, read = told
        # "Quý I/2024 …, quý II …": the year that a part of it was printed with goes on
        year = period if extent == "part" and period else reference
        period, extent = read(match, year if why_period in ("month", "quarter") else reference)
        counted = why_period == "months counted"
        gone_by = counted and match.string[match.end() : match.endpos].lstrip().startswith("qua")
        embedded = why_period == "year" and _is_embedded(match, start)
        if why_period == "up to now" and (plan := _PLAN_YEAR.search(match.string, start, match.start())):
            period = plan[1]  # "giải ngân vốn năm 2024 đến hết tháng 10": of that year's plan
        last_month = months_counted(match[0]) if counted and not gone_by else None
        if extent == "now" or gone_by or (extent != horizon.extent and status != "planned"):
            status, estimated, why_status = None, False, ""
    if state is not None:
        why_status, _, status = state
        estimated = why_status == "estimate"
    return Horizon(period, extent, earlier, status, estimated, why_period, why_status, embedded, last_month)


def _is_embedded(year: re.Match[str], start: int) -> bool:
    """Whether the year stands behind other words of its clause, which begins after `start`, with no comma behind it."""
    if year.string[year.end() : min(year.end() + 1, year.endpos)] in (",", ":"):
        return False
    clause = _CLAUSE_END.split(year.string[start : year.start()])[-1]
    return not (_OPENING.fullmatch(clause) or _OF_A_YEAR.search(clause))


# "(cùng kỳ quý I/2024 ‹tăng› 6,26%)": the figure is the other period's.
COMPARED_PERIOD = re.compile(
    r"(?<!so )(?<!với )(?<!trên )\b[Cc]ùng kỳ(?: năm)? ?(?:(?P<part>(?:quý|tháng) \w{1,4}[/ ])?(?:năm )?(?P<year>"
    + YEAR
    + r")"
    r"|trước|ngoái)(?: chỉ| đã)?(?: tăng| giảm| đạt| là| được| thu|:)*\s\Z"
)


def compared_with(horizon: Horizon, compared: re.Match[str], reference: str | None) -> Horizon:
    """The horizon of one figure that is told of an earlier period, for comparison."""
    part, year = compared["part"] or "", compared["year"]
    period = f"{part.rstrip('/ ')}/{year}" if part else f"năm {year}" if year else ""
    past = Horizon(earlier=horizon.earlier, status="achieved", why_status="compared with")
    return advance(past, period, reference)._replace(status="achieved") if period else past


def _may_tell_year(topic: Horizon, plain: str, sentence: Span) -> bool:
    """Whether the sentence tells of a time while a year is spoken of, or of a year or a part of one."""
    told_of = topic.extent in _OF_ONE_YEAR
    if not (told_of or _TELLS_YEAR.places(plain, *sentence)) or not _SAYS_WHEN.search(plain, *sentence):
        return False
    return told_of or _PERIODS.last_in(plain, *sentence) is not None


def spoken_of(topic: Horizon, plain: str, sentence: Span, reference: str | None) -> Horizon:
    """A sentence without a figure changes the topic when it announces a list or speaks of one year or part of it."""
    announces = plain.endswith(":", *sentence)
    if not announces and not _may_tell_year(topic, plain, sentence):
        return topic
    spoken = advance_in(topic, plain, sentence, reference)
    if not announces:
        of_one_year = spoken.extent in _OF_ONE_YEAR and "/" not in (spoken.period or "")
        if spoken is topic or not of_one_year:
            return topic
    return spoken._replace(embedded=False) if spoken.embedded else spoken
