"""Assignees of a task with their parts: who leads ("chủ trì"), who works with them ("phối hợp với …")."""

from __future__ import annotations

import re
from dataclasses import replace

from meetings.extraction.agents import Agents, read_agents
from meetings.extraction.facts import Assignee
from meetings.extraction.people import People
from meetings.extraction.spans import Span

_LEADS = re.compile(
    r",? ?(?:là (?:cơ quan|đơn vị) |làm (?:cơ quan |đơn vị )?|(?:có trách nhiệm|chịu trách nhiệm"
    r"|tiếp tục) )?chủ trì(?!\w)",
    re.I,
)
_TAKES_THE_LEAD = re.compile(r"(?:tiếp tục |khẩn trương )?chủ trì(?!\w)", re.I)
_WITH = re.compile(
    r"(?<!\w)(?:phối hợp|phối kết hợp|chủ trì,? cùng(?: với)?(?= )|làm việc,? phối hợp)"
    r"(?:,? (?:chặt chẽ|tốt|hiệu quả|đồng bộ|nhịp nhàng|kịp thời|thường xuyên))*(?:,? (?:với|cùng(?: với)?))? (?=\S)",
    re.I,
)
_STRAIGHT = re.compile(
    r",? ?(?:(?:chủ động|tiếp tục|thường xuyên|tăng cường|tích cực|khẩn trương|kịp thời|cần|phải|chủ trì,?|và|cũng"
    r"|sớm|,) ?)*\Z",
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
    return tuple(names.values())


def take_on(
    plain: str, told: Agents | None, kept: tuple[Assignee, ...], task: Span, people: People
) -> tuple[Assignee, ...]:
    """Those `told` here, or else those told before (`kept`), with whoever is to help in this `task` alone."""
    here = read_assignees(plain, told, task.start, task.end, people)
    if told:
        return here
    if _TAKES_THE_LEAD.match(plain, *task):
        kept = tuple(replace(assignee, part="lead") for assignee in kept)
    names = {assignee.name for assignee in kept}
    return kept + tuple(assignee for assignee in here if assignee.name not in names)


def _helpers(plain: str, start: int, end: int, people: People) -> tuple[list[Assignee], bool]:
    for match in _WITH.finditer(plain, start, end):
        found = read_agents(plain, match.end(), end, people)
        if found:
            helpers = [Assignee(agent.name, "coordinate", agent.span) for agent in found.items]
            return helpers, bool(_STRAIGHT.match(plain, start, match.start()))
    return [], False
