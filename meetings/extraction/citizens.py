"""Citizens whose case a meeting hears: the title behind such a name is another's, who acts on the case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.extraction.acts import deed_at
from meetings.extraction.endings import endings
from meetings.extraction.roster_items import Item
from meetings.extraction.spans import Span

_FORMS = ("ông ", "bà ", "anh ", "chị ", "cụ ")
_FORM = rf"(?:{'|'.join(_FORMS)}|các ông |các bà )?\Z"
_OF_CASE = (
    r"(?<!\w)(?:gia đình|hộ|hộ dân|hộ gia đình|trường hợp|vợ chồng|mẹ con|cha con|"
    r"(?:đơn|đơn thư|khiếu nại|tố cáo|phản ánh|vụ việc|vụ|nhà|đất)(?: [^\W\d_]+)? của) "
)
_CASE = re.compile(_OF_CASE + _FORM, re.IGNORECASE)
_CASE_ENDS = endings(re.compile(_OF_CASE, re.IGNORECASE))  # before a form of address; looked for first
_TOPIC = re.compile(
    r"(?:\A|[.;:\n] ?)(?:đối với|với|về|liên quan đến|riêng|xét)(?: [^\W\d_]+){0,3} " + _FORM, re.IGNORECASE
)
_BEFORE = 60
_LONGEST_END = 16


def is_citizen(plain: str, name: Span, following: Sequence[Item]) -> bool:
    """Whether the words before `name` make it one whose case is heard; `following` are the items behind it.

    "Đối với gia đình bà ‹A›, Chủ tịch UBND tỉnh giao …", "Đối với ông ‹A›, Giám đốc Sở Y tế yêu cầu …".
    """
    before = plain[max(0, name.start - _BEFORE) : name.start]
    last = before[-_LONGEST_END:].lower()
    if last.endswith(_FORMS):
        last = last[: last.rfind(" ", 0, -1) + 1].removesuffix("các ")
    if last.endswith(_CASE_ENDS) and _CASE.search(before):
        return True
    if len(following) < 2 or following[0].text != "," or not following[1].title or not _TOPIC.search(before):
        return False
    end = following[1].end
    return plain.startswith(" ", end) and deed_at(plain, end + 1, len(plain)) is not None
