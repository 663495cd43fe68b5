"""Who is told to act where a thing comes first: "Nguồn vốn do ‹Sở A› cân đối", "Việc mua thuốc giao ‹Sở B›"."""

from __future__ import annotations

import re

from meetings.extraction.agents import Agents, read_agents
from meetings.extraction.openings import past_connectives
from meetings.extraction.people import People
from meetings.extraction.spans import Span
from meetings.extraction.verbs import begins_task

_DONE_BY = re.compile(
    r"(?:(?!(?:do|nguyên|lý|lỗi|chậm|thiếu|vướng|khó|sai|đã|đang|chưa|còn|là|vì|bị|được) )[^\W\d_]+ ){1,6}do ",
    re.I,
)
# "‹Việc mua thuốc giao› Sở Y tế thực hiện", "Kinh phí được giao cho Sở A cân đối"
_HANDED_TO = re.compile(
    r"(?:Riêng )?(?:việc|trách nhiệm|nhiệm vụ|phần việc|phần|khâu|kinh phí|nguồn vốn|vốn|mảng|đầu việc)"
    r"(?:(?! (?:đã|đang|chưa|còn|là|vì|bị|do|nếu) )(?!,|;|:)[^.;:,]){0,60}? (?:được )?giao (?:cho )?",
    re.I,
)


def doers(plain: str, part: Span, people: People) -> Agents | None:
    """Who is told where a thing comes first: "nguồn vốn do ‹Sở Tài chính› cân đối"; not "chậm do các xã …"."""
    if plain.find("giao ", part.start, part.end) > 0 and (
        handed := _HANDED_TO.match(plain, past_connectives(plain, *part), part.end)
    ):
        agents = read_agents(plain, handed.end(), part.end, people)
        states = agents and plain.startswith(" ", agents.end) and not begins_task(plain, agents.end + 1, part.end)
        return None if states else agents
    if plain.find(" do ", part.start, part.end) < 0:
        return None
    by = _DONE_BY.match(plain, past_connectives(plain, *part), part.end)
    agents = read_agents(plain, by.end(), part.end, people) if by else None
    return agents if agents and begins_task(plain, agents.end + 1, part.end) else None
