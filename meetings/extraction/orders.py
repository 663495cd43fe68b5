"""Order verbs in a clause: who gives the order, how strongly, and where what is ordered begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from meetings.extraction.agents import Agents, read_agents, unknown_agents
from meetings.extraction.facts import Strength
from meetings.extraction.openings import clause_starts
from meetings.extraction.parts import topic_agents
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References, Subject
from meetings.extraction.subjects import find_subjects, is_object
from meetings.extraction.verbs import MODAL, ORDER, ORDERS, TASK, begins_task

# Between the speaker and the verb: "cũng", "phát biểu kết luận hội nghị, ", "nhấn mạnh và".
_COORDINATED = re.compile(
    r"(?:^|[,;:] |[,;] (?:đồng thời|từ đó|qua đó|trong đó|trên cơ sở đó|do đó|nhưng|song|và)(?: cũng)? |(?:và"
    r"|đồng thời|cũng|đã|tiếp tục|còn"
    r"|trực tiếp|thống nhất|nhất trí|lưu ý|nhấn mạnh|đề nghị|yêu cầu|phát biểu|tới|nay|đó|này|nghị|họp|tỉnh|này,) )\Z",
    re.I,
)
# A noun, not an order: "đáp ứng yêu cầu", "theo đề nghị của", "kế hoạch cấp trên giao", "được giao".
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:đáp ứng|theo|các|những|một số|nhiều|mọi|từng|được|bàn|vốn|chỉ tiêu|nhiệm vụ|công tác|ý kiến|sự|ban"
    r"|tiểu ban|khi có|tờ trình|văn bản"
    r"|với|của|đơn|công văn|bị|chuyển|số|quyền|kế hoạch|dự toán|cải cách|trước|tổ|phù hợp|thực tiễn|đúng|vượt|cao hơn"
    r"|vì|từ|về|quan điểm|nội dung"
    r"|tinh thần|thông báo|theo dõi|tiếp thu|bản|hồ sơ|tập trung|tăng cường|tiếp tục lãnh đạo,|lãnh đạo,|quan tâm"
    r"|lãnh đạo) \Z",
    re.I,
)
_NOUN_AFTER = re.compile(
    r" (?:của|nhiệm vụ (?:chính trị|mới|đặt|phát)|này|đó|thực tiễn|đặt ra|mới(?!\w)|cao|về mặt|, điều hành|phát triển"
    r"|hội nhập|công việc|thông|dịch)"
    r"|, (?:điều hành|kiểm tra|hướng dẫn|nhiệm vụ|kiến nghị|đề xuất)(?!\w)|\.|,$",
    re.I,
)
_FILLER = re.compile(
    r" (?:rằng|cho|với|đến|tới|đối với|thêm|ngay|cụ thể|nhiệm vụ|tại (?:hội nghị|phiên họp|cuộc họp|buổi làm việc"
    r"|kỳ họp)|ngay tại (?:hội nghị"
    r"|phiên họp|cuộc họp|buổi làm việc)|trong thời gian tới|thời gian tới|(?:một số )?(?:nội dung|việc) (?:cụ thể"
    r"|sau))(?!\w)|[:,](?= )",
    re.I,
)
_ADVERBIAL = re.compile(
    r"(?:trên cơ sở|căn cứ|để|nhằm|trong|từ|sau|trước|thời gian tới|ngay|tại|khi|với|bên cạnh|cùng với|ngoài|theo|qua"
    r"|đối với|về|năm|quý|tháng"
    r"|việc|những tháng|hết)(?!\w)",
    re.I,
)
_IN_OFFICE = re.compile(
    r",? (?:theo|căn cứ|trong phạm vi|bám sát|với) (?:đúng )?(?:chức năng|thẩm quyền|lĩnh vực|nhiệm vụ|trách nhiệm"
    r"|vai trò)(?:, | và | )?(?:nhiệm vụ|thẩm quyền"
    r"|quyền hạn)?(?: được giao| được phân công| phụ trách| quản lý| của mình)*,? ",
    re.I,
)
_TASKS_TOO = ("chỉ đạo", "đôn đốc", "quán triệt", "phân công", "nhắc nhở", "nhắc", "kêu gọi", "chỉ thị")
_THEREFORE = re.compile(r"(?:vì vậy|do đó|do vậy|vì thế|qua đó|từ đó|bởi vậy|đồng thời|theo đó),? \Z", re.I)
# "cho biết đã giao …" tells of an order given long ago.
_REPORTED = re.compile(
    r"(?<!\w)(?:cho biết|thông tin|cho hay|nêu rõ|báo cáo)(?!\w)[^.;]*(?<!\w)đã (?:cũng |kịp thời )?\Z", re.I
)
# "lưu ý tình trạng …" points at something, it asks for nothing.
_FINDING = re.compile(
    r"(?:tình trạng|thực trạng|nguy cơ|tình hình|những|một số|các) [^.;]*(?<!\w)(?:còn|vẫn|đang|chưa|đã"
    r"|có)(?!\w)(?![^.;]*(?<!\w)(?:cần|phải)(?!\w))",
    re.I,
)
_FAR = 420


@dataclass(frozen=True, slots=True)
class Order:
    """An order verb; `subject` is None where its giver stands earlier, and `task` is where the task begins."""

    verb: str
    start: int
    strength: Strength
    subject: Subject | None
    agents: Agents | None
    task: int
    colon: bool


def find_order(plain: str, start: int, end: int, references: References, *, running: bool) -> Order | None:
    """The order that `plain[start:end]` gives, if any; `running` allows one whose giver stands in a sentence before.

    Of several verbs the first with an addressee or a task behind it counts: "lưu ý thời gian không còn nhiều,
    yêu cầu các ngành …" is an order to the ngành.
    """
    verbs = list(ORDER.finditer(plain, start, end))
    if not verbs:
        return None
    subjects = find_subjects(plain, start, end, references)
    openings = clause_starts(plain, start, end)
    told = _is_told(plain, openings, end, references, subjects)
    fallback = None
    for match in verbs:
        if match.start() < told or _NOUN_BEFORE.search(plain, max(start, match.start() - 24), match.start()):
            continue
        if _NOUN_AFTER.match(plain, match.end(), end):
            continue
        before = [s for s in subjects if s.span.end <= match.start()]
        giver = next((s for s in reversed(before) if not is_object(plain, s, start)), before[-1] if before else None)
        if not _is_given(plain, start, match, giver, openings, running=running):
            continue
        order = _read(plain, match, end, giver, references)
        if order.agents or order.colon or (not ORDERS[match[0].lower()][1] and begins_task(plain, order.task, end)):
            return order
        if not ORDERS[match[0].lower()][1]:
            fallback = fallback or (None if _FINDING.match(plain, order.task, end) else order)
    return fallback


def _is_told(plain: str, openings: Sequence[int], end: int, references: References, subjects: Sequence[Subject]) -> int:
    """Up to where order verbs are tasks, since the clause begins with who is told: "Sở Y tế yêu cầu các trạm …"."""
    if topic_agents(plain, Span(openings[0], end), references.people):
        return end
    verb = ORDER.search(plain, openings[0], end)
    for place in openings:
        if verb is None or place > verb.start():
            break
        agents = read_agents(plain, place, end, references.people)
        if agents and not any(_speaks_after(plain, s, place, openings[0]) for s in subjects):
            return end
    return 0


def _speaks_after(plain: str, subject: Subject, place: int, start: int) -> bool:
    """Whether the subject, from `place` on, is a person who may order: "… các sở báo cáo, ‹ông An› chỉ đạo …"."""
    body = subject.speaker is not None and subject.speaker.rank == "body"
    if subject.span.start <= place <= subject.span.end:
        return True
    return subject.span.start > place and not body and not is_object(plain, subject, start)


def _is_given(
    plain: str, start: int, match: re.Match[str], giver: Subject | None, openings: Sequence[int], *, running: bool
) -> bool:
    if giver is None:
        if match[0].lower() in _TASKS_TOO:
            return False  # "Chỉ đạo các xã …" after an order is what those told shall do
        before = plain[max(start, match.start() - 16) : match.start()]
        return running and (match.start() in openings or bool(_THEREFORE.search(before)))
    between = plain[giver.span.end : match.start()]
    if _REPORTED.search(between):
        return False
    if TASK.match(between.lstrip(", ")) and not _COORDINATED.search(between):
        return False
    if giver.speaker and giver.speaker.rank == "body":
        if giver.span.start not in openings and between.endswith(" đã "):
            return False
        return match[0].lower() in (
            "giao",
            "yêu cầu",
            "đề nghị",
            "giao nhiệm vụ",
            "phân công",
            "giao trách nhiệm",
        ) and (not between.strip() or bool(_COORDINATED.search(between)))
    return bool(_COORDINATED.search(between)) or between.strip() == ""


def _read(plain: str, match: re.Match[str], end: int, giver: Subject | None, references: References) -> Order:
    strength, _ = ORDERS[match[0].lower()]
    position = match.end()
    while (filler := _FILLER.match(plain, position, end)) and filler.end() > position:
        position = filler.end()
    position += plain.startswith(" ", position)
    agents = read_agents(plain, position, end, references.people)
    if agents is None and _ADVERBIAL.match(plain, position, end):
        agents = _behind_adverbial(plain, position, end, references)
    agents = agents or unknown_agents(plain, position, end)
    task = agents.end if agents else position
    colon = plain[match.end() : end].lstrip().startswith(":") or plain[:end].rstrip().endswith(":")
    return Order(match[0].lower(), match.start(), strength, giver, agents, task, colon)


def _behind_adverbial(plain: str, position: int, end: int, references: References) -> Agents | None:
    """ "đề nghị căn cứ …, các trường rà …", "yêu cầu từ nay các trạm phải …"."""
    for gap in re.compile(r",? (?=các |Các |Sở |UBND |Ban |Công an |mỗi |từng |cấp ủy|Thường trực )").finditer(
        plain, position, min(end, position + _FAR)
    ):
        agents = read_agents(plain, gap.end(), end, references.people)
        if agents and plain[agents.end : agents.end + 1] == " ":
            following = agents.end + 1
            if aside := _IN_OFFICE.match(plain, agents.end, end):
                following = aside.end()
            if MODAL.match(plain, following, end) or (gap[0].startswith(",") and begins_task(plain, following, end)):
                return agents
    return None
