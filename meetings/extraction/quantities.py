"""Numbers with their unit and the words that bound them: "trên 9.400 tỷ đồng", "6 - 6,5%", "52/188 xã"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.facts import Fact
from meetings.extraction.first_words import first_words
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span
from meetings.extraction.units import Unit, printed_units
from meetings.extraction.wording import alternation

Comparator = Literal[">", ">=", "<", "<=", "~", "="]


@dataclass(frozen=True, slots=True)
class Quantity(Fact):
    """A figure. `span` runs from the bounding words to the end of the unit; `number` covers the digits alone."""

    value: Decimal
    value_high: Decimal | None
    of_total: Decimal | None
    printed_unit: str
    unit: Unit
    comparator: Comparator
    number: Span


_KNOWN = printed_units()
_UNIT = r"\s?(" + alternation(_KNOWN) + r")(?![^\W_]|/(?!\d))"
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+\.\d{1,2}|\d+)(?!\d|[.,]\d)"
FIGURE = WordPattern(
    r"(?<![\w.,/])(?<!\w-)(?P<number>" + _NUMBER + r")"
    r"(?:(?:\s?%|\s(?:tỷ|tỉ|triệu|nghìn) đồng)?(?:\s?-\s?|\s(?:đến|tới)\s)(?:khoảng\s)?(?P<high>" + _NUMBER + r")"
    r"|\s?/\s?(?P<total>" + _NUMBER + r"))?(?:" + _UNIT + r")"
)


# Right before the number, at most three words.
_BOUND_WORDS: tuple[tuple[Comparator, str], ...] = (
    ("<=", "không quá|không vượt quá|không vượt|không hơn|không cao hơn|tối đa|cao nhất"),
    (">=", "không dưới|không thấp hơn|không ít hơn|không kém|ít nhất|tối thiểu|thấp nhất|chí ít"),
    ("~", "~|trên dưới|gần|khoảng|xấp xỉ|chừng|ngót|ngót nghét|non|tầm"),
    ("~", "ước khoảng|ước tính|ước|dự ước|ước đạt|ước chừng"),
    (">", "trên|hơn|vượt|quá|vượt trên|lên trên"),
    ("<", "dưới|chưa đến|chưa tới|chưa đạt|chưa được|chưa đầy|xuống dưới|còn dưới"),
)
_BOUNDS = {word: sign for sign, words in _BOUND_WORDS for word in words.split("|")}
_MOST_WORDS = 3
_LEADS_ON = ("mức ", "mốc ", "mục tiêu ", "là ", "từ ")  # may stand between the bound and the number
_MORE_THAN_SOMETHING = re.compile(r"\b(?:cao|nhiều|lớn|thấp|ít|nhanh|vượt)\s(?:hơn\s)?\Z", re.IGNORECASE)
# "từ 80% trở lên", "từ 80% ‹dự toán› trở lên": the thing measured may stand between, if "từ" opened the bound.
_AND_MORE = re.compile(r"\s(trở lên|trở xuống)\b", re.IGNORECASE)
_FROM = re.compile(r"\btừ\s\Z", re.IGNORECASE)
_THING_AND_MORE = re.compile(r"(?:\s[^\W\d_]+){1,4}?\s(trở lên|trở xuống)\b", re.IGNORECASE)
_OTHER_WORD = re.compile(
    r"xã (?:hội|viên)|điểm (?:cầu|nghẽn|đen|trường)|con (?:số|đường)|tỷ (?:lệ|trọng|suất|giá)|tỉ (?:lệ|trọng)"
    r"|ca (?:nô|sĩ|trực|khúc|làm|kíp|máy)|bản (?:đồ|án)|hộ (?:chiếu|khẩu)"
)
_AMBIGUOUS = first_words(_OTHER_WORD.pattern)
_LIFE_SPAN = 60  # characters before an age in which "tuổi thọ" stands
_RANKED = re.compile(r"\b(?:thứ|hạng|top|tốp)\s\Z", re.IGNORECASE)


def find_quantities(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The figures with a known unit under `span`, in order: "được 640,5 tỷ đồng, bằng 31,2% dự toán" gives two."""
    matches = FIGURE.finditer(document.plain, *span)
    if not matches:
        return ()
    found = [read_quantity(document, span, match) for match in matches]
    return tuple([quantity for quantity in found if isinstance(quantity, Quantity)])


def decimal(printed: str, unit: Unit) -> Decimal:
    """The number as the unit lets it be read: "9.400" is 9400, yet "38.215 triệu đồng/người/năm" is 38.215."""
    whole, comma, fraction = printed.partition(",")
    if comma or "." not in whole:
        return Decimal(whole.replace(".", "") + ("." + fraction if comma else ""))
    thousands = all(len(group) == 3 for group in whole.split(".")[1:])
    value = Decimal(whole.replace(".", "")) if thousands else Decimal(whole)
    if thousands and whole.count(".") == 1 and unit.ceiling is not None and value > unit.ceiling:
        return Decimal(whole)
    return value


def read_quantity(document: Document, span: Span, match: re.Match[str]) -> Quantity | str:
    """The figure under `match`, or why it is none."""
    text = document.plain
    unit, printed_unit = _KNOWN[match[match.lastindex or 0]]
    if match[match.lastindex or 0] in _AMBIGUOUS and _OTHER_WORD.match(text, match.start(match.lastindex or 0)):
        return "the unit is part of another word"
    before = text[max(span.start, match.start() - 30) : match.start()]
    if (
        unit.dimension == "age"
        and "thọ" not in text[max(span.start, match.start() - _LIFE_SPAN) : match.start()].lower()
    ):
        return "how old somebody is"  # "trẻ em dưới 5 tuổi suy dinh dưỡng"
    value = decimal(match["number"], unit)
    high = decimal(match["high"], unit) if match["high"] else None
    total = decimal(match["total"], unit) if match["total"] else None
    if total is not None and (_RANKED.search(before) or (total < value and unit.dimension != "money")):
        return "rank"
    comparator, start = _comparator(before)
    more = _AND_MORE.match(text, match.end(), span.end)
    bounded = more or (
        before.endswith(("từ ", "Từ ")) and _FROM.search(before) and _THING_AND_MORE.match(text, match.end(), span.end)
    )
    if bounded:
        comparator = ">=" if bounded[1].lower() == "trở lên" else "<="
    rule = "range" if high is not None else "part of a total" if total is not None else "number and unit"
    return Quantity(
        span=Span(match.start() - start, more.end() if more else match.end()),
        rule=rule,
        value=value,
        value_high=high,
        of_total=total,
        printed_unit=printed_unit,
        unit=unit,
        comparator=comparator,
        number=Span(match.start(), match.end("total") if total is not None else match.end("number")),
    )


def _comparator(before: str) -> tuple[Comparator, int]:
    """What the words right before a number make of it, and how many characters those words take."""
    small = before.lower()
    end = len(small)
    for word in _LEADS_ON:
        if small.endswith(word) and small[end - len(word) - 1 : end - len(word)] == " ":
            end -= len(word)
            break
    if not small.endswith(" ", 0, end):
        return "=", 0
    words = small[: end - 1].split(" ")[-_MOST_WORDS:]
    for i in range(len(words)):
        bound = " ".join(words[i:])
        if sign := _BOUNDS.get(bound):
            start = end - 1 - len(bound)
            if before.startswith("hơn", start) and _MORE_THAN_SOMETHING.search(before, 0, start):
                return "=", 0
            return sign, len(before) - start
    return "=", 0
