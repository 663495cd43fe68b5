"""Whose part somebody takes: in "thừa ủy quyền của ‹Chủ tịch UBND tỉnh›, Giám đốc Sở A" the first does nothing."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.endings import endings
from meetings.extraction.spans import Span
from meetings.extraction.wording import has_any

_BEHALF = WordPattern(
    r"(?<!\w)(?:(?:ủy quyền(?! của)|(?:ủy quyền|chỉ đạo|đề nghị|ý kiến|phân công|yêu cầu|sự đồng ý|sự thống nhất|"
    r"kết luận|giới thiệu|lời mời) của)|thay mặt|theo)(?: (?:đồng chí|ông|bà|đ/c))? $",
    re.IGNORECASE,
)
_BEHALF_ENDS = endings(_BEHALF.compiled)
_LONGEST_END = 12
# "A, r ‹thừa ủy quyền của› Chủ tịch UBND tỉnh trình bày": what follows is A's act.
_ACTING_FOR = re.compile(
    r"[ ,]*(?:đã )?(?:(?:thừa|được)(?: sự)? ủy quyền(?: của)?|thay mặt(?: cho)?|đại diện cho)"
    r" (?:đồng chí |ông |bà |đ/c )?"
)

# In all that `_ABSENT` matches is one of these; the first letter of two of them may be a capital.
_ABSENT_SIGNS = (_OF, _FOR, _AWAY) = ("của ", "hay mặt ", "ắng")
# "B chủ trì, được sự ‹ủy quyền của› Chủ tịch UBND tỉnh", "(‹thay mặt› Chủ tịch HĐND tỉnh đi công tác)".
_ABSENT = re.compile(
    rf"(?:(?<!\w)(?:sự|theo) (?:ủy quyền|phân công|đồng ý|cho phép|chỉ đạo) {_OF}|(?<!\w)t{_FOR})"
    r"(?:(?:đồng chí|ông|bà|đ/c) )?\Z"
    rf"|(?<!\w)v{_AWAY}(?: mặt)?(?: \([^()\n]{{1,40}}\))?:?(?: (?:các |hai )?(?:đồng chí|ông|bà|đ/c))? \Z",
    re.IGNORECASE,
)

# "A, r ‹được› Chủ tịch UBND tỉnh ‹ủy quyền› chủ trì phiên họp".
_LEAVE = re.compile(r",? (?:đã |cũng )?được (?:đồng chí |ông |bà |đ/c )?")
_GIVEN = re.compile(r",? (?:đã )?(?:ủy quyền|phân công|giao|cử|mời|chỉ định|giới thiệu|đồng ý cho|cho phép)(?= )")


def on_behalf(plain: str, start: int) -> bool:
    """Whether the title at `start` names him on whose behalf or word another one acts."""
    words = plain[max(0, start - _LONGEST_END) : start].rstrip("\n").lower()
    return words.endswith(_BEHALF_ENDS) and bool(_BEHALF.search(plain, max(0, start - 40), start))


def is_absent(plain: str, start: int) -> bool:
    """Whether the words before the person at `start` say that he was not there, or that another one took his part."""
    words = plain[max(0, start - 70) : start]
    return has_any(words, _ABSENT_SIGNS) and bool(_ABSENT.search(words))


def acts_for_next(plain: str, end: int, start: int) -> bool:
    """Whether the words between one person, who ends at `end`, and the next make the first act for the second."""
    return bool(_ACTING_FOR.fullmatch(plain, end, start))


def leave_given(plain: str, end: int, other: Span) -> int | None:
    """Where the act of the person who ends at `end` is told, if the one under `other` gave him leave to do it."""
    if not _LEAVE.fullmatch(plain, end, other.start):
        return None
    given = _GIVEN.match(plain, other.end)
    return given.end() if given else None
