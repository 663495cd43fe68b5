"""What a figure measures: the words as printed, and one canonical name so that figures form series."""

from __future__ import annotations

import re
from typing import Literal

from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import Span, matchable

Aspect = Literal["level", "growth", "share"]


def _names() -> tuple[dict[str, dict[str, str]], re.Pattern[str]]:
    known: dict[str, dict[str, str]] = {}
    for row in table("metrics"):
        for name in (row["metric"], *variants(row["variants"])):
            known.setdefault(matchable(name).lower(), row)
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return known, re.compile(r"(?<![^\W_])(?:" + names + r")(?![^\W_])", re.IGNORECASE)


_KNOWN, _NAME = _names()
# Words beside the name that leave the measure what it is; any others make it one of its own ("… nông sản").
_HARMLESS = re.compile(
    r"(?<![^\W_])(?:tổng|tỷ lệ|tốc độ|số|nguồn|mức|chỉ tiêu|giá trị|của (?:tỉnh|thành phố)|toàn (?:tỉnh|"
    r"thành phố)|cả (?:tỉnh|năm)|nhà nước|"
    r"trên địa bàn(?: tỉnh| thành phố)?|năm \d{4}|\d+ tháng(?: đầu năm| cuối năm)?|theo chuẩn(?: nghèo)? đa chiều|"
    r"đa chiều|bình quân|"
    r"hàng hóa|mới|thêm|đón|thu hút|hoàn thành|xây dựng|phát triển|tỉnh|thành phố|ước)(?![^\W_])|[\W_]",
    re.IGNORECASE,
)
# What comes before and after the name of a measure in a sentence without belonging to it.
_BEFORE = re.compile(
    r"\A(?:[\s,;:.(-]+|(?:trong đó|đồng thời|bên cạnh đó|cùng với đó|theo (?:đó|báo cáo)|cụ thể|riêng|nhất là|"
    r"đặc biệt|hiện nay|hiện|"
    r"đến nay|toàn tỉnh|cả tỉnh|tỉnh ta|tỉnh|thành phố|huyện|địa phương|phấn đấu|cố gắng|quyết tâm|dự kiến|"
    r"ước tính|ước|mục tiêu|"
    r"chỉ tiêu|và|với|đã|đang|sẽ|đưa|nâng|mới|có|thêm|là|để|cho biết|tiếp tục|bảo đảm|đảm bảo|trong|năm \d{4}|cả năm|"
    r"(?:đến|tới|tính đến)(?: hết| cuối)?(?: ngày| tháng| quý| năm)? [\dIV/.-]+|\d+ tháng(?: đầu năm| cuối năm| qua)?|"
    r"giai đoạn [\d\s-]+|quý [IV\d/]+|tháng [\d/-]+|của|được|giao|yêu cầu|đề nghị)(?![^\W_]))+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\s,;:(-]+|(?<![^\W_])(?:đạt được|đạt|là|bằng|còn|vượt|chiếm|duy trì|lên|xuống|từ|ước|dự kiến|khoảng|mới|"
    r"chỉ|đã|phấn đấu|"
    r"thực hiện|được giao|được|(?<!bàn )giao|tăng|giảm|bình quân|thêm|cả năm|năm \d{4}|mỗi năm|hằng năm|hàng năm|"
    r"và|với|có|cho|"
    r"đến hết|đến ngày|đến|tới|trong|hết|đến năm \d{4}|đến cuối năm|\d+ tháng(?: đầu năm| cuối năm)?|quý [IV\d/]+|"
    r"tháng [\d/-]+|"
    r"ngày [\d/-]+|giai đoạn [\d\s-]+|của tỉnh|toàn tỉnh|mức|đều|gấp|cao|mục tiêu|trên|hơn|gần))+\Z",
    re.IGNORECASE,
)


def known_metric(words: str) -> tuple[Span, dict[str, str]] | None:
    """Where the longest measure known in `words` stands, and its row of the table metrics, or None."""
    found = max(_NAME.finditer(words), key=lambda match: (match.end() - match.start(), -match.start()), default=None)
    return (Span(*found.span()), _KNOWN[found[0].lower()]) if found else None


def name_of_measure(words: str) -> str:
    """`words` without what leads in and the verb after: "phấn đấu thu ngân sách cả năm đạt" is "thu ngân sách"."""
    name = _AFTER.sub("", _BEFORE.sub("", words)).strip(" ,;:.-\"'")
    return name + ")" * (name.count("(") - name.count(")"))


def canonical(metric: str, aspect: Aspect, direction: str, in_percent: bool) -> str:
    """One name per series: "GRDP 9 tháng" as growth is "tăng trưởng GRDP", a share of the plan is a series of its own.

    A measure with more words than the table knows keeps them: "giá trị xuất khẩu nông sản" is not all exports.
    """
    words = matchable(metric)
    known = known_metric(words)
    row: dict[str, str] = {}
    if known and not _HARMLESS.sub("", words[: known[0].start] + words[known[0].end :]):
        row = known[1]
    base = row.get("metric") or metric.lower()
    if aspect == "growth":
        return row.get("growth") or f"{base} ({direction})"
    if in_percent and row.get("rate"):
        return row["rate"]
    return f"{base} so với kế hoạch" if aspect == "share" else base
