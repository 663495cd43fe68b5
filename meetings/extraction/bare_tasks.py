"""Tasks that name nobody: by their verb, by when they are due, behind a condition, by what a thing needs."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.openings import clause_starts, due_first, past_connectives, then, topic_need
from meetings.extraction.organizations import HEAD, known_end
from meetings.extraction.spans import Span
from meetings.extraction.verbs import MODAL, TASK, UPPER, begins_task

# "Kết quả báo cáo UBND tỉnh trước ngày 30/9" says by when those told before report.
RESULT = re.compile(
    r"(?:mọi )?(?:kết quả|tiến độ|vướng mắc|khó khăn|danh sách|hồ sơ|số liệu|báo cáo)(?: [^\W\d_]+){0,5}? "
    r"(?:phải |cần )?(?:báo cáo|báo về|gửi|trình)(?! (?:của|cho thấy|nêu|tại|đã)(?!\w)) ?(?=\w)",
    re.I,
)
# "‹cùng các xã› trữ giống": those told before do it with others.
JOINTLY = re.compile(rf"[Cc]ùng(?: với)? (?:các |(?=[{UPPER}]))[^,;:.]{{2,60}}? (?:{TASK.compiled.pattern})")
# "‹trước ngày 15/10› báo cáo kết quả", with no comma between.
TIMED = re.compile(
    r"(?:ngay )?(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|trong|đến|hết|định kỳ)"
    r"(?: (?:ngày|tháng|quý|năm|tuần|hết|cuối|đầu|giữa|này|nay|tới|sau|hằng|hàng|[IVX]+|\d[\d/.-]*))+,? ",
    re.I,
)
# "‹Nơi này› phải có quầy riêng": those told last are meant.
_THESE = re.compile(
    r"(?:(?:hai|ba|các|những|cả hai) )?(?:nơi|đơn vị|cơ quan|sở|ngành|huyện|xã|phường|địa phương|ban|trung tâm|công ty"
    r"|doanh nghiệp|nhà thầu|chủ đầu tư|bên) (?:này|ấy|đó|nói trên|nêu trên) (?=\w)",
    re.I,
)
_SHORTEST_ITEM = 25
# "‹Đây là› việc phải làm ngay" says of what was ordered how much it matters.
_ASSESSES = re.compile(r"(?:đây|đó|điều (?:này|đó|ấy))(?: cũng| chính| vừa)* là(?!\w)", re.I)


class BareTask(NamedTuple):
    """A task that names nobody: the rule that found it, where it begins, and its "cần" or "phải" if it has one."""

    rule: str
    start: int
    modal: re.Match[str] | None = None


def find_bare_task(plain: str, part: Span, *, running: bool, item: bool) -> BareTask | None:
    """The task of a part that names nobody, among orders that are `running` or at their beginning.

    `item`: the part is a line of a list of tasks.
    """
    task = past_connectives(plain, *part)
    if running and (these := _THESE.match(plain, task, part.end)) and begins_task(plain, these.end(), part.end):
        return BareTask("the task alone", task, MODAL.match(plain, these.end(), part.end))
    for place in clause_starts(plain, *part):
        modal = MODAL.match(plain, place, part.end)
        if modal or (running and begins_task(plain, place, part.end) and not _is_agency(plain, place)):
            return BareTask("the task alone", task, modal or topic_need(plain, *part))
    if running and (found := _among_orders(plain, part, task)):
        return found
    return BareTask("list item", task) if item and part.end - part.start > _SHORTEST_ITEM else None


def _among_orders(plain: str, part: Span, task: int) -> BareTask | None:
    quoted = plain.count('"', *part) % 2
    if not quoted and (due := then(plain, *part)) is not None:
        return BareTask("behind a condition", due, MODAL.match(plain, due, part.end))
    timed = TIMED.match(plain, task, part.end)
    if timed and begins_task(plain, timed.end(), part.end):
        return BareTask("the task alone", task)
    goes_on = any(pattern.match(plain, task, part.end) for pattern in (RESULT, JOINTLY))
    if (modal := due_first(plain, *part)) or goes_on:
        return BareTask("the task alone", task, modal)
    if _ASSESSES.match(plain, task, part.end):
        return None
    return BareTask("need of a thing", task) if MODAL.search(plain, *part) else None


def _is_agency(plain: str, place: int) -> bool:
    """Whether an agency begins there, though its name could be a verb: "‹Thanh tra tỉnh› …", "Thanh tra việc …"."""
    return bool(HEAD.match(plain, place)) and known_end(plain, place) > place
