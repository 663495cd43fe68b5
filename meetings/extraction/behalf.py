"""Whose part somebody takes: in "thừa ủy quyền của ‹Chủ tịch UBND tỉnh›, Giám đốc Sở A" the first does nothing."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern

_BEHALF = WordPattern(
    r"(?<!\w)(?:(?:ủy quyền|chỉ đạo|đề nghị|ý kiến|phân công|yêu cầu|sự đồng ý|sự thống nhất|kết luận|"
    r"giới thiệu|lời mời) của|thay mặt|theo)(?: (?:đồng chí|ông|bà|đ/c))? $",
    re.IGNORECASE,
)


def on_behalf(plain: str, start: int) -> bool:
    """Whether the title at `start` names him on whose behalf or word another one acts."""
    return bool(_BEHALF.search(plain, max(0, start - 40), start))
