"""Assignees of a task with their parts: who leads ("chủ trì"), who works with them ("phối hợp với …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from meetings.extraction.agents import Agents, read_agents
from meetings.extraction.authority import below
from meetings.extraction.beginnings import WordPattern
from meetings.extraction.facts import Assignee
from meetings.extraction.organizations import HEAD
from meetings.extraction.people import People
from meetings.extraction.spans import Span
from meetings.extraction.verbs import begins_task

_LEADS = re.compile(
    r",? ?(?:là (?:cơ quan|đơn vị) |làm (?:cơ quan |đơn vị )?|(?:có trách nhiệm|chịu trách nhiệm"
    r"|tiếp tục) )?chủ trì(?!\w)",
    re.I,
)
_JOINTLY = re.compile(r"[Cc]ùng(?: với)? ")
_TAKES_THE_LEAD = re.compile(r"(?:tiếp tục |khẩn trương )?chủ trì(?!\w)", re.I)
_WITH = WordPattern(
    r"(?<!\w)(?:phối hợp|phối kết hợp|chủ trì,? cùng(?: với)?(?= )|làm việc,? phối hợp)"
    r"(?:,? (?:chặt chẽ|tốt|hiệu quả|đồng bộ|nhịp nhàng|kịp thời|thường xuyên))*(?:,? (?:với|cùng(?: với)?))? (?=\S)",
    re.I,
)
# "Sở A chủ trì, ‹Sở B, Sở C phối hợp› thanh tra": those who help stand before the verb.
_BESIDE = re.compile(r",? (?:và |cùng |cùng với |còn )?")
_HELP = re.compile(
    r" (?:(?:cùng|tích cực|chặt chẽ|thường xuyên|có trách nhiệm) )*(?:phối hợp|cùng thực hiện|hỗ trợ)(?!\w)"
)
# A further one with a task of his own: "phân công đồng chí A lo vốn, ‹đồng chí B› lo người".
_FURTHER = re.compile(
    r"(?:, (?:còn |và |đồng thời )?| và (?=giao |yêu cầu |đề nghị ))"
    rf"(?:(?P<order>giao |yêu cầu |đề nghị )(?={HEAD.pattern})|(?P<person>)(?=đồng chí )"
    rf"|(?=[Cc]ác |mỗi |từng |{HEAD.pattern}))"
)
# Those named behind it act for those told, or it is what they act for.
_SUBORDINATES = re.compile(
    r"(?<!\w)(?:chỉ đạo|hướng dẫn|đôn đốc|vận động|yêu cầu|đề nghị|nhắc|cho|để|nhằm|giúp|hỗ trợ|khi|nếu|theo)(?!\w)",
    re.I,
)
_LIST_HEAD = re.compile(rf"(?<!\w)(?:{HEAD.pattern}|[Cc]ác (?=\w)|[Đđ]ồng chí )")
_LONGEST_LIST = 160
# What those do to whom something is only sent or put before.
_DECIDES = re.compile(
    r" (?:để )?(?:xem xét|cho ý kiến|phê duyệt|quyết định|thông qua|thẩm định|tổng hợp|theo dõi|chỉ đạo|ban hành"
    r"|tháo gỡ|giải quyết|xử lý|biết|nắm|hướng dẫn|công nhận|chấp thuận|báo cáo|trình)(?!\w)"
)
_STRAIGHT = re.compile(
    r",? ?(?:(?:chủ động|tiếp tục|thường xuyên|tăng cường|tích cực|khẩn trương|kịp thời|cần|phải|chủ trì,?|và|cũng"
    r"|sớm|(?:là |làm )(?:cơ quan |đơn vị )?đầu mối,?|chịu trách nhiệm chính,?|,) ?)*\Z",
    re.I,
)


def read_assignees(plain: str, told: Agents | None, start: int, end: int, people: People) -> tuple[Assignee, ...]:
    """`told` and those who are to work with them, found in the task `plain[start:end]`.

    "Sở A chủ trì, phối hợp với B" and "A phối hợp B …" make A the lead; further on in the task, A stays an assignee.
    """
    helpers, straight = _helpers(plain, start, end, people)
    leads = told is not None and (bool(_LEADS.match(plain, start, end)) or (bool(helpers) and straight))
    names: dict[str, Assignee] = {}
    for agent in told.items if told else ():
        leading = leads or plain.startswith(" (chủ trì", agent.span.end)
        names.setdefault(agent.name, Assignee(agent.name, "lead" if leading else "assignee", agent.span))
    for helper in helpers:
        names.setdefault(helper.name, helper)
    for further in _further(plain, start, end, people) if told else ():
        names.setdefault(further.name, further)
    return tuple(names.values())


def take_on(
    plain: str, told: Agents | None, kept: tuple[Assignee, ...], task: Span, people: People
) -> tuple[Assignee, ...]:
    """Those `told` here, or else those told before (`kept`), with whoever is to help in this `task` alone."""
    here = read_assignees(plain, told, task.start, task.end, people)
    if told:
        return here
    if _TAKES_THE_LEAD.match(plain, *task) or (here and _JOINTLY.match(plain, *task)):
        kept = tuple(replace(assignee, part="lead") for assignee in kept)
    names = {assignee.name for assignee in kept}
    return kept + tuple(assignee for assignee in here if assignee.name not in names)


def _helpers(plain: str, start: int, end: int, people: People) -> tuple[list[Assignee], bool]:
    """Those who are to help, and whether that is the first thing said of those told."""
    if (jointly := _JOINTLY.match(plain, start, end)) and (found := read_agents(plain, jointly.end(), end, people)):
        return [Assignee(agent.name, "coordinate", agent.span) for agent in found.items], True
    if (lead := _LEADS.match(plain, start, end)) and (beside := _BESIDE.match(plain, lead.end(), end)):
        found = read_agents(plain, beside.end(), end, people)
        if found and _HELP.match(plain, found.end, end):
            return [Assignee(agent.name, "coordinate", agent.span) for agent in found.items], True
    for match in _WITH.finditer(plain, start, end):
        found = read_agents(plain, match.end(), end, people)
        if found:
            helpers = [Assignee(agent.name, "coordinate", agent.span) for agent in found.items]
            return helpers, bool(_STRAIGHT.match(plain, start, match.start()))
    return [], False


def _further(plain: str, start: int, end: int, people: People) -> Iterator[Assignee]:
    """Those who get a task of their own further on in the same part."""
    listed = start  # up to here names belong to a list that was read
    for link in _FURTHER.finditer(plain, start, end):
        found = read_agents(plain, link.end(), end, people) if link.start() >= listed else None
        if found is None:
            continue
        listed = found.end
        served = _SUBORDINATES.search(plain, start, link.start()) or _DECIDES.match(plain, listed, end)
        if (link["order"] or link["person"] is not None or not served) and (
            begins_task(plain, listed + 1, end)
            and below(found)
            and not _in_list(plain, start, link.start(), end, people)
        ):
            yield from (Assignee(agent.name, "assignee", agent.span) for agent in found.items)


def _in_list(plain: str, start: int, comma: int, end: int, people: People) -> bool:
    """Whether the comma goes on a list of names: "gửi Sở Nội vụ‹,› Sở Tài chính rà soát"."""
    heads = _LIST_HEAD.finditer(plain, max(start, comma - _LONGEST_LIST), comma)
    lists = (read_agents(plain, head.start(), end, people) for head in heads)
    return any(found is not None and found.end >= comma for found in lists)
