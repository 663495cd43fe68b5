"""Words that tell which period a figure speaks of: "cả năm 2025", "6 tháng đầu năm", "quý III/2024"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from meetings.extraction.cued import Cued, cued

Extent = Literal["year", "part", "now", "end", "none"]
Reading = tuple[str | None, Extent]
Read = Callable[[re.Match[str], str | None], Reading]

YEAR = r"(?:19|20)\d\d"
# "hiện" alone is now; in "thực hiện", "hiện hành" and the like it is not.
NOW = r"(?<!thực\ )(?<!phát\ )(?<!thể\ )(?<!xuất\ )hiện(?!\ (?:hành|đại|thực|trạng|hữu|vật))"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COUNTED = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười một": 11, "mười": 10}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](" + YEAR + r"))?|tháng (\d{1,2})(?:/(" + YEAR + r"))?")


def months_counted(words: str) -> int:
    """How many months "9 tháng đầu năm" and "sáu tháng" count."""
    number = words.lower().partition(" tháng")[0]
    return int(number) if number.isdigit() else _COUNTED[number]


def _is_ahead(words: str, reference: str | None) -> bool:
    """Whether "đến 31/12" names a day or month after that of the meeting."""
    day = _DAY.search(words)
    if day is None or reference is None or len(reference) < len("2024-05"):
        return False
    year, month = day[3] or day[5] or reference[:4], int(day[2] or day[4])
    due = f"{year}-{month:02}" + (f"-{int(day[1]):02}" if day[1] else "")
    return due[: len(reference)] > reference[: len(due)]


def _of_year(part: str, printed: str | None, reference: str | None) -> Reading:
    year = printed or (reference or "")[:4]
    return (f"{year}-{part}" if year else None), "part"


# Later words win over earlier ones; where two rules claim the same words, the earlier rule has them.
PERIODS: tuple[Cued[Read], ...] = (
    cued(
        "compared with",
        r"(?:so\ với|so|cùng\ kỳ|bằng)(?:\ (?:cùng\ kỳ|thực\ hiện|ước\ thực\ hiện|mức|của|năm\ trước))*"
        r"\ (?:năm|tháng\ \d+/?|quý\ [IV]+/?|cuối\ năm)\ ?" + YEAR,
        None,
    ),
    cued(
        "compared with a part",
        r"so\ với\ (?:cùng\ kỳ\ )?(?:\d+\ tháng[^,;]{0,22}|(?:tháng|quý|năm)\ trước)",
        None,
    ),
    cued("a law's year", r"nghị\ quyết\ số\ \S+|Luật\ [^,;]{3,40}\ năm\ " + YEAR, None),
    cued(
        "span of years",
        r"\b(?:giai\ đoạn|thời\ kỳ|nhiệm\ kỳ|năm|từ)\ (?:từ\ )?(?:năm\ )?("
        + YEAR
        + r")(?:\s?-\s?|\ đến\ (?:năm\ )?)("
        + YEAR
        + ")",
        lambda m, _: (f"{m[1]}/{m[2]}", "year"),
    ),
    cued(
        "months counted",
        r"\b(?:\d{1,2}|"
        + "|".join(_COUNTED)
        + r")\ tháng(?:\ (?:đầu|cuối)\ năm)?(?:\ năm)?(?:[\ /]"
        + YEAR
        + r")?(?!\ (?:tới|tiếp))",
        lambda m, _: (None, "part"),
    ),
    cued(
        "up to now",
        r"\bhết\ ngày\ \d|\b(?:tính\ |lũy\ kế\ )?đến\ (?:hết\ |cuối\ |giữa\ |đầu\ )?(?:ngày|tháng|quý|nay|thời\ điểm|"
        r"\d{1,2}[/.-]\d{1,2})[^,;]{0,14}|\b(?:" + NOW + r")\b",
        lambda m, reference: (None, "end" if _is_ahead(m[0], reference) else "now"),
    ),
    cued(
        "month",
        r"\btháng\ (\d{1,2})(?:\s?[/-]\s?(" + YEAR + r")|\ năm\ (" + YEAR + r")|\ năm\ nay)?(?![\d/-])",
        lambda m, reference: _of_year(f"{int(m[1]):02}", m[2] or m[3], reference),
    ),
    cued(
        "quarter",
        r"\bquý\ (IV|I{1,3}|[1-4])(?:\s?[/-]\s?(" + YEAR + r")|,?\ năm\ (" + YEAR + r")|\ năm\ nay)?",
        lambda m, reference: _of_year(f"Q{QUARTERS.get(m[1].lower()) or m[1]}", m[2] or m[3], reference),
    ),
    cued("end of a year", r"\b(?:đến|tới)\ (?:hết|cuối)\ năm\ (" + YEAR + ")", lambda m, _: (m[1], "end")),
    cued(
        "end of this year",
        r"\b(?:(?:đến|tới)\ (?:hết|cuối)|hết)\ năm(?!\ " + YEAR + r")(?:\ nay)?\b",
        lambda m, reference: ((reference or "")[:4] or None, "end"),
    ),
    cued("year", r"\bnăm\ (?:" + YEAR + r",\ )*(" + YEAR + r")(?!\d)", lambda m, _: (m[1], "year")),
    cued(
        "crop season",
        r"\bvụ\ (?:đông\ xuân|xuân\ hè|hè\ thu|thu\ đông|đông|xuân|mùa|hè|thu)(?:,?\ năm)?\ (" + YEAR + r")(?!\d|-)",
        lambda m, _: (m[1], "year"),
    ),
    cued("this year", r"\b(?:cả\ năm|năm\ nay)\b", lambda m, reference: ((reference or "")[:4] or None, "year")),
)
