"""Texts made to slow the reading down: each kind of them in any length, within a report that counts as a meeting."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator

from bench.extraction.articles import article
from bench.extraction.prefixes import pattern_prefixes, table_prefixes

# All rules run on a meeting only. The hostile words stand at the head, in the middle of an order, and by themselves.
_LEAD = (
    "Sáng 14/11, UBND tỉnh Gia Lai họp phiên thường kỳ tháng 11/2024 do đồng chí Trần Văn Hậu, Phó Bí thư Tỉnh ủy, "
    "Chủ tịch UBND tỉnh chủ trì. Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu Sở Tài chính "
)
# What comes last makes every rule look back.
_TAIL = (
    " Phó Chủ tịch UBND tỉnh Lê Thị Mai kết luận phiên họp; giao Sở Y tế thống nhất thông qua Nghị quyết số 5 của HĐND "
    "tỉnh, đạt 5% kế hoạch trước ngày 30/6. Đồng chí Trần Văn Hậu phát biểu.\n"
)
Make = Callable[[int], str]
_SEED = 7


def _repeated(unit: str) -> Make:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _cycled(units: Callable[[], Iterable[str]], join: str) -> Make:
    def make(size: int) -> str:
        order = list(units())
        random.Random(_SEED).shuffle(order)
        return _repeated(join.join(order) + join)(size)

    return make


def _nested(opening: str, closing: str) -> Make:
    return lambda size: opening * (size // 2) + closing * (size // 2)


def _names() -> Iterator[str]:
    generator = random.Random(_SEED)
    for _ in range(5000):
        yield generator.choice(("Nguyễn", "Trần", "Lê", "Y", "Rơ", "K'Đ")) + generator.choice(" ") + "Văn Đức Hòa"


# Whole texts, in a form that articles do not have.
WHOLE: dict[str, Make] = {
    "ordinary text": article,
    "ordinary text on one line": lambda size: re.sub(r"\s+", " ", article(size)),
    "ordinary text in one sentence": lambda size: re.sub(r"[.!?:;]?\s+", " ", article(size)),
    "ordinary text in capitals": lambda size: article(size).upper(),
    "ordinary text, a line a word": lambda size: article(size).replace(" ", "\n"),
    "ordinary text without spaces": lambda size: article(size).replace(" ", ""),
}
# Words and signs that stand within a report.
CASES: dict[str, Make] = {
    "100,000 commas": _repeated(","),
    "commas and spaces": _repeated(", "),
    "words between commas": _repeated("thuốc, "),
    "words without a stop": _repeated("nước nhà xanh "),
    "one word": _repeated("a"),
    "one capital": _repeated("A"),
    "capital letters": _repeated("A B "),
    "digits": _repeated("1"),
    "digits in threes": _repeated("123."),
    "numbers": _repeated("12 "),
    "numbers and units": _repeated("1.234 tỷ đồng, "),
    "percentages": _repeated("12,5% "),
    "dates": _repeated("5/6 "),
    "days to days": _repeated("5, 6 và "),
    "slashes": _repeated("1/"),
    "dots": _repeated("."),
    "dots and spaces": _repeated(". "),
    "stops of sentences": _repeated("Đ. "),
    "dashes": _repeated("-"),
    "dashes and spaces": _repeated(" - "),
    "colons": _repeated("a: "),
    "semicolons": _repeated("; "),
    "spaces": _repeated(" "),
    "no-break spaces": _repeated("\u00a0"),
    "line feeds": _repeated("\n"),
    "spaces at line ends": _repeated(" \n"),
    "short lines": _repeated("a\n"),
    "bullets": _repeated("- Sở\n"),
    "numbered lines": _repeated("1. \n"),
    "unclosed quote": lambda size: "“" + _repeated("giá nước sạch ")(size - 1),
    "unclosed quotes": _repeated('"'),
    "unclosed bracket": lambda size: "(" + _repeated("giá nước sạch. ")(size - 1),
    "unclosed brackets": _repeated("("),
    "brackets after words": _repeated("a ("),
    "nested brackets": _nested("(", ")"),
    "nested quotes": _nested("“", "”"),
    "quotes in brackets": _repeated('("'),
    "apostrophes": _repeated("'"),
    "H'H'": _repeated("H'"),
    "combining marks": _repeated("a\u0301\u0323"),
    "emoji": _repeated("🙂"),
    "Chủ tịch": _repeated("Chủ tịch "),
    "Phó Chủ tịch UBND tỉnh": _repeated("Phó Chủ tịch UBND tỉnh "),
    "Bí thư, Chủ tịch": _repeated("Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, "),
    "Phó": _repeated("Phó "),
    "đồng chí": _repeated("đồng chí "),
    "các đồng chí:": _repeated("các đồng chí: "),
    "đồng chí A - r;": _repeated("đồng chí Trần Văn Hậu - Giám đốc Sở Y tế; "),
    "và các sở": _repeated("và các sở "),
    "Sở": _repeated("Sở "),
    "Các Sở: A, B": _repeated("Y tế, Công Thương, Xây dựng, "),
    "Ban Quản lý": _repeated("Ban Quản lý "),
    "UBND các huyện": _repeated("UBND các huyện "),
    "yêu cầu": _repeated("yêu cầu "),
    "giao Sở rà soát,": _repeated("giao Sở Y tế rà soát, "),
    "one order after another": _repeated("Đồng chí yêu cầu Sở Y tế rà soát kho thuốc. "),
    "cần phải": _repeated("cần phải "),
    "trước ngày": _repeated("trước ngày "),
    "trong tháng": _repeated("trong tháng "),
    "Nghị quyết số": _repeated("Nghị quyết số "),
    "Nghị quyết số 5,": _repeated("Nghị quyết số 57-NQ/TW, "),
    "thống nhất thông qua": _repeated("thống nhất thông qua "),
    "đạt": _repeated("đạt "),
    "tăng trưởng": _repeated("tăng trưởng "),
    "so với cùng kỳ": _repeated("so với cùng kỳ "),
    "kết luận": _repeated("kết luận "),
    "phát biểu:": _repeated("phát biểu: "),
    "tỉnh": _repeated("tỉnh "),
    "a run of names": _repeated("Nguyễn Văn Hòa Bình Minh Đức "),
    "names, names": _repeated("Trần Văn Hậu, "),
    "names of minorities": _repeated("Rơ Châm Y H'Nga K'Bing "),
    "many men": _cycled(_names, ", "),
    "prefixes of the tables": _cycled(table_prefixes, " "),
    "prefixes of the tables, commas": _cycled(table_prefixes, ", "),
    "prefixes of the patterns": _cycled(pattern_prefixes, " "),
    "prefixes of the patterns, glued": _cycled(pattern_prefixes, ""),
}


def text_of(name: str, size: int) -> str:
    """The case `name` in about `size` bytes of UTF-8."""
    if name in WHOLE:
        return _cut(WHOLE[name](size), size)
    return within_a_report(CASES[name], size)


def within_a_report(make: Make, size: int) -> str:
    """A report of about `size` bytes that holds what `make` gives in three places."""
    each = (size - len((_LEAD + _TAIL).encode()) - 4) // 3
    words = _cut(make(max(each, size // 6)), max(each, size // 6))
    return f"{words}\n\n{_LEAD}{words}\n\n{words}{_TAIL}" if each > 0 else f"{_LEAD}{words}"


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
