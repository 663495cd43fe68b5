"""Who is told to act: lists of agencies, groups and office holders as printed, "Sở" restored in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meetings.extraction.agent_forms import ROLE, SHORT_LINK, Agent, Agents, rules_at
from meetings.extraction.memory import remembered
from meetings.extraction.people import People
from meetings.extraction.spans import Span, span_of
from meetings.extraction.unlisted_names import LINK
from meetings.extraction.verbs import ORDER, UPPER, begins_task

__all__ = ["Agent", "Agents", "heading_agents", "read_agents", "unknown_agents"]

# Those whom no body leads are told where an order is given to them.
_ANYBODY = re.compile(
    r"(?:toàn thể |toàn |mọi |mỗi |từng |các |những )?(?:công dân|người dân|nhân dân|Nhân dân|bà con|cử tri|đồng bào"
    r"|người lao động|ngư dân|nông dân|du khách|học sinh|sinh viên|phụ huynh|tín đồ|giáo dân|phật tử|tiểu thương"
    r"|gia đình|hộ dân)(?!\w)"
)
_ADDRESSED = re.compile(r"(?:đồng chí|đ/c|ông|bà) ")
_WORD = re.compile(r" (?!thì |là |và |với )[^\W\d_]+")
_MOST_WORDS = 5
_UNKNOWN = re.compile(rf"[{UPPER}][\w&.-]*(?: [{UPPER}][\w&.-]*){{1,7}}")
# "giao ‹hai đơn vị› Sở Xây dựng, Sở Y tế": how many they are, then who.
_COUNTED = re.compile(
    r"(?:(?:cả )?(?:hai|ba|bốn|năm|sáu)|0?\d) (?:cơ quan|đơn vị|ngành|sở)(?: là| gồm)? "
    r"(?=(?:Sở|Công an|Thuế|Kho bạc|Chi cục|Cục|Bộ Chỉ huy|Thanh tra|Văn phòng|Ban Quản lý) )"
)


@remembered
def read_agents(plain: str, start: int, end: int, people: People) -> Agents | None:
    """The agents listed from `start` on: "Sở A, Công an tỉnh và UBND các xã" gives three; None where none begins."""
    items: list[Agent] = []
    position = stop = start
    while found := _one(plain, position, end, people):
        if items and _ADDRESSED.match(plain, position) and ORDER.match(plain, found.end + 1, end):
            break  # "Riêng Sở A, ‹đồng chí Lê Văn Đạt giao› …": who orders is none of those told
        items.extend(found.items)
        role = ROLE.match(plain, found.end, end)
        stop = role.end() if role else found.end
        link = LINK.match(plain, stop, end)
        if not link:
            break
        position = link.end()
    return Agents(tuple(items), stop) if items else None


def heading_agents(plain: str, start: int, end: int, people: People) -> Agents | None:
    """The agents that a list's line consists of: "Các sở, ngành; UBND các xã:"; None where there is more in it."""
    items: list[Agent] = []
    position = start
    while found := read_agents(plain, position, end, people):
        items.extend(found.items)
        rest = plain[found.end : end].strip()
        if rest in (":", "", ".:"):
            return Agents(tuple(items), found.end)
        if not rest.startswith((";", ",")):
            return None
        position = plain.index(rest[0], found.end) + 1
        position += len(plain[position:end]) - len(plain[position:end].lstrip())
    return None


def unknown_agents(plain: str, start: int, end: int) -> Agents | None:
    """Names that no table knows, where an order is given to them: "đề nghị ‹Viettel {place}› xóa vùng lõm sóng"."""
    items: list[Agent] = []
    position = start
    while match := _UNKNOWN.match(plain, position, end):
        items.append(Agent(match[0], span_of(match.span())))
        link = SHORT_LINK.match(plain, match.end(), end)
        if not link:
            break
        position = link.end()
    if not items and (people := _ANYBODY.match(plain, start, end)):
        return next(
            (Agents((Agent(plain[start:stop], Span(start, stop)),), stop) for stop in _ends(plain, people, end)), None
        )
    if not items or plain[items[-1].span.end : items[-1].span.end + 1] != " ":
        return None
    return Agents(tuple(items), items[-1].span.end) if begins_task(plain, items[-1].span.end + 1, end) else None


def _ends(plain: str, people: re.Match[str], end: int) -> Iterator[int]:
    """Where the name of those people may end, what to do right behind it: "bà con ‹vùng lũ› kê đồ đạc"."""
    position = people.end()
    for _ in range(_MOST_WORDS):
        if begins_task(plain, position + 1, end) and plain[position : position + 1] == " ":
            yield position
        word = _WORD.match(plain, position, end)
        if not word:
            return
        position = word.end()


def _one(plain: str, start: int, end: int, people: People) -> Agents | None:
    if counted := _COUNTED.match(plain, start, end):
        start = counted.end()
    for rule in rules_at(plain, start, people):
        if found := rule(plain, start, end, people):
            # "xã nào chậm, …" sets a condition, it tells nobody.
            return None if plain.startswith(" nào ", found.end) else found
    return None
