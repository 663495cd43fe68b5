"""Where a line must not break: inside a number and its unit, a date, the number of a document, a person's name."""

from __future__ import annotations

import re

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

# What stands longer than this on one line would not fit beside a margin on the narrowest screen.
LONGEST = 26  # characters
_LEADING = r"\b(?:ngày|tháng|quý|năm|số|lần|thứ|khóa|khoá|điều|khoản)"
_NUMBER = r"\d+(?:[.,]\d+)*(?:[-–/]\w+)*"  # 4.600,5; 31-1-2026; 2021–2025; 179/2025/NĐ-CP
_ROMAN = r"[IVXL]+(?:[-–/]\w+)*\b"
_WORD = r"[^\W\d_]{1,7}\b"
_TOGETHER = re.compile(
    rf"(?i:{_LEADING})\s(?:{_NUMBER}|{_ROMAN})(?:\s(?:tháng|năm)\s{_NUMBER})*"
    rf"|{_NUMBER}(?:\s?%|\s(?:tỷ|triệu|nghìn|ngàn)\b(?:\s{_WORD})?|\s(?!{_LEADING}\b){_WORD})?"
)
_BREAKABLE = re.compile(r"[\s–-]|/(?!\d)")


def kept(words: object) -> SafeString:
    """Words on one line, unless they are too long for one."""
    said = str(words)
    if len(said) > LONGEST or not _BREAKABLE.search(said):
        return conditional_escape(said)
    return format_html('<span class="nowrap">{}</span>', said)


def unbroken(text: object) -> SafeString:
    """A text, escaped, in which no number is torn from its unit, and no date or document's number in two.

    Browsers break after hyphens and slashes, and Vietnamese units are words of their own: `không dưới 4.600 / tỷ đồng`.
    """
    said, pieces, position = str(text), [], 0
    for found in _TOGETHER.finditer(said):
        pieces += [conditional_escape(said[position : found.start()]), kept(found[0])]
        position = found.end()
    return mark_safe("".join([*pieces, conditional_escape(said[position:])]))
