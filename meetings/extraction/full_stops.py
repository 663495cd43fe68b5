"""Sentences: where they end in a press text, and where a full stop ends none."""

from __future__ import annotations

import re
from collections.abc import Callable

from meetings.extraction.spans import Span, span_of

_STOP = re.compile(r"[.!?…]+(?:/\.)?[\"')\]]*")
_SHORTENED = re.compile(
    r"(?:\b(?:TP|Tp|TX|TT|Q|P|H|Th\.?S|TS|PGS|GS|BS|KS|CN|LS|NSND|NSƯT|đ/c|Đ/c|St|Mr|Ths|Tr|tr|gđ|GĐ)"
    r"|(?<![^\W\d_])[A-ZĐƯ])\Z"
)
_DATE_END = re.compile(r"\d[/-]\d{1,4}\Z")
# "trong quý I.", "đất nhóm B." end a sentence: what a kind or a quarter is called is nobody's initial.
_CALLED = re.compile(
    r"\b(?:[Qq]uý|[Kk]hóa|[Nn]hóm|[Ll]oại|[Hh]ạng|[Cc]ấp|[Bb]ậc|[Đđ]ợt|[Gg]iai đoạn|[Vv]ùng|[Kk]hu|[Ll]ô"
    r"|[Đđ]iểm|[Tt]uyến) [A-ZĐ]\Z"
)
_LIST_MARK = re.compile(r"[-+*•]?\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđ])\Z")
_LONGEST_BRACKET = 300


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """ "nông sản... cùng nhiều nội dung" goes on, and "đã làm xong chưa?", ông hỏi." behind the quotation."""
    rest = text[stop.end() : stop.end() + 3].lstrip()
    return bool(rest) and (rest[0].islower() or rest[0] in ",;:-/).")


def _glued(text: str, start: int, stop: re.Match[str]) -> bool:
    """ "10.000", "T.Ư" and "baonghean.vn" are one word; "10 cá nhân.Ngày 5/6" has only lost a space."""
    if stop.end() >= len(text) or text[stop.end()].isspace():
        return False
    before, after = text[max(start, stop.start() - 2) : stop.start()], text[stop.end() : stop.end() + 2]
    behind_word = len(before) == 2 and before.islower() and not after[1:2].isupper()
    behind_date = bool(_DATE_END.search(text[max(start, stop.start() - 6) : stop.start()]))
    lost_space = (behind_word or behind_date) and after[:1].isupper()
    return not lost_space and not stop[0].endswith(('"', ")"))


def _shortened(text: str, start: int, stop: re.Match[str]) -> bool:
    """ "TP. Huế", "ThS. An" and an initial go on."""
    if stop[0] != "." or not _SHORTENED.search(text[max(start, stop.start() - 6) : stop.start()]):
        return False
    return not _CALLED.search(text[max(start, stop.start() - 12) : stop.start()])


def _list_mark(text: str, start: int, stop: re.Match[str]) -> bool:
    """ "1. Sở Tài chính" goes on."""
    return stop[0] == "." and stop.start() - start < 8 and bool(_LIST_MARK.match(text[start : stop.start()].strip()))


def _in_brackets(text: str, start: int, stop: re.Match[str]) -> bool:
    """A bracket that was opened and is closed soon holds its full stops."""
    opened = text.rfind("(", max(start, stop.start() - _LONGEST_BRACKET), stop.start())
    if opened < 0 or ")" in text[opened : stop.end()]:
        return False
    return ")" in text[stop.end() : opened + _LONGEST_BRACKET].partition("\n")[0]


# A full stop that one of these holds for ends no sentence; the first that holds is the reason.
JOINS: tuple[Callable[[str, int, re.Match[str]], bool], ...] = (
    _goes_on,
    _glued,
    _shortened,
    _list_mark,
    _in_brackets,
)


def split_sentences(plain: str, span: Span | None = None) -> tuple[Span, ...]:
    """The sentences of `plain` within `span`, trimmed, each with its full stop: "TP. Huế họp. Ông An dự." gives two.

    `plain` is a text as rules match against it (see `matchable`); only what is under `span` is looked at.
    """
    line, offset = (plain[span.start : span.end], span.start) if span else (plain, 0)
    start, end = 0, len(line)
    found: list[Span] = []
    for stop in _STOP.finditer(line):
        if stop.end() < end and _joins(line, start, stop):
            continue
        _add(found, line, start, stop.end(), offset)
        start = stop.end()
    _add(found, line, start, end, offset)
    return tuple(found)


def _joins(plain: str, start: int, stop: re.Match[str]) -> bool:
    for join in JOINS:  # noqa: SIM110 - a generator costs more than most of the rules
        if join(plain, start, stop):
            return True
    return False


def trim(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return span_of((start, end))


def _add(found: list[Span], line: str, start: int, end: int, offset: int) -> None:
    sentence = line[start:end].lstrip()
    if sentence:
        first = offset + end - len(sentence)
        found.append(span_of((first, first + len(sentence.rstrip()))))
