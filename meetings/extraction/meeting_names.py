"""What a meeting is called: its number, the term it belongs to, the period it is about, its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.dates import DateMention, find_dates
from meetings.extraction.document import Document
from meetings.extraction.spans import Span

_WORDS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8}
_WORDS |= {"chín": 9, "mười": 10}
_UNIT = {**_WORDS, "một": 1, "mốt": 1, "lăm": 5}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBER = re.compile(
    # "hội nghị thứ hai trong năm" counts, it is no number of the meeting's own
    r"(?:lần thứ|thứ(?! \w+ trong (?:năm|tháng|quý))|lần|phiên(?: thứ)?) "
    r"(\d{1,3}|[IVXLC]+|(?:hai|ba|bốn|năm)? ?mươi(?: \w+)?|mười(?: \w+)?|[^\W\d_]+)"
    r"(?![\w/])|kỳ họp (\d{1,2})(?![\w/])",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?:khóa )(?:[IVXLC]+|\d{1,2})(?:\s?\(?,?\s?(?:nhiệm kỳ )?\d{4}\s?-\s?\d{4}\)?)?", re.IGNORECASE)
_TENURE = re.compile(r"nhiệm kỳ \d{4}\s?-\s?\d{4}", re.IGNORECASE)
# Words behind which a number belongs to something else.
_OTHER = re.compile(
    r"[.;:]|(?<!\w)(?:về|để|nhằm|và|với|giữa|Đại hội|[Nn]ghị quyết|tổng kết|sơ kết|trình|kỳ họp|nội dung|"
    r"kết quả|thông báo|quán triệt|triển khai|học tập)(?!\w)"
)
REACH = 110


class Name(NamedTuple):
    """A meeting's name as read from the words around its noun."""

    number: int | None
    term: str | None
    period: DateMention | None
    span: Span


def read_number(text: str) -> int | None:
    """A number in digits, Roman figures or words: "14", "XX", "mười lăm", "hai mươi mốt"; None for another word."""
    text = text.strip()
    if text.isdigit():
        return int(text)
    if text and set(text) <= set(_ROMAN):
        values = [_ROMAN[c] for c in text]
        return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))
    words = text.lower().split()
    if "mươi" in words:
        at = words.index("mươi")
        tens = _UNIT.get(words[at - 1], 0) if at else 0
        return tens * 10 + (_UNIT.get(words[at + 1], 0) if at + 1 < len(words) else 0) or None
    if words and words[0] == "mười":
        return 10 + (_UNIT.get(words[1], 0) if len(words) > 1 else 0)
    return _WORDS.get(words[0]) if len(words) == 1 else None


def find_name(document: Document, noun: Span, body: Span | None, sentence: Span) -> Name:
    """Number, term and period of the meeting whose noun stands at `noun` and whose body at `body`."""
    plain = document.plain
    end = min(sentence.end, max(noun.end, body.end if body else 0) + REACH)
    number = next(
        (n for m in _NUMBER.finditer(plain, noun.start, min(end, noun.end + 60)) if (n := _own(plain, noun, body, m))),
        None,
    )
    start = min(noun.start, body.start) if body and body.start > noun.start - 160 else noun.start
    term = None
    for match in (*_TERM.finditer(plain, start, end), *_TENURE.finditer(plain, start, end)):
        if term is None and _follows(plain, match.start(), noun, body):
            term = _printed(document, match.span())
    dates = find_dates(document, Span(noun.start, min(end, noun.end + 80)))
    period = next((d for d in dates if d.day is None and (d.month or d.quarter) and not d.in_reference), None)
    return Name(number, term, period, Span(noun.start, end))


def _own(plain: str, noun: Span, body: Span | None, match: re.Match[str]) -> int | None:
    """The number, if nothing but the meeting's own words stands between noun and number."""
    at = body.end if body and noun.end <= body.start < match.start() else noun.end
    between = plain[at : match.start()].removeprefix(" kỳ họp")  # "họp ‹kỳ họp› thứ 6": the noun's own
    if _OTHER.search(between):
        return None
    return read_number(match[1] or match[2])


def _follows(plain: str, at: int, noun: Span, body: Span | None) -> bool:
    """Whether only ordinals, places and commas stand between the meeting's words and `at`."""
    nearest = max((span.end for span in (noun, body) if span and span.end <= at), default=None)
    if nearest is None:
        return False
    between = plain[nearest:at]
    return len(between) < 70 and not re.search(
        r"[.;:]|(?<!\w)(?:về|để|nhằm|với|trình|tại|Quốc hội|Trung ương)(?!\w)", between
    )


def _printed(document: Document, span: tuple[int, int]) -> str:
    text = re.sub(r"\s+", " ", document.text[span[0] : span[1]]).strip()
    return text[:1].lower() + text[1:]
