"""Parts of a sentence that each set a task: divided by ";", each with a verb of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from meetings.extraction.agents import read_agents
from meetings.extraction.bare_tasks import JOINTLY, RESULT, TIMED
from meetings.extraction.doers import doers
from meetings.extraction.full_stops import trim
from meetings.extraction.openings import clause_starts, past_connectives, then
from meetings.extraction.people import People
from meetings.extraction.spans import Span
from meetings.extraction.task_subjects import acting_agents, subject_of_task
from meetings.extraction.verbs import MODAL, ORDER, begins_task

_DIVIDER = re.compile(r"[;()\"]|\.\.\.|…")
# What a plan or a document is to contain: "lập đề án …; trong đó, nêu nguồn tiền, cách làm".
_CONTENTS = re.compile(
    r"trong đó,? (?:xác định|nêu|quy định|làm rõ|phân công|chỉ rõ|đề ra|dự kiến|bao gồm|cụ thể|có)(?!\w)", re.I
)
_DRAFTING = re.compile(
    r"(?:tham mưu|xây dựng|ban hành|lập|soạn thảo|hoàn thiện)\b.{0,60}(?:kế hoạch|đề án|phương án|chương trình"
    r"|quy chế|nghị quyết|báo cáo)",
    re.I,
)


def pieces(plain: str, sentence: Span) -> Iterator[Span]:
    """The stretches of a sentence between its ";", those in brackets and quotes left whole."""
    depth, start = 0, sentence.start
    for match in _DIVIDER.finditer(plain, *sentence):
        sign = match[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif sign == ";" and depth == 0:
            yield trim(plain, start, match.start())
            start = match.end()
    yield trim(plain, start, sentence.end)


def divide(plain: str, sentence: Span, people: People) -> list[Span]:
    """The parts of a sentence that orders something; a piece without a verb of its own goes on the one before."""
    if plain.find(";", *sentence) < 0:
        return [whole] if (whole := trim(plain, *sentence)).end > whole.start else []
    parts: list[Span] = []
    for piece in pieces(plain, sentence):
        if piece.end == piece.start:
            continue
        if parts and (_names_only(plain, parts[-1], people) or not _stands_alone(plain, piece, parts[-1], people)):
            parts[-1] = Span(parts[-1].start, piece.end)
        else:
            parts.append(piece)
    return parts


def _names_only(plain: str, part: Span, people: People) -> bool:
    """Whether the part breaks off while it lists who is told: "yêu cầu các sở, ngành; UBND các xã …"."""
    places = [match.end() + 1 for match in ORDER.finditer(plain, *part)]
    for place in [*clause_starts(plain, *part)[:1], *places]:
        agents = read_agents(plain, place, part.end, people)
        if agents and agents.end == part.end:
            return True
    return False


def _stands_alone(plain: str, piece: Span, before: Span, people: People) -> bool:
    if _CONTENTS.match(plain, *piece) and _DRAFTING.search(plain, *before):
        return False
    first = past_connectives(plain, *piece)
    starts = (pattern.match(plain, first, piece.end) for pattern in (ORDER, RESULT, JOINTLY))
    if begins_task(plain, first, piece.end) or any(starts) or then(plain, *piece):
        return True
    timed = TIMED.match(plain, first, piece.end)
    if timed and begins_task(plain, timed.end(), piece.end):
        return True  # "…; trước ngày 15/10 ‹báo cáo› kết quả"
    if any(ORDER.match(plain, place, piece.end) for place in clause_starts(plain, *piece)):
        return True  # "…; riêng đề án trường học, ‹giao› Sở A hoàn chỉnh"
    named = (told(plain, piece, people) for told in (subject_of_task, doers, acting_agents))
    return any(named) or bool(MODAL.search(plain, *piece))
