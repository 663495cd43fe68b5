"""The forms in which dates are printed, each tried only where one of its kind can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.memory import remembered

_D, _M, _Y = r"(?<![\d/.,-])(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>(?:19|20)\d\d)"
_OF_YEAR = r"(?:\s?[/-]\s?" + _Y + r"|,?\ năm\ (?P<y2>(?:19|20)\d\d))?"
_AND = (
    r"(?:\s?-\s?|\s?,\s?(?:\d{1,2}\s?,\s?){0,5}(?:\d{1,2}\s)?và\s|\s(?:và|đến|tới)\s)(?:hết\s)?(?:(?:sáng|trưa|"
    r"chiều|tối)\s)?(?:ngày\s)?"
)
_END = r"(?![\d/]|[.,]\d|-[\dA-ZĐ])"

# Where a date can begin with a number, by the sign or word of dates that follows it.
_OPENING = re.compile(
    r"\d(?<![\d/.,-]\d)\d?(?=\s?(?:(?P<slash>[/-])|(?P<dot>\.)|,)\s?\d|\s(?:(?P<month>tháng)|và|đến|tới)\s)", re.I
)
_OPENED_BY = {
    "in words": ("month",),
    "range of days": ("slash", None),
    "in numbers": ("slash", "dot"),
    "day and month": ("slash", "dot"),
    "month in numbers": ("slash",),
}

_DOTTED = WordPattern(r"[SCTNn](?:áng|hiều|ối|gày) \d{1,2}\.\d{1,2}(?![.,]?\d)")

_BEGUN_BY_WORDS = ("month", "quarter", "year")
# Tried in this order; a later rule never reads characters that an earlier one has read.
_RULES: dict[str, re.Pattern[str] | WordPattern] = {
    name: (WordPattern if name in _BEGUN_BY_WORDS else re.compile)(pattern, re.I | re.X)
    for name, pattern in {
        "header": r"\A\s*date\ (?P<date>" + _Y + r")-" + _M + r"(?:-(?P<hd>\d{2}))?(?=\s)",
        "in words": _D + r"\ tháng\ " + _M + _OF_YEAR + r"(?!\d)",
        "range of days": _D
        + r"(?:\s?[/-]\s?(?P<m1>\d{1,2}))?"
        + _AND
        + r"(?P<d2>\d{1,2})\s?(?P<s>[/.-])\s?"
        + _M
        + r"(?:\s?(?P=s)\s?"
        + _Y
        + r")?"
        + _END,
        "in numbers": _D + r"\s?(?P<s>[/.-])\s?" + _M + r"\s?(?P=s)\s?" + _Y + r"(?![\d/]|-[A-ZĐ])",
        "day and month": _D + r"\s?(?P<s>[/.-])\s?" + _M + _END,
        "month": r"\btháng\ " + _M + _OF_YEAR + r"(?![\d/]|,\d|\ năm\ (?:ngoái|trước))",
        "quarter": r"\bquý\ (?P<q>IV|I{1,3}|[1-4])" + _OF_YEAR + r"(?![\w/])",
        "month in numbers": r"(?<!số\ )(?<![\d/.,-])" + _M + r"[/-]" + _Y + r"(?![\d/]|-[\dA-ZĐ])",
        "year": r"\bnăm\ " + _Y + r"(?!\d|-\d|\s-\s\d)",
    }.items()
}


def date_matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What looks like a date in `text`, rule by rule, none of one rule inside another.

    The groups are d, m and y for day, month and year, d2 for the last day of a range, m1 for the month of its first,
    q for a quarter, s for the sign between the numbers; a header's are date and hd.
    """
    openings: dict[str | None, list[int]] = {"slash": [], "dot": [], "month": [], None: []}
    for opening in _OPENING.finditer(text):
        openings[opening.lastgroup].append(opening.start())
    for rule, pattern in _RULES.items():
        if isinstance(pattern, WordPattern):
            matches = pattern.finditer(text)
        elif rule in _OPENED_BY:
            matches = _matches(pattern, text, sorted(at for kind in _OPENED_BY[rule] for at in openings[kind]))
        else:
            matches = [header] if (header := pattern.match(text)) else []
        for match in matches:
            yield rule, match


def _matches(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    end = 0
    for at in places:
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            found.append(match)
    return found


@remembered
def writes_dots(text: str) -> bool:
    """Whether a short date of `text` is printed with a dot behind a word that leads to it: "ngày 30.6"."""
    return _DOTTED.search(text) is not None
