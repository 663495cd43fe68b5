"""Steering committees and task forces, their names read up to the verb: "Ban Chỉ đạo 389 tỉnh ‹họp›"."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.beginnings import WordPattern, made_once
from meetings.extraction.lexicon import table
from meetings.extraction.provinces import province_at
from meetings.extraction.spans import Span, matchable

_VERB = r" (?:tổ chức|họp|đã|tiến hành|khai mạc|do|chủ trì)(?!\w)"
_TIME = r" (?:sáng|trưa|chiều|tối|ngày|hôm|vào|lần thứ) (?=\d|nay|qua|ngày)"  # "Ban Chỉ đạo chống hạn ‹chiều 5/3›"
# "phòng, chống tham nhũng, tiêu cực ‹tỉnh›": commas, but neither a verb nor another body on the way to the level.
_TO_LEVEL = (
    rf"(?:(?!{_VERB}| (?:của|do|với|gồm|có|và các|tại|nghe|yêu cầu|giao) )"
    r"(?:[^.;:\n()A-ZĐ]|(?:Covid|COVID)-19|[A-ZĐ]{2,}(?!\w))){0,120}?(?= (?:tỉnh|thành phố)(?!\w)(?! ủy))"
)
# "về giữ gìn di sản, lễ hội" may hold commas if a verb or bracket comes after it; other tasks end at a comma.
_TASK = re.compile(
    rf"(?:{_TO_LEVEL}|[^.;:\n()]{{0,120}}?(?= (?:tỉnh|thành phố){_VERB})"
    rf"|[^,.;:\n()]{{0,60}}? về [^.;:\n()]{{0,160}}?(?= \(|{_VERB})"
    rf"|(?: [Pp]hòng, (?:chống|tránh|ngừa|ngăn)(?!\w))?[^,.;:\n()]{{0,120}}?)"
    rf"(?=(?<!cấp) (?:tỉnh|thành phố|huyện|xã|quận)(?!\w)(?! ủy)|{_VERB}|{_TIME}| với |[,.;:\n]| \(|$)"
)
_LEVEL = re.compile(r" (tỉnh|thành phố|huyện|xã|quận)(?!\w)")
_CITY = (" TP", " Tp")  # the point behind it ends no sentence: "Ban Chỉ đạo chống ngập ‹TP. Hồ Chí Minh›"
_NATION = re.compile(r"Trung ương|(?<!mục tiêu )[Qq]uốc gia|Chính phủ")


@made_once
def _heads() -> WordPattern:
    return WordPattern(rf"(?<!\w)(?:{'|'.join(matchable(row['pattern']) for row in table('task_forces'))})(?!\w)")


class TaskForce(NamedTuple):
    """A committee set up for a task, with the level it works at."""

    span: Span
    name: str
    level: str


def find_task_forces(plain: str, start: int, end: int) -> list[TaskForce]:
    """The task forces named in `plain[start:end]`, in order."""
    found = []
    for opening in _heads().finditer(plain, start, end):
        task = _TASK.match(plain, opening.end(), end)
        stop, level = task.end() if task else opening.end(), "province"
        if plain[stop - 3 : stop] in _CITY and (city := province_at(plain, stop - 2)):
            stop = city[0]
        if word := _LEVEL.match(plain, stop):
            level = "province" if word[1] in ("tỉnh", "thành phố") else "district"
            stop = word.end()
        name = plain[opening.start() : stop]
        if word is None and not name.startswith("Ban Tổ chức") and _NATION.search(name):
            level = "nation"
        found.append(TaskForce(Span(opening.start(), stop), name, level))
    return found
