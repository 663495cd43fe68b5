"""The name of a measure among the words before a figure: what leads in, and the verb after, are left out."""

from __future__ import annotations

import re

from meetings.extraction.memory import remembered
from meetings.extraction.wording import alternation


def listed(words: str) -> list[str]:
    """Words divided by " | " (a "|" without the spaces belongs to a word's own pattern), in small letters."""
    return [word.lower() for word in re.split(r"\s+\|\s*", words.strip()) if word]


WHEN = listed("""năm qua | thời gian qua | tháng qua | quý qua | năm vừa qua | thời gian vừa qua | tháng vừa qua |
    quý vừa qua | vừa qua | năm nay | cả năm | mỗi năm | hằng năm | hàng năm | đến nay | hiện nay""")
# Days and spans of time, which are told with a number.
DATED = "|".join(
    listed(r"""\d+ tháng(?: đầu năm| cuối năm| qua)?(?: năm)?(?: \d{4})? | năm \d{4} | quý [iv\d/]+ |
    tháng [\d/-]+ | ngày [\d/-]+ | giai đoạn [\d\s-]+ |
    (?:tính đến|đến|tới)(?: hết| cuối)?(?: ngày| tháng| quý| năm)? [\div/.-]+""")
)
WHERE = listed("""toàn tỉnh | cả tỉnh | của tỉnh | tỉnh ta | tỉnh | toàn thành phố | của thành phố | thành phố |
    huyện | địa phương""")
STATE = listed(
    """phấn đấu | cố gắng | quyết tâm | dự kiến | ước tính | dự ước | ước | mục tiêu | chỉ tiêu | đã | mới"""
)
_LEADING = listed("""đạt | thì | ở | trong đó | đồng thời | bên cạnh đó | cùng với đó | theo đó | theo báo cáo |
    theo công bố | cũng | cụ thể | riêng | nhất là | đáng chú ý | đặc biệt | tiếp đó | ngoài ra | hiện | và |
    với | đang | sẽ | đưa | nâng | có | thêm | là | để | cho biết | tiếp tục | bảo đảm | đảm bảo | trong |
    của | được | giao | yêu cầu | đề nghị | gồm | như | về | tính chung | lũy kế""")
_TRAILING = listed("""cùng kỳ | cùng kỳ năm trước | cùng kỳ năm ngoái | so với | phải | cần | ở mức | ổn định |
    tăng bình quân | giảm bình quân | đạt được | đạt | là |
    bằng | còn | vượt | chiếm | duy trì | lên | xuống | từ | khoảng | chỉ | thực hiện | được giao | được |
    giao | tăng trưởng | tăng | giảm | thêm | và | với | có | cho | đến hết | đến ngày | đến | tới |
    trong | hết | đều | gấp | cao hơn | thấp hơn | cao | thấp | trên | hơn | gần | dưới | ít nhất |
    tối thiểu | xấp xỉ | không dưới | không quá | mức | so | theo chỉ tiêu Trung ương giao | Trung ương |
    của tỉnh | toàn tỉnh""")
# Behind these words one of the above belongs to another: "nông thôn ‹mới›", "giấy chứng ‹chỉ›".
UNLESS_BEHIND: dict[str, tuple[str, ...]] = {
    "mới": ("nông thôn ", "thành lập ", "trồng ", "cấp "),
    "chỉ": ("chứng ",),
    "giao": ("bàn ",),
}
_BEFORE = re.compile(
    r"(?:[\s,;:.-]+|\([^)]{2,20}\)\s?-|\(|(?<![^\W_])(?:"
    + DATED
    + "|"
    + alternation([*WHEN, *WHERE, *STATE, *_LEADING])
    + r")(?![^\W_]))*"
)
_JOINTS = " \n\t\r\f\v,;:(-"
_DATED_END = re.compile(rf"(?<![^\W_])(?:{DATED})\Z")
_IN_DATES = "0123456789iv/.-"
_LAST_OF_DATED = frozenset({"tháng", "năm", "qua"})
_SET_BY_A_PLAN = re.compile(r"(?<![^\W_])(?=(?:chỉ tiêu|kế hoạch|nghị quyết)[^,;]{0,40} đề ra\Z)")
_LONGEST = 60  # characters of what is told with a number or set by a plan
_LAST_WORD = re.compile(r"[^\W_]+\Z")


def _by_last_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for words in dict.fromkeys((*WHEN, *STATE, *_TRAILING)):
        last = words.rpartition(" ")[2]
        found[last] = (*found.get(last, ()), words)
    return found


_BY_LAST_WORD = _by_last_word()


@remembered
def name_of_measure(words: str) -> str:
    """`words` without what leads in and the verb after: "quyết tâm thu ngân sách cả năm đạt" is "thu ngân sách"."""
    small = words.lower()
    start = _BEFORE.match(small).end()  # type: ignore[union-attr]  # it may be empty, so it always matches
    inner = words[start:]
    name = inner[: _end_of_name(small[start:])].strip(" ,;:.-\"'")
    if not name and inner.strip().lower().startswith("tăng trưởng"):
        name = "tăng trưởng"
    if name.lower() in ("bình quân", "tỷ lệ", "số", "mức"):
        return ""
    return name + ")" * (name.count("(") - name.count(")"))


def _end_of_name(small: str) -> int:
    """Where, in small letters, the words begin that only lead on to the figure, read word by word from the end."""
    first = len(small)
    ends, known = [first], {first}
    while ends:
        end = ends.pop()
        while end and small[end - 1] in _JOINTS:
            end -= 1
        first = min(first, end)
        for start in _starts_of_last(small, end):
            if start not in known:
                known.add(start)
                ends.append(start)
    return first


def _starts_of_last(small: str, end: int) -> list[int]:
    """Where those words can begin that end at `end` and lead on to a figure."""
    near = max(0, end - _LONGEST)
    token = small[max(near, small.rfind(" ", near, end) + 1) : end]
    found = []
    if (not token.strip(_IN_DATES) or token in _LAST_OF_DATED) and (dated := _DATED_END.search(small, near, end)):
        found.append(dated.start())
    if small.endswith(" đề ra", near, end):
        found += [planned.start() for planned in _SET_BY_A_PLAN.finditer(small, near, end)]
    if not token.isalpha():
        last = _LAST_WORD.search(token)
        token = last[0] if last else ""
    for words in _BY_LAST_WORD.get(token, ()):
        start = end - len(words)
        if (
            small.startswith(words, max(start, 0))
            and not (start and small[start - 1].isalnum())
            and not small.endswith(UNLESS_BEHIND.get(words, ()), 0, start)
        ):
            found.append(start)
    return found
