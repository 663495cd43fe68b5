"""Periods and states of figures: "phấn đấu" and "6 tháng đầu năm" hold until other words take their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

Status = Literal["planned", "projected", "achieved"]
Extent = Literal["year", "part", "now", "end", "none"]

_YEAR = r"(?:19|20)\d\d"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Horizon:
    """What a figure speaks of: `period` as facts/1 has it, its `extent`, and the state its words gave it so far.

    `estimated` tells "ước" (over or not, its period decides) from other states; `status` None is not said.
    """

    period: str | None = None
    extent: Extent = "none"
    status: Status | None = None
    estimated: bool = False

    def settled(self, reference: str | None, ordered: bool) -> tuple[Status, str | None]:
        """Status and period for a figure: estimates of a period that is over are achieved; orders are plans.

        `reference` is when the meeting was held as far as known (`2025-11-19` or `2025`).
        """
        status: Status = self.status or ("planned" if ordered else "achieved")
        if self.estimated:
            over = self.extent in ("part", "now") or bool(self.period and reference and self.period[:4] < reference[:4])
            status = "achieved" if over else "projected"
        return status, None if self.extent == "end" and status == "achieved" else self.period


_Reading = tuple[str | None, Extent]
_Read = Callable[[re.Match[str], str | None], _Reading]


def _of_year(part: str, printed: str | None, reference: str | None) -> _Reading:
    year = printed or (reference or "")[:4]
    return (f"{year}-{part}" if year else None), "part"


# Later words win over earlier ones; where two rules claim the same words, the earlier rule has them.
PERIODS: tuple[tuple[str, re.Pattern[str], _Read | None], ...] = tuple(
    (rule, re.compile(pattern, re.IGNORECASE | re.VERBOSE), read)
    for rule, pattern, read in (
        (
            "compared with",
            r"(?:so\ với|so|cùng\ kỳ|bằng)(?:\ (?:cùng\ kỳ|thực\ hiện|ước\ thực\ hiện|mức|của|năm\ trước))*"
            r"\ (?:năm|tháng\ \d+/?|quý\ [IV]+/?|cuối\ năm)\ ?" + _YEAR,
            None,
        ),
        ("reform's year", r"nghị\ quyết\ số\ \S+|Luật\ [^,;]{3,40}\ năm\ " + _YEAR, None),
        (
            "span of years",
            r"\b(?:giai\ đoạn|thời\ kỳ|nhiệm\ kỳ|năm|từ)\ (?:từ\ )?(?:năm\ )?("
            + _YEAR
            + r")(?:\s?-\s?|\ đến\ (?:năm\ )?)("
            + _YEAR
            + ")",
            lambda m, _: (f"{m[1]}/{m[2]}", "year"),
        ),
        (
            "months counted",
            r"\b\d{1,2}\ tháng(?:\ (?:đầu|cuối)\ năm)?(?:\ năm)?(?:[\ /]" + _YEAR + r")?(?!\ (?:tới|tiếp))",
            lambda m, _: (None, "part"),
        ),
        (
            "up to now",
            r"\b(?:tính\ |lũy\ kế\ )?đến\ (?:hết\ )?(?:ngày|tháng|quý|nay|thời\ điểm|\d{1,2}[/.-]\d{1,2})[^,;]{0,14}|\b(?:hiện\ nay|hiện\ tại|hiện)\b",
            lambda m, _: (None, "now"),
        ),
        (
            "month",
            r"\btháng\ (\d{1,2})(?:\s?[/-]\s?(" + _YEAR + r")|\ năm\ (" + _YEAR + r"))?(?![\d/-])",
            lambda m, reference: _of_year(f"{int(m[1]):02}", m[2] or m[3], reference),
        ),
        (
            "quarter",
            r"\bquý\ (IV|I{1,3}|[1-4])(?:\s?[/-]\s?(" + _YEAR + r")|,?\ năm\ (" + _YEAR + r"))?",
            lambda m, reference: _of_year(f"Q{_QUARTERS.get(m[1].lower()) or m[1]}", m[2] or m[3], reference),
        ),
        ("end of a year", r"\b(?:đến|tới)\ (?:hết|cuối)\ năm\ (" + _YEAR + ")", lambda m, _: (m[1], "end")),
        ("year", r"\bnăm\ (?:" + _YEAR + r",\ )*(" + _YEAR + r")(?!\d)", lambda m, _: (m[1], "year")),
        ("this year", r"\b(?:cả\ năm|năm\ nay)\b", lambda m, reference: ((reference or "")[:4] or None, "year")),
    )
)
_PLAN_IS = r"(?:chỉ\ tiêu|kế\ hoạch|dự\ toán)[^;,]{0,70}\ (?:là|giao|phê\ duyệt|được\ giao|tăng|từ)(?=\s|\Z)"
STATES: tuple[tuple[str, re.Pattern[str], Status | None], ...] = tuple(
    (rule, re.compile(pattern, re.IGNORECASE | re.VERBOSE), status)
    for rule, pattern, status in (
        (
            "aimed at a day",
            r"\b(?:phấn\ đấu|mục\ tiêu|quyết\ tâm|sẽ|chậm\ nhất|hoàn\ thành|trước)[^;,]{0,30}\ đến\ (?:hết\ )?ngày",
            "planned",
        ),
        (
            "aimed at",
            r"\bchỉ\ tiêu\s*(?:trên|hơn|ít\ nhất|tối\ thiểu)?\s*\Z|\bmục\ tiêu\s*(?:trên|hơn)?\s*\Z",
            "planned",
        ),
        (
            "measured by the plan",
            r"\b(?:so\ với|vượt|theo|bằng|hoàn\ thành|đạt|thực\ hiện)(?:\ (?:và\ vượt|các|\d+))*\ (?:mục\ tiêu|chỉ\ tiêu|kế\ hoạch|dự\ toán)"
            r"|\bmục\ tiêu\ quốc\ gia|\bgiải\ ngân\ kế\ hoạch",
            None,
        ),
        (
            "plan",
            r"\b(?:phấn\ đấu|mục\ tiêu|cố\ gắng|quyết\ tâm|sẽ|đến\ năm\ " + _YEAR + r"|" + _PLAN_IS + r")(?![^\W_])",
            "planned",
        ),
        ("outlook", r"\b(?:dự\ kiến|dự\ báo)(?![^\W_])", "projected"),
        ("estimate", r"\b(?:ước|ước\ tính|dự\ ước)(?![^\W_])", "projected"),
        (
            "reached",
            r"\b(?:đã|mới\ đạt|chỉ\ đạt|đạt\ được|đến\ nay|hiện\ nay|hiện|tính\ đến|lũy\ kế|đến\ (?:hết\ )?ngày)(?![^\W_])",
            "achieved",
        ),
    )
)


_Decision = TypeVar("_Decision")


def _last(
    rules: tuple[tuple[str, re.Pattern[str], _Decision | None], ...], words: str
) -> tuple[str, re.Match[str], _Decision] | None:
    """The reading that stands last in `words`; a rule that decides nothing keeps its words from the later rules."""
    taken = bytearray(len(words))
    last: tuple[str, re.Match[str], _Decision] | None = None
    for rule, pattern, decision in rules:
        for match in pattern.finditer(words):
            own = slice(*match.span())
            if any(taken[own]):
                continue
            taken[own] = b"\x01" * len(taken[own])
            if decision is not None and (last is None or match.start() > last[1].start()):
                last = rule, match, decision
    return last


def advance(horizon: Horizon, words: str, reference: str | None) -> Horizon:
    """The horizon after `words`, which lead to a figure: "Dự kiến cả năm 2025, GRDP …" is projected for 2025."""
    period = _last(PERIODS, words)
    if period is not None:
        _, match, read = period
        value, extent = read(match, reference)
        state_goes = extent == "now" or (extent != horizon.extent and horizon.status != "planned")
        horizon = replace(horizon, period=value, extent=extent)
        if state_goes:
            horizon = replace(horizon, status=None, estimated=False)
    state = _last(STATES, words)
    if state is not None:
        horizon = replace(horizon, status=state[2], estimated=state[0] == "estimate")
    return horizon


def period_of_plan(words: str) -> str | None:
    """The year printed with the plan behind a figure: "đạt 19% kế hoạch vốn năm 2024" speaks of 2024."""
    match = re.search(r"\b(?:kế hoạch|dự toán|tổng chi|chỉ tiêu)[^;,]*?\bnăm (" + _YEAR + r")\b", words, re.IGNORECASE)
    return match[1] if match else None
