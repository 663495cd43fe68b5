"""Who holds a working session by who came to whom: the higher of the two sides, or the host of a delegation."""

from __future__ import annotations

import re

from meetings.extraction.bodies import Body, find_bodies, leaders
from meetings.extraction.meeting_words import lead_word
from meetings.extraction.spans import Span
from meetings.extraction.verbs import UPPER

_SECTOR = re.compile(r"[^,.;]{0,40}?(?<!\w)(?:[Nn]gành|công đoàn|Công đoàn|hội viên) ")
# "‹ông› vào việc chính là làm việc với UBND huyện"
_PRONOUN = re.compile(r"(?<!\w)(?:ông|bà|đồng chí|đ/c) (?:[^\W\d_]+ ){0,6}\Z")
# "làm việc với ‹đồng chí Lê Văn Đạt, ›Chủ tịch UBND tỉnh"
_UP_TO_TITLE = re.compile(
    r" ?(?:(?:các )?(?:đồng chí|đ/c|ông|bà|lãnh đạo|tập thể) )?"
    rf"(?:[{UPPER}][\w.']*(?: [{UPPER}][\w.']*){{0,5}}(?:,| -) )?"
)
_NEAR = 80


def host(plain: str, start: int, end: int) -> Body | None:
    """The provincial body that others come to: "Làm việc với ‹Đoàn ĐBQH tỉnh›, Sở Y tế kiến nghị …"."""
    met = find_bodies(plain, start, end)
    if not met or not lead_word("name part").fullmatch(plain, start, met[0].span.start):
        return None
    guests = (*met[1:], *leaders(plain, met[0].span.end, end))
    return None if any(body.level == "nation" for body in guests) else met[0]


def is_of_others(plain: str, start: int, end: int) -> bool:
    """Whether the conference is another's, so that who speaks is a guest: "hội nghị tổng kết do ‹Sở Y tế› tổ chức"."""
    others = any(body.level != "province" for body in find_bodies(plain, start, end))
    return others or bool(_SECTOR.match(plain, start, end))


def met_leader(plain: str, start: int, end: int) -> Body | None:
    """The provincial body or leader that a lower one works with: "Sở Y tế làm việc với ‹Chủ tịch UBND tỉnh›"."""
    near = min(end, start + _NEAR)
    met = sorted((*find_bodies(plain, start, near), *leaders(plain, start, near)), key=lambda body: body.span)
    if not met or met[0].level != "province" or not _UP_TO_TITLE.fullmatch(plain, start, met[0].span.start):
        return None
    return met[0]


def led_by_pronoun(plain: str, sentence: Span, at: int) -> Body | None:
    """The only leader named before, of a province, whom "ông" means that works with others at `at`."""
    if not _PRONOUN.search(plain, sentence.start, at):
        return None
    named = leaders(plain, sentence.start, at)
    return named[0] if len(named) == 1 and named[0].level == "province" else None
