"""Who is told to act, where no order verb names them: at the head of the clause, in its topic, behind "do"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meetings.extraction.agents import Agent, Agents, read_agents
from meetings.extraction.beginnings import WordPattern
from meetings.extraction.memory import remembered
from meetings.extraction.openings import clause_starts, past_connectives
from meetings.extraction.people import People
from meetings.extraction.spans import Span, span_of
from meetings.extraction.speech import SAYING
from meetings.extraction.verbs import MODAL, PAST, TASK, begins_task

_ASKING = re.compile(r"(?:,| cũng| phát biểu)* (?:đề nghị|yêu cầu)", re.I)
_STATING = re.compile(
    r"(?:,| cũng| phát biểu)* (?:cho hay|khẳng định|nhấn mạnh|đánh giá (?:cao|việc|rằng)|đánh giá,|cho rằng|ghi nhận"
    r"|chia sẻ(?: rằng|,)|thông tin(?: rằng|,)|biểu dương|cho biết|nhận định|báo cáo:"
    r"|kết luận(?! dứt| rõ| xong| trước| các| vụ| việc| đúng| sớm| từng)|phát biểu|kiến nghị"
    r"|đề xuất,|phản ánh(?! kịp| đúng| đậm| sâu| trung thực| đầy đủ| sinh động| nhanh)|giải trình"
    r"|nhận (?:trách nhiệm|lỗi|khuyết điểm)|hứa|xin (?:lỗi|hứa)|bày tỏ|đăng đàn|lên tiếng|thừa nhận|lên đường"
    r"|(?:cùng |đồng |tham )?(?:chủ trì|dự|tham dự|điều hành|có mặt)"
    r"(?=[;.]| (?:hội|phiên|buổi|cuộc|kỳ|tiếp|tại|lễ)(?!\w)))",
    re.I,
)
# How those named fare, unless what they need to do comes behind it: "còn chậm …, phải xong".
_FARES = re.compile(
    r" (?:(?:rất|khá|quá|luôn|đều|hiện|vẫn|còn|cũng|lại) )*(?:thiếu|thừa|gặp|vướng|lúng túng|bức xúc|lo lắng|băn khoăn"
    r"|thấy|đạt|vượt"
    r"|chiếm|gồm|chậm(?! nhất)|nhanh(?! chóng| tay| gọn)|yếu|mạnh(?! dạn| tay)|kém|tốt|khó|bị|tự hào|vinh dự"
    r"|vui mừng|phấn khởi|phản ánh(?! kịp| đúng| đậm| sâu| trung| đầy| sinh| nhanh)|thừa nhận|cảm ơn|nhận thấy"
    r"|đổi thay|đổi khác|khởi sắc|tin|hưởng|biết|muốn|mong|ra đời|diễn ra|bắt đầu|tăng(?! cường| tốc| thời"
    r"| ca)|giảm(?! tải)|nằm|giáp|thuộc|hoạt động"
    r"|báo cáo (?:đã|cho thấy|nêu))(?!\w)",
    re.I,
)
_NO_VERB = re.compile(
    r" (?:của|ở|tại|trong|với|và|hoặc|hay|như|thì|mà|về|theo|trên|từ|do|nơi|này|đó|kia|khác|nay|có|là|rất|khá"
    r"|quá|đều|hiện"
    r"|cao|thấp|lớn|nhỏ|nhiều|ít|được(?! giao| yêu cầu| đề nghị| phân công))(?!\w)",
    re.I,
)
_TOPIC_GOES_ON = re.compile(r" (?:về|của|ở|tại|thuộc|liên quan)(?!\w)")
_ACCORDING = re.compile(r"[Tt]heo (?:đồng chí|ông|bà|đ/c|Bí thư|Chủ tịch|Phó|Giám đốc|Trưởng|Chánh|đại biểu)(?!\w)")
# "Ông kết luận phiên họp: ‹Sở Y tế› rà …"; "kết luận: Sở Y tế làm chưa tốt" is a finding.
_CONCLUDED = WordPattern(r"[Kk]ết luận(?: [^\W\d_]+){0,4}: ")
_AS_FOUND = re.compile(r"(?: [^\W\d_]+){1,4}? (?:chưa|không|còn|chậm|tốt|thiếu|rất|đã|kém|yếu)(?!\w)")
_TOPIC_AGENTS = re.compile(r"(?:Đối với|Với|Về phía|Riêng(?: đối với)?) ", re.I)
_LEVEL_ALONE = re.compile(r"((?:các )?(?:huyện|quận|thị xã|thành phố|xã|phường|địa phương|sở|ngành))(?= ?,)", re.I)
# These are more often those whom a task serves.
_SERVED = re.compile(r"doanh nghiệp|hợp tác xã|hộ|nhà đầu tư|người|tổ chức|đại biểu")
_DONE = WordPattern(r"(?<!\w)(?:đã|đang|vừa|từng|chưa)(?!\w)", re.I)
# "tại thôn Tân Hiệp, ‹xã Hòa An›, …": the commune says where.
_IN_AN_ADDRESS = re.compile(r"(?<!\w)(?:thôn|xóm|bản|ấp|buôn|làng|khu phố|tổ dân phố|khóm|đường) [^,;.]{1,25}, \Z")
_AFTER_TOPIC = re.compile(r"[,:]? ")
_TASK_NEAR = 160


@remembered
def subject_of_task(plain: str, part: Span, people: People) -> Agents | None:
    """Who is told to act where the clause begins with them: "Sở Y tế, theo chức năng, … chủ động …"; None else."""
    told_of = _ACCORDING.match(plain, *part)
    for says in SAYING.finditer(plain, *part):
        agents = read_agents(plain, says.end(), part.end, people)
        if agents and MODAL.match(plain, agents.end + 1, part.end):
            return agents
    if plain.find("ết luận", *part) >= 0 and (concluded := _CONCLUDED.search(plain, *part)):
        agents = read_agents(plain, concluded.end(), part.end, people)
        orders = agents and begins_task(plain, agents.end + 1, part.end)
        if agents and orders and not _AS_FOUND.match(plain, agents.end, part.end):
            return agents
    for agents in _subjects(plain, part, people):
        if _FARES.match(plain, agents.end, part.end):  # "các xã còn chậm …, phải xong …"
            return agents if MODAL.search(plain, agents.end, part.end) else None
        if _says(plain, agents.end, part.end):
            return None
        if told_of:
            if MODAL.match(plain, agents.end + 1, part.end):
                return agents
            continue
        near = min(part.end, agents.end + _TASK_NEAR)
        verb = TASK.search(plain, agents.end, near) or MODAL.search(plain, agents.end, near)
        if verb is None or _DONE.search(plain, agents.end, verb.start()):
            return None
        passive = plain.endswith(("được ", "bị "), agents.end, verb.start())
        return None if passive and not MODAL.search(plain, agents.end, part.end) else agents
    return _behind_topic(plain, part, people)


def _behind_topic(plain: str, part: Span, people: People) -> Agents | None:
    """Who needs to act behind a topic that no preposition brings in: "Đường nối cảng với cửa khẩu, ‹Sở A› phải …"."""
    sign = plain.find(", ", part.start, part.end)
    if sign < 0 or not plain[sign + 2].isupper():
        return None
    agents = read_agents(plain, sign + 2, part.end, people)
    return agents if agents and MODAL.match(plain, agents.end + 1, part.end) else None


def _subjects(plain: str, part: Span, people: People) -> Iterator[Agents]:
    """Who stands at the places where the clause may begin, unless the topic goes on behind them to others.

    "Với đơn của dân tổ 4, ‹phường Ngô Gia› về tiếng ồn, ‹Sở Y tế› …" is about the latter.
    """
    places = (place for place in clause_starts(plain, *part) if not _IN_AN_ADDRESS.search(plain, part.start, place))
    found = (a for place in places if (a := read_agents(plain, place, part.end, people)))
    topic = None
    for agents in found:
        topic = agents if _TOPIC_GOES_ON.match(plain, agents.end, part.end) else None
        if topic is None:
            yield agents
    if topic:
        yield topic


def item_agents(plain: str, part: Span, people: People) -> Agents | None:
    """Who is told where an item of a list begins with them, whatever the verb: "Thứ tư, các hội ‹hướng về cơ sở›"."""
    first = past_connectives(plain, *part)
    agents = read_agents(plain, first, part.end, people)
    if agents is None or PAST.match(plain, agents.end, part.end) or _STATING.match(plain, agents.end, part.end):
        return None
    return (
        agents
        if plain[agents.end : agents.end + 1] == " " and plain[agents.end + 1 : agents.end + 2].islower()
        else None
    )


def acting_agents(plain: str, part: Span, people: People) -> Agents | None:
    """Who is told where the clause begins with them and any verb that tells no state: "Sở A ‹xắn tay vào›"."""
    for place in clause_starts(plain, *part):
        agents = read_agents(plain, place, part.end, people)
        if agents is None:
            continue
        follows = plain[agents.end : agents.end + 2]
        acts = len(follows) == 2 and follows[0] == " " and follows[1].islower()
        if not acts or _says(plain, agents.end, part.end):
            return None
        states = _FARES.match(plain, agents.end, part.end) or _NO_VERB.match(plain, agents.end, part.end)
        return None if states else agents
    return None


def _says(plain: str, start: int, end: int) -> bool:
    """Whether it is told there what somebody did or said."""
    past = PAST.match(plain, start, end) or _STATING.match(plain, start, end)
    return bool(past or _ASKING.match(plain, start, end))


def agents_of_topic(plain: str, part: Span, people: People) -> Agents | None:
    """Who the topic before the giver is about: "Với ‹ngành Tòa án›, ông yêu cầu giảm án hủy"; `part` ends at him."""
    topic = _TOPIC_AGENTS.match(plain, past_connectives(plain, *part), part.end)
    agents = read_agents(plain, topic.end(), part.end, people) if topic else None
    if topic and agents is None:
        return _bare_topic(plain, Span(topic.end(), part.end))
    if agents is None or any(_SERVED.search(agent.name) for agent in agents.items):
        return None
    return agents if plain[agents.end : part.end].strip() == "," else None


def _bare_topic(plain: str, part: Span) -> Agents | None:
    """ "Với ‹huyện›, Chủ tịch UBND tỉnh nhắc …": a level alone is told where it is all of the topic."""
    level = _LEVEL_ALONE.match(plain, *part)
    if level is None or plain[level.end() : part.end].strip() != ",":
        return None
    return Agents((Agent(level[1], span_of(level.span(1))),), level.end())


def topic_agents(plain: str, part: Span, people: People) -> Agents | None:
    """Who is told by the topic: "Đối với Sở Y tế, cần …", "Về phía UBND các xã: tập trung …"; None else."""
    topic = _TOPIC_AGENTS.match(plain, past_connectives(plain, *part), part.end)
    agents = read_agents(plain, topic.end(), part.end, people) if topic else None
    if agents is None or any(_SERVED.search(agent.name) for agent in agents.items):
        return None
    after = _AFTER_TOPIC.match(plain, agents.end, part.end)
    return agents if after and begins_task(plain, after.end(), part.end) else None
