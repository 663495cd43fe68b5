"""Whose part somebody takes: in "thừa ủy quyền của ‹Chủ tịch UBND tỉnh›, Giám đốc Sở A" the first does nothing."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern

_BEHALF = WordPattern(
    r"(?<!\w)(?:(?:ủy quyền(?! của)|(?:ủy quyền|chỉ đạo|đề nghị|ý kiến|phân công|yêu cầu|sự đồng ý|sự thống nhất|"
    r"kết luận|giới thiệu|lời mời) của)|thay mặt|theo)(?: (?:đồng chí|ông|bà|đ/c))? $",
    re.IGNORECASE,
)
# "A, r ‹thừa ủy quyền của› Chủ tịch UBND tỉnh trình bày": what follows is A's act.
_ACTING_FOR = re.compile(
    r"[ ,]*(?:đã )?(?:(?:thừa|được)(?: sự)? ủy quyền(?: của)?|thay mặt(?: cho)?|đại diện cho)"
    r" (?:đồng chí |ông |bà |đ/c )?"
)


def on_behalf(plain: str, start: int) -> bool:
    """Whether the title at `start` names him on whose behalf or word another one acts."""
    return bool(_BEHALF.search(plain, max(0, start - 40), start))


def acts_for_next(plain: str, end: int, start: int) -> bool:
    """Whether the words between one person, who ends at `end`, and the next make the first act for the second."""
    return bool(_ACTING_FOR.fullmatch(plain, end, start))
