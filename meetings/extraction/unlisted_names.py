"""Where the name of a body that no table knows ends: past the verb it is named after, before its task."""

from __future__ import annotations

import re

from meetings.extraction.lexicon import table, variants
from meetings.extraction.organizations import HEAD
from meetings.extraction.qualifiers import qualified
from meetings.extraction.spans import matchable
from meetings.extraction.verbs import TASK, UPPER, begins_task

LINK = re.compile(r"(?:[,;] (?:và |cùng )?| và | cùng với | cùng | với | & )(?!\s)")
# "Trung tâm điều hành …": the verb says what the body is for.
_NAMED_BY_WORK = re.compile(
    r"(?:Trung tâm|Tổ|Đoàn|Hội đồng|Đội|Ban|Bộ phận|Phòng|Quỹ) (?:điều hành|kiểm tra|thanh tra|giám sát|thẩm định"
    r"|chỉ đạo|rà soát|kiểm soát|bảo trợ"
    r"|bảo tồn|quản lý|xúc tiến|hỗ trợ|phục vụ|phát triển|đào tạo|tiếp|cung cấp|tuyên truyền|giải quyết|cứu hộ"
    r"|vận động)(?!\w)"
)
_TASK_FORCE = re.compile(r"(?:Ban [Cc]hỉ (?:đạo|huy)|Tổ [Cc]ông tác|Tiểu ban|Hội đồng)(?= )")
# What task forces are often named after, though a verb begins it.
_PURPOSE = re.compile(
    r"(?:xây dựng (?:nông thôn|Đảng|gia đình)|phòng|giải phóng mặt bằng|cải cách|chuyển đổi số"
    r"|thực hiện (?:Nghị|quy chế|Đề án|Chương)|tổng kết|sơ kết|sắp xếp|phát triển|thẩm định|thi hành"
    r"|triển khai (?:thi hành|Nghị|Đề án)|chống|ứng phó|giảm nghèo|đổi mới)",
    re.I,
)
# Words of two syllables that bodies are named after.
_NAMING = frozenset(
    matchable(word)
    for row in table("organization_words")
    for word in variants(row["words"])
    if row["kind"] == "field" and word.count(" ") == 1
)
_COUNTED = re.compile(r"(?<! số)(?<! vực)(?<! quận)(?<! phường)(?<! đoàn)(?<! lộ)(?<! tác) \d[\d.,]*(?= [^\W\d_])")
# A single body's name ends with its level: "Đài Phát thanh {…} tỉnh ‹được giao …›".
_OF_LEVEL = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|quận)(?: [^\W\d_]+){0,3}\Z")
_DASHED = re.compile(
    rf" - ([{UPPER}]\w*)(?:(?: [{UPPER}]\w*)+|(?: (?!các |và |của )([^\W\d_]+))?)"  # "- Kẻ Bàng", "- Thể thao"
)
_THIRD = re.compile(rf" và (?!{HEAD.pattern})([{UPPER}]\w*)(?: (?!các |và |của )([^\W\d_]+))?")


def unlisted_end(plain: str, start: int, stop: int, end: int) -> int:
    """Where the name at `start` ends, which by its words alone would end at `stop`."""
    cut = _before_task(plain, start, stop, end)
    named = _NAMED_BY_WORK.match(plain, start, end)
    if cut < stop and not named:
        return cut
    head = HEAD.match(plain, start, end)
    reach = further_parts_end(plain, max(stop, named.end() if named else 0, head.end() if head else start), end)
    return qualified(plain, reach, end, closed=bool(_OF_LEVEL.search(plain, start, reach)))


def further_parts_end(plain: str, stop: int, end: int) -> int:
    """Past the further parts of a name: "Phòng Kinh tế ‹- Hạ tầng›", "Trung tâm Văn hóa ‹- Thể thao và Du lịch›"."""
    first = stop
    while half := _DASHED.match(plain, stop, end) or (stop > first and _THIRD.match(plain, stop, end)):
        if half[2] and TASK.match(plain, half.start(2)):
            return half.start(2) - 1
        stop = half.end()
    return stop


def _before_task(plain: str, start: int, stop: int, end: int) -> int:
    """Before a verb that was taken into the name: "Tổ giúp việc Ban Chỉ đạo ‹lập danh mục …›"."""
    if counted := _COUNTED.search(plain, start, stop):
        stop = counted.start()  # "Trường Đại học Tây Sơn ‹đào tạo 50 thợ›": no name counts
    word = plain.rfind(" ", start, stop) + 1
    if word > start and plain[word].islower() and (verb := TASK.match(plain, word)) and verb.end() > stop:
        return word - 1  # "Công ty Bemax ‹thiết› lập …"
    for force in _TASK_FORCE.finditer(plain, start, stop):
        if (
            plain[force.end() + 1].islower()
            and TASK.match(plain, force.end() + 1)
            and not _PURPOSE.match(plain, force.end() + 1)
        ):
            return force.end()
    if (
        stop >= end
        or plain[stop] != " "
        or plain.startswith(("Ban Q", "BQL"), start)
        or begins_task(plain, stop + 1, end)
        or LINK.match(plain, stop, end)
    ):
        return stop
    last = None
    for verb in TASK.finditer(plain, start, stop):
        if verb[0].islower() and plain[verb.start() - 1] == " " and not _ends_word(plain, verb):
            last = verb
    return last.start() - 1 if last else stop


def _ends_word(plain: str, verb: re.Match[str]) -> bool:
    """Whether the verb is only the end of a word that bodies are named after: "công ‹trình›"."""
    before = plain.rfind(" ", 0, verb.start() - 1) + 1
    return plain[before : verb.end()].lower() in _NAMING
