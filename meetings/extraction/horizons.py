"""Periods and states of figures: "phấn đấu" and "6 tháng đầu năm" hold until other words take their place."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.cued import CuedRules
from meetings.extraction.periods import PERIODS, YEAR, Extent, months_counted
from meetings.extraction.states import STATES, Status

_PERIODS, _STATES = CuedRules(PERIODS), CuedRules(STATES)
_YEARS_END = 11  # from this month on an estimate without a period is one of the whole year
_LATE_IN_MONTH = 25  # … and from this day on those of months counted from the year's beginning
_LATE = 20  # from this day of its last month on a quarter's figures are told as reached
# "Sở ‹Kế hoạch› và Đầu tư" plans nothing by its name.
_AGENCIES = re.compile(
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
        words = _AGENCIES.sub(lambda match: "·" * len(match[0]), words)
    period = _PERIODS.last(words)
    if period is not None:
        rule, match, read = period
        # "Quý I/2024 …, quý II …": the year that a part of it was printed with goes on
        year = horizon.period if horizon.extent == "part" and horizon.period else reference
        value, extent = read(match, year if rule in ("month", "quarter") else reference)
        gone_by = rule == "months counted" and words[match.end() :].lstrip().startswith("qua")
        state_goes = extent == "now" or gone_by or (extent != horizon.extent and horizon.status != "planned")
        embedded = rule == "year" and _is_embedded(words, match)
        if rule == "up to now" and (plan := _PLAN_YEAR.search(words, 0, match.start())):
            value = plan[1]  # "giải ngân vốn năm 2024 đến hết tháng 10": of that year's plan
        last_month = None if gone_by or rule != "months counted" else months_counted(match[0])
        horizon = horizon._replace(
            period=value, extent=extent, why_period=rule, embedded=embedded, last_month=last_month
        )
        if state_goes:
            horizon = horizon._replace(status=None, estimated=False, why_status="")
    state = _STATES.last(words)
    if state is not None:
        horizon = horizon._replace(status=state[2], estimated=state[0] == "estimate", why_status=state[0])
    return horizon


def _is_embedded(words: str, year: re.Match[str]) -> bool:
    """Whether the year stands behind other words of its clause with no comma behind it."""
    clause = re.split(r"[,;:.]\s", words[: year.start()])[-1]
    if _OPENING.fullmatch(clause) or _OF_A_YEAR.search(clause):
        return False
    return words[year.end() : year.end() + 1] not in (",", ":")


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
