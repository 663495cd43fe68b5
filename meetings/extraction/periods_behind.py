"""The period that is printed behind a figure: "mới chi 26% dự toán ‹năm 2022›", "lên 62% ‹vào năm 2025›"."""

from __future__ import annotations

import re

from meetings.extraction.periods import QUARTERS, YEAR
from meetings.extraction.wording import has_any

_OF_PLAN = re.compile(
    r"\b(?:kế hoạch|dự toán|tổng chi|chỉ tiêu)(?:(?! so | và )[^;,]){0,40}?\bnăm (" + YEAR + r")()\b", re.IGNORECASE
)
_WITHIN_YEAR = re.compile(
    r"\b(?:trong|vào|cho)(?: cuối| đầu| giữa| cả)? năm (" + YEAR + r")\b|\A (?:của |\()?năm (" + YEAR + r")\b"
)
_WITHIN_YEARS = re.compile(
    r"\A[^,;]{0,40}?(?:giai đoạn|thời kỳ|nhiệm kỳ) (?:từ )?(?:năm )?("
    + YEAR
    + r")(?:\s?-\s?| đến (?:năm )?)("
    + YEAR
    + r")"
)
_WITHIN_QUARTER = re.compile(r"\btrong quý (IV|I{1,3}|[1-4])(?:/(" + YEAR + r"))?(?![\w/])")
_WITHIN_MONTH = re.compile(r"\btrong tháng (\d{1,2})(?![\d/-])")
_THIS_YEAR = re.compile(r"\A (?:cả )?năm nay(?!\w)|trong năm nay(?!\w)")
_BEHIND_END = re.compile(r"[,;:.()\n]")
_NEAR = 60  # characters


def period_behind(words: str, reference: str | None) -> str | None:
    """The year printed behind a figure: "mới chi 26% dự toán năm 2022", "bố trí 45 tỷ đồng xây kè trong năm 2021"."""
    if not has_any(words, ("19", "20", "trong ", "năm nay")):
        return None
    if years := _WITHIN_YEARS.match(words):
        return f"{years[1]}/{years[2]}"
    if match := _OF_PLAN.search(words) or _WITHIN_YEAR.search(words):
        return match[1] or match[2]
    if reference and (quarter := _WITHIN_QUARTER.search(words)):
        return f"{quarter[2] or reference[:4]}-Q{QUARTERS.get(quarter[1].lower()) or quarter[1]}"
    if reference and (month := _WITHIN_MONTH.search(words)):
        return f"{reference[:4]}-{int(month[1]):02}"
    return reference[:4] if reference and _THIS_YEAR.search(words) else None


def words_behind(plain: str, end: int) -> str:
    """The words behind a figure up to the next mark, where its year may stand: "lên 62% ‹vào năm 2025›"."""
    stop = _BEHIND_END.search(plain, end, end + _NEAR)
    return plain[end : stop.start() if stop else end + _NEAR]
