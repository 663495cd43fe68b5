"""What a figure measures: the words as printed, and one canonical name so that figures form series."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from meetings.extraction.abbreviations import abbreviations
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import remembered
from meetings.extraction.spans import Span, matchable
from meetings.extraction.wording import word_alternation

_LONGEST_NAME = 200  # what is longer names no measure
Aspect = Literal["level", "growth", "share", "beyond"]


def _names() -> tuple[dict[str, dict[str, str]], re.Pattern[str]]:
    known: dict[str, dict[str, str]] = {}
    for row in table("metrics"):
        for name in (row["metric"], *variants(row["variants"])):
            known.setdefault(matchable(name).lower(), row)
    return known, re.compile(word_alternation(known, any_case=True) + r"(?![^\W_])")


_KNOWN, _NAME = _names()


def _any_of(words: str) -> str:
    """One of `words`, which are divided by " | " (a "|" without the spaces belongs to a word's own pattern)."""
    return r"(?<![^\W_])(?:" + "|".join(word for word in re.split(r"\s+\|\s*", words) if word) + r")(?![^\W_])"


_WHEN = r"""(?:năm|thời gian|tháng|quý)(?: vừa)? qua | vừa qua | năm nay |
    \d+ tháng(?: đầu năm| cuối năm| qua)?(?: năm)?(?: \d{4})? | năm \d{4} | cả năm | mỗi năm |
    hằng năm | hàng năm | quý [IV\d/]+ | tháng [\d/-]+ | ngày [\d/-]+ | giai đoạn [\d\s-]+ | đến nay |
    hiện nay | (?:tính đến|đến|tới)(?: hết| cuối)?(?: ngày| tháng| quý| năm)? [\dIV/.-]+ |"""
_WHERE = """toàn tỉnh | cả tỉnh | của tỉnh | tỉnh ta | tỉnh | toàn thành phố | của thành phố | thành phố |
    huyện | địa phương |"""
_STATE = """phấn đấu | cố gắng | quyết tâm | dự kiến | ước tính | dự ước | ước | mục tiêu | chỉ tiêu | đã |
    (?<!nông thôn )(?<!thành lập )(?<!trồng )(?<!cấp )mới |"""
# Words beside the name that leave the measure what it is; any others make it one of its own ("… nông sản").
_QUALIFIERS = """tổng | tỷ lệ | tốc độ | số | nguồn | mức | giá trị | kết quả | công tác | về | việc |
    nhà nước | trên địa bàn | theo chuẩn(?: nghèo)?(?: đa chiều)? | đa chiều | bình quân | hàng hóa | thêm | đón |
    thu hút | hoàn thành | xây dựng | phát triển | chung | đạt | được"""
_LEADING = """đạt | thì | ở | trong đó | đồng thời | bên cạnh đó | cùng với đó | theo đó | theo báo cáo |
    theo công bố | cũng | cụ thể | riêng | nhất là | đáng chú ý | đặc biệt | tiếp đó | ngoài ra | hiện | và |
    với | đang | sẽ | đưa | nâng | có | thêm | là | để | cho biết | tiếp tục | bảo đảm | đảm bảo | trong |
    của | được | giao | yêu cầu | đề nghị | gồm | như | về | tính chung | lũy kế"""
_TRAILING = r"""cùng kỳ(?: năm trước| năm ngoái| năm \d{4})? | so với | phải | cần | ở mức | ổn định |
    (?:tăng|giảm) bình quân | (?:chỉ tiêu|kế hoạch|nghị quyết)[^,;]{0,40} đề ra | đạt được | đạt | là |
    bằng | còn | vượt | chiếm | duy trì | lên | xuống | từ | khoảng | (?<!chứng )chỉ | thực hiện | được giao | được |
    (?<!bàn )giao | tăng trưởng | tăng | giảm | thêm | và | với | có | cho | đến hết | đến ngày | đến | tới |
    trong | hết | đều | gấp | cao hơn | thấp hơn | cao | thấp | trên | hơn | gần | dưới | ít nhất |
    tối thiểu | xấp xỉ | không dưới | không quá | mức | so | theo chỉ tiêu Trung ương giao | Trung ương |
    của tỉnh | toàn tỉnh"""
_HARMLESS = re.compile(r"\([^)]*\)|" + _any_of(_WHEN + _WHERE + _STATE + _QUALIFIERS) + r"|[\W_]", re.IGNORECASE)
_BEFORE = re.compile(
    r"\A(?:[\s,;:.-]+|\([^)]{2,20}\)\s?-|\(|" + _any_of(_WHEN + _WHERE + _STATE + _LEADING) + r")+", re.IGNORECASE
)
_AFTER = re.compile(r"(?:[\s,;:(-]+|" + _any_of(_WHEN + _STATE + _TRAILING) + r")+\Z", re.IGNORECASE)


@remembered
def known_metric(words: str) -> tuple[Span, dict[str, str]] | None:
    """Where the longest measure known in `words` stands, and its row of the table metrics, or None."""
    found = max(_NAME.finditer(words), key=lambda match: (match.end() - match.start(), -match.start()), default=None)
    return (Span(*found.span()), _KNOWN[found[0].lower()]) if found else None


@remembered
def name_of_measure(words: str) -> str:
    """`words` without what leads in and the verb after: "quyết tâm thu ngân sách cả năm đạt" is "thu ngân sách"."""
    inner = _BEFORE.sub("", words)
    name = _AFTER.sub("", inner).strip(" ,;:.-\"'")
    if not name and inner.strip().lower().startswith("tăng trưởng"):
        name = "tăng trưởng"
    return (
        "" if name.lower() in ("bình quân", "tỷ lệ", "số", "mức") else name + ")" * (name.count("(") - name.count(")"))
    )


def _plain(words: str) -> str:
    """`words` as names of measures are compared: abbreviations written out, small letters, nothing that joins words.

    "Tổng thu NSNN" and "tổng thu ngân sách nhà nước" are one, so are "nông, lâm nghiệp và thủy sản" and "nông - lâm
    nghiệp - thủy sản".
    """
    pattern, forms = abbreviations("metric")
    text = pattern.sub(lambda match: forms[match[0]], matchable(words)).lower()
    return re.sub(r"\s+", " ", re.sub(r"[,;:]|(?<![^\W_])-(?![^\W_])|-(?=[^\W_]{2})|(?<= )và(?= )", " ", text)).strip()


@cache
def _plain_names() -> tuple[dict[str, dict[str, str]], re.Pattern[str]]:
    known: dict[str, dict[str, str]] = {}
    for name, row in _KNOWN.items():
        known.setdefault(_plain(name), row)
    return known, re.compile(word_alternation(known) + r"(?![^\W_])")


@remembered
def _row(metric: str) -> dict[str, str]:
    """The row of the table metrics that `metric` is of, if the words beside its name leave it what it is, else {}."""
    known, pattern = _plain_names()
    for words in dict.fromkeys((_plain(re.sub(r"\([^)]*\)", " ", metric)), _plain(metric))):
        starts = (match.start() for match in re.finditer(r"\S+", words[:_LONGEST_NAME]))
        found = [match for start in starts if (match := pattern.match(words, start))]
        for match in sorted(found, key=lambda match: match.start() - match.end()):
            if not _HARMLESS.sub("", words[: match.start()] + " " + words[match.end() :]):
                return known[match[0]]
    return {}


def series_of(words: str) -> str:
    """The series that `words` name by themselves, such as the unit "bác sĩ/vạn dân"; "" where they name none."""
    return _row(words).get("metric", "")


def canonical(metric: str, aspect: Aspect, direction: str, in_percent: bool, unit: str = "") -> str:
    """One name per series: "GRDP 9 tháng" as growth is "tăng trưởng GRDP", a share of the plan is a series of its own.

    A measure with more words than the table knows keeps them: "kim ngạch xuất khẩu gốm sứ" is not all exports. The
    printed `unit` may belong to its name: "thành lập mới" 12 "hợp tác xã".
    """
    row = _row(f"{metric} {unit}") or _row(metric)
    base = row.get("metric") or re.sub(r"\s+", " ", matchable(metric)).lower()
    if aspect == "growth":
        return row.get("growth") or f"{base} ({direction})"
    if aspect == "beyond":
        return f"{base} vượt kế hoạch"
    if in_percent and row.get("rate"):
        return row["rate"]
    return f"{base} so với kế hoạch" if aspect == "share" else base
