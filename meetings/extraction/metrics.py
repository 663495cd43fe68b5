"""What a figure measures: the words as printed, and one canonical name so that figures form series."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from meetings.extraction.abbreviations import abbreviations
from meetings.extraction.beginnings import WordPattern
from meetings.extraction.lexicon import table, variants
from meetings.extraction.measure_names import DATED, STATE, UNLESS_BEHIND, WHEN, WHERE, listed
from meetings.extraction.memory import remembered
from meetings.extraction.spans import Span, matchable
from meetings.extraction.wording import alternation, has_any, opening_words

_LONGEST_NAME = 200  # what is longer names no measure
_JOINS = re.compile(r"[,;:]|(?<![^\W_])-(?![^\W_])|-(?=[^\W_]{2})|(?<= )và(?= )")
_IN_JOINS = (",", ";", ":", "-", " và ")
_SPACES = re.compile(r"\s+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_LAST_WORD = re.compile(r"[^\W_]+(?=[\W_]*\Z)")
Aspect = Literal["level", "growth", "share", "beyond"]


def _names() -> tuple[dict[str, dict[str, str]], WordPattern]:
    known: dict[str, dict[str, str]] = {}
    for row in table("metrics"):
        for name in (row["metric"], *variants(row["variants"])):
            known.setdefault(matchable(name).lower(), row)
    return known, WordPattern(opening_words(known, any_case=True) + r"(?![^\W_])")


_KNOWN, _NAME = _names()
# Words beside the name that leave the measure what it is; any others make it one of its own ("… nông sản").
_QUALIFIERS = """tổng | tỷ lệ | tốc độ | số | nguồn | mức | giá trị | kết quả | công tác | về | việc |
    nhà nước | trên địa bàn | theo chuẩn | theo chuẩn nghèo | theo chuẩn đa chiều | theo chuẩn nghèo đa chiều |
    đa chiều | bình quân | hàng hóa | thêm | đón | thu hút | hoàn thành | xây dựng | phát triển | chung | đạt | được"""
_HARMLESS_WORDS = [*WHEN, *WHERE, *STATE, *listed(_QUALIFIERS)]
_NOT_NEW = "".join(f"(?<!{words})" for words in UNLESS_BEHIND["mới"])
_HARMLESS = re.compile(
    rf"(?:\([^)]*\)|(?<![^\W_])(?:{DATED}|{_NOT_NEW}mới|"
    + alternation(word for word in _HARMLESS_WORDS if word != "mới")
    + r")(?![^\W_])|[\W_])*"
)


def known_metric(plain: str, start: int, end: int) -> Span | None:
    """Where the longest measure that is known stands in `plain[start:end]` of the text that is read, or None."""
    longest: Span | None = None
    for match in _NAME.finditer(plain, start, end):
        if longest is None or match.end() - match.start() > longest.end - longest.start:
            longest = Span(match.start(), match.end())
    return longest


@remembered
def names_known_metric(words: str) -> bool:
    """Whether a measure that is known stands in `words`, which may be none of the text."""
    return _NAME.compiled.search(words) is not None


def _plain(words: str) -> str:
    """Matchable `words` as names of measures are compared: abbreviations written out, small letters, no joints.

    "Tổng thu NSNN" and "tổng thu ngân sách nhà nước" are one, so are "nông, lâm nghiệp và thủy sản" and "nông - lâm
    nghiệp - thủy sản".
    """
    pattern, forms = abbreviations("metric")
    small = words.lower()
    if small != words or has_any(small, _small_abbreviations()):
        small = pattern.sub(lambda match: forms[match[0]], words).lower()
    return " ".join((_JOINS.sub(" ", small) if has_any(small, _IN_JOINS) else small).split())


@cache
def _small_abbreviations() -> tuple[str, ...]:
    return tuple(form for form in abbreviations("metric")[1] if form == form.lower())


@cache
def _plain_names() -> tuple[dict[str, dict[str, str]], re.Pattern[str], frozenset[str]]:
    """The rows by their names as they are compared, a pattern for these, and the words that they begin with."""
    known: dict[str, dict[str, str]] = {}
    for name, row in _KNOWN.items():
        known.setdefault(_plain(name), row)
    return known, re.compile(rf"(?:{alternation(known)})(?![^\W_])"), frozenset(name.split(" ")[0] for name in known)


@remembered
def _row(metric: str) -> dict[str, str]:
    """The row of the table metrics that `metric` is of, if the words beside its name leave it what it is, else {}."""
    words = _plain(metric)
    if "(" in metric and (found := _row_of_plain(_plain(_IN_BRACKETS.sub(" ", metric)))):
        return found
    return _row_of_plain(words)


def _row_of_plain(words: str) -> dict[str, str]:
    known, pattern, first_words = _plain_names()
    found, start = [], 0
    for word in words[:_LONGEST_NAME].split(" "):
        if (word in first_words or not word.isalpha()) and (name := pattern.match(words, start)):
            found.append((start - name.end(), start, name.end()))
        start += len(word) + 1
    for _, start, end in sorted(found):
        others = words[:start] + " " + words[end:]
        if _HARMLESS.match(others).end() == len(others):  # type: ignore[union-attr]  # it may be empty
            return known[words[start:end]]
    return {}


@cache
def _may_name(unit: str) -> bool:
    """Whether a measure's name may end with the printed `unit`: "tỷ đồng" behind a name never makes it another."""
    last = _LAST_WORD.search(_plain(matchable(unit)))
    return last is not None and last[0] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    """The last words of the names of measures and of what may stand beside them."""
    names = (*_plain_names()[0], *_HARMLESS_WORDS)
    return frozenset(last[0] for name in names if (last := _LAST_WORD.search(name)))


def series_of(words: str) -> str:
    """The series that `words` name by themselves, such as the unit "bác sĩ/vạn dân"; "" where they name none."""
    return _row(matchable(words)).get("metric", "")


def canonical(metric: str, aspect: Aspect, direction: str, in_percent: bool, unit: str = "") -> str:
    """One name per series: "GRDP 9 tháng" as growth is "tăng trưởng GRDP", a share of the plan is a series of its own.

    A measure with more words than the table knows keeps them: "kim ngạch xuất khẩu gốm sứ" is not all exports.
    `metric` is as a document's `plain` has it. The printed `unit` may belong to its name: "thành lập mới" 12 "hợp
    tác xã".
    """
    row = (_row(f"{metric} {matchable(unit)}") if _may_name(unit) else {}) or _row(metric)
    base = row.get("metric") or _SPACES.sub(" ", metric).lower()
    if aspect == "growth":
        return row.get("growth") or f"{base} ({direction})"
    if aspect == "beyond":
        return f"{base} vượt kế hoạch"
    if in_percent and row.get("rate"):
        return row["rate"]
    return f"{base} so với kế hoạch" if aspect == "share" else base
