"""Verbs that give orders, and verbs that say what is to be done, as tables turned into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.facts import Strength
from meetings.extraction.lexicon import table
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation, opening_words

# Capitals of the Vietnamese alphabet, for character classes; "À-Ỹ" would take in small letters.
UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1F00)) if c.isalpha() and c.isupper())


def alternatives(words: Iterable[str], *, any_case: bool = False) -> str:
    """A pattern for any of `words` as they are matched, the longest first."""
    return alternation(map(matchable, words), any_case=any_case)


ORDERS: dict[str, tuple[Strength, str]] = {
    matchable(row["verb"]): (row["strength"], row["needs"])  # type: ignore[misc]
    for row in table("order_verbs")
}
# An order of his who speaks, or a task of those told: "Chỉ đạo các xã …" after an order is what they shall do.
TASKS_TOO = frozenset(matchable(row["verb"]) for row in table("order_verbs") if row["task_too"])
# "Ông nêu ba việc: Sở A …; Sở B …" hands out what follows.
_COUNTED = (
    r"(?<!\w)(?:[Nn]êu|[Đđ]ưa ra|[Đđ]ề ra|[Đđ]ặt ra|[Cc]hỉ ra|[Cc]hốt lại|[Cc]hốt|[Gg]iao|[Qq]uán triệt|[Nn]hấn mạnh) "
    r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|một số|mấy) (?:việc|yêu cầu|nhiệm vụ|giải pháp|đầu việc|nội dung)"
    r"(?: [^\W\d_]+){0,4}(?=:)"
    r"|(?<!\w)(?:[Cc]hỉ rõ|[Nn]êu rõ|[Pp]hân rõ|[Ll]àm rõ) (?:phần việc|đầu việc|nhiệm vụ|công việc|trách nhiệm)"
    r"(?: [^\W\d_]+){1,5}(?=:)"
)
ORDER = WordPattern(rf"(?:{_COUNTED}|{opening_words(ORDERS, any_case=True)}(?!\w))")


def order_kind(verb: str) -> tuple[Strength, str]:
    """How strongly words that `ORDER` matched ask, and what must stand behind them."""
    return ORDERS.get(verb.lower(), ("order", "addressee or task"))


def _alone(row: dict[str, str]) -> str:
    """Not before what makes a noun of the verb: "dự" in "dự án"; a cell holds alternatives of a pattern."""
    return rf"(?!\w| (?:{row['not_before']})(?!\w))" if row["not_before"] else r"(?!\w)"


_AFTER = {matchable(row["verb"]): _alone(row) for row in table("task_verbs")}
# "thực hiện", and what may stand before it: "phải", "cần", "không được", "tuyệt đối không".
TASK = WordPattern(opening_words(_AFTER, any_case=True, after=_AFTER))
MODAL = WordPattern(
    r"(?<!\w)(?:cần phải|cần|phải|có trách nhiệm|chịu trách nhiệm|không được|không để|được giao|được đề nghị"
    r"|được yêu cầu|được lưu ý|được nhắc(?! đến| tới| lại| nhiều))"
    r"(?!\w| thiết\b| trục\b)",
    re.I,
)
# The strength that holds from such a word on; the others leave it as it is.
MODAL_STRENGTHS: dict[str, Strength] = {
    "cần phải": "need", "cần": "need", "phải": "need", "được đề nghị": "request", "được lưu ý": "note",
    "được nhắc": "note",
}  # fmt: skip
_ADVERBS = (
    r"(?:cũng|phải|cần|nên|hãy|tiếp tục|ngay|thật|luôn|nhất là|trước hết|trước mắt|cùng|đồng thời|theo dõi|quyết liệt"
    r"|mạnh mẽ"
    r"|kịp thời|chặt chẽ|rõ|đồng bộ|hiệu quả|hơn nữa|tích cực|nhanh|thực sự|đặc biệt|từng bước|trong thời gian tới"
    r"|cụ thể)"
)
_LEADING = re.compile(rf"(?:{_ADVERBS},? )*", re.I)
# What is over, goes on, or is only described: no task.
PAST = re.compile(
    r"(?:,? )?(?:cũng |đều )?(?:đã|đang|sẽ|vừa|mới|từng|luôn|vẫn|chưa|còn|là(?! (?:cơ quan|đơn vị|đầu mối))"
    r"|có (?:vai trò|ý nghĩa|nhiều))(?!\w)",
    re.I,
)


def begins_task(plain: str, start: int, end: int) -> bool:
    """Whether the words at `start` say what to do: "khẩn trương rà soát …", "không để …", "cần sớm …"."""
    if TASK.match(plain, start, end) or MODAL.match(plain, start, end):
        return True
    lead = _LEADING.match(plain, start, end)
    place = lead.end() if lead else start
    return place > start and bool(TASK.match(plain, place, end) or MODAL.match(plain, place, end))
