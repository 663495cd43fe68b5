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


def _invented() -> Iterator[str]:
    """Names that nobody has, all different."""
    chance = random.Random(_SEED)
    while True:
        letters = ("".join(chance.choices("aeiouy", k=1) + chance.choices("bcghlmnt", k=2)) for _ in range(2))
        yield f"{chance.choice(('Nguyễn', 'Trần', 'Lê', 'Rơ Châm'))} " + " ".join(map(str.capitalize, letters))


def _each_new(form: str) -> Make:
    """`form` again and again, with a new name in it each time."""

    def make(size: int) -> str:
        found, length = [], 0
        for name in _invented():
            found.append(form.replace("{}", name))
            length += len(found[-1])
            if length > size:
                return "".join(found)
        raise AssertionError("there are names without end")

    return make


# Whole texts, in a form that articles do not have.
WHOLE: dict[str, Make] = {
    "ordinary text": article,
    "ordinary text on one line": lambda size: re.sub(r"\s+", " ", article(size + size // 20)),
    "ordinary text in one sentence": lambda size: re.sub(r"[.!?:;]?\s+", " ", article(size + size // 10)),
    "ordinary text in capitals": lambda size: article(size).upper(),
    "ordinary text, a line a word": lambda size: article(size).replace(" ", "\n"),
    "ordinary text without spaces": lambda size: article(size * 3 // 2).replace(" ", ""),
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
    "a new name each time": _each_new("{}, "),
    "a new official each time": _each_new("đồng chí {}, Giám đốc Sở Y tế; "),
    "a new official in a sentence each time": _each_new("Đồng chí {}, Giám đốc Sở Y tế yêu cầu rà soát kho. "),
    "a new office each time": _each_new("đồng chí Trần Văn Hậu, Giám đốc Trung tâm {}; "),
    "a new agency each time": _each_new("Sở {}, UBND xã {}, "),
    "a new agency told each time": _each_new("Yêu cầu Trung tâm {} rà soát kho. "),
    "a date in each sentence": _repeated("Kết quả ngày 5/6 là tốt. "),
    "a figure in each sentence": _repeated("Thu ngân sách đạt 1.234 tỷ đồng, bằng 56% dự toán. "),
    "a document in each order": _repeated("Yêu cầu Sở Y tế rà soát kho theo Nghị quyết số 57-NQ/TW. "),
    "a decision in each sentence": _repeated("UBND tỉnh thống nhất thông qua tờ trình. "),
    "decisions in one sentence": _repeated("UBND tỉnh nghe báo cáo, chủ trì, trình UBND tỉnh thông qua tờ trình, "),
    "a speaker in each sentence": _repeated("Đồng chí Trần Văn Hậu kết luận. Ông yêu cầu rà soát kho thuốc. "),
    "a figure in each bullet": _repeated("- Thu ngân sách đạt 1.234 tỷ đồng;\n"),
    "an order in each bullet": _repeated("- Sở Y tế rà soát kho thuốc trước ngày 30/6;\n"),
    "headings": _repeated("UBND tỉnh họp phiên thường kỳ\n"),
    "captions": _repeated("Đồng chí Trần Văn Hậu phát biểu. Ảnh: Lê Mai\n"),
    "a new document each time": _each_new("Nghị quyết số 5-{}, "),
    "prefixes of the tables": _cycled(table_prefixes, " "),
    "prefixes of the tables, commas": _cycled(table_prefixes, ", "),
    "prefixes of the patterns": _cycled(pattern_prefixes, " "),
    "prefixes of the patterns, glued": _cycled(pattern_prefixes, ""),
}


def text_of(name: str, size: int) -> str:
    """The case `name` in about `size` bytes of UTF-8."""
    if name in WHOLE:
        return _cut(WHOLE[name](size), size)
    return within_a_report(CASES[name], size, head=not name.startswith("prefixes"))


def within_a_report(make: Make, size: int, *, head: bool = True) -> str:
    """A report of about `size` bytes that holds what `make` gives in an order, by itself, and at the `head`.

    Some words at the head make a text no meeting's ("Lịch tiếp công dân"), and most rules are not asked then.
    """
    parts = 2 + head
    each = max((size - len((_LEAD + _TAIL).encode()) - 4) // parts, size // (2 * parts))
    words = _cut(make(each), each)
    return f"{words}\n\n" * head + f"{_LEAD}{words}\n\n{words}{_TAIL}"


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
