"""Terms of elected bodies: "khóa XV, nhiệm kỳ 2020-2025" is the 15th tenure, 2020–2025 term."""

from __future__ import annotations

import re

_TERM = re.compile(
    r"(?:,?\s*khóa\s+(?P<tenure>[IVXLC]+|\d{1,2}))?(?:,?\s*nhiệm\s+kỳ\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4}))?\s*$",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def ordinal(number: int) -> str:
    """`ordinal(21) == "21st"`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def cut_term(text: str) -> tuple[str, str]:
    """The words before the term, and the term in English; ("text", "") where there is none."""
    match = _TERM.search(text)
    if match is None or not match[0].strip():
        return text, ""
    said = []
    if match["tenure"]:
        said.append(f"{ordinal(_value(match['tenure'].upper()))} tenure")
    if match["first"]:
        said.append(f"{match['first']}–{match['last']} term")
    return text[: match.start()].rstrip(" ,"), ", ".join(said)


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
