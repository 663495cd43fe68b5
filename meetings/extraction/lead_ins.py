"""Lead-ins: sentences that only announce a list of tasks, by a colon, "như sau" or the number of its items."""

from __future__ import annotations

import re

from meetings.extraction.openings import begins_item
from meetings.extraction.orders import Order
from meetings.extraction.spans import Span

_LEAD_IN = re.compile(
    r":\s*\Z|\b(?:như sau|(?:nhiệm vụ|nội dung|giải pháp|vấn đề|việc|điểm|trọng tâm|cụ thể)(?: \w+){0,3} (?:sau"
    r"|sau đây|dưới đây))"
    r"[:.]?\s*\Z",
    re.I,
)
_LEADS_IN = (":", "sau", "sau đây", "dưới đây", "sau.", "sau đây.", "dưới đây.")
# "Ông chốt lại ba ‹việc.› Một, Sở Tài chính …" announces them, too.
_COUNTED = re.compile(
    r"(?<!\w)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|một số|mấy) (?:việc|nhiệm vụ|nội dung|giải pháp|vấn đề|yêu cầu|điểm)"
    r"(?: [^\W\d_]+){0,3}\.\Z"
)
_NEAR_END = 60
# "Năm 2025, tỉnh đề ra một số mục tiêu chủ yếu:" announces figures, no tasks.
_GOALS = re.compile(
    r"(?<!\w)(?:đề ra|đặt ra|xác định|thống nhất|thông qua|đặt|có) [^:;.]{0,40}(?:mục tiêu|chỉ tiêu)[^:;.]{0,30}:\s*\Z"
)
_LIST_LEAD = re.compile(r"nhiệm vụ|giải pháp|nội dung|cụ thể|yêu cầu|đề nghị|giao|chỉ đạo|lưu ý|như sau|kết luận", re.I)
# "Thường trực HĐND tỉnh ‹thống nhất:›" may be followed by what it decides and by what it tells others to do.
_AGREES = re.compile(r"(?<!\w)(?:thống nhất|nhất trí|quyết nghị|quyết định|kết luận)(?: [^\W\d_]+){0,6}:\s*\Z", re.I)
_HANDS_OUT = ("giao nhiệm vụ", "giao trách nhiệm", "giao việc", "phân công", "phân việc", "chia việc")


def announces_a_list(plain: str, sentence: Span) -> bool:
    """Whether the sentence ends as lead-ins do: "yêu cầu các sở thực hiện các nhiệm vụ sau:"."""
    leads_in = plain.endswith(_LEADS_IN, *sentence) and bool(_LEAD_IN.search(plain, *sentence))
    if not (leads_in or _counts_items(plain, sentence)):
        return False
    return not _GOALS.search(plain, max(sentence.start, sentence.end - _NEAR_END), sentence.end)


def speaks_of_tasks(plain: str, sentence: Span) -> bool:
    """Whether what it announces are tasks."""
    return _counts_items(plain, sentence) or bool(_LIST_LEAD.search(plain, *sentence))


def agrees_on_a_list(plain: str, sentence: Span) -> bool:
    """Whether it announces what a body agreed on, tasks of others among it."""
    return plain.endswith(":", *sentence) and bool(_AGREES.search(plain, *sentence))


def only_hands_out(plain: str, order: Order, sentence: Span) -> bool:
    """ "… giao nhiệm vụ cụ thể cho từng ngành." tells no task."""
    return order.verb in _HANDS_OUT and plain[order.task : sentence.end].strip() in (".", "")


def _counts_items(plain: str, sentence: Span) -> bool:
    """Whether the sentence ends by counting tasks, and an item of them follows."""
    if not plain.endswith(".", *sentence):
        return False
    following = sentence.end + 1
    if not begins_item(plain, following, min(len(plain), following + _NEAR_END)):
        return False
    return bool(_COUNTED.search(plain[max(sentence.start, sentence.end - _NEAR_END) : sentence.end]))
