"""Where the meeting was held: the province that the text names as its own, and the hall."""

from __future__ import annotations

import re
from collections import Counter

from meetings.extraction.bodies import Body
from meetings.extraction.document import Document
from meetings.extraction.provinces import find_provinces, find_provinces_in_capitals
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span

_CITY = ("TP", "Thành phố", "thành phố", "Thủ đô")
_OWNED = re.compile(
    r"(?:tỉnh|thành phố|TP\.?|[Tt]ỉnh ủy|[Tt]hành ủy|tranh kinh tế|kinh tế - xã hội|"
    r"nhân dân|cử tri|quê hương|địa bàn) $"
)
_STRONG = re.compile(
    r"(?:UBND|HĐND|Hội đồng nhân dân|Ủy ban nhân dân|ĐBQH|Quốc hội|MTTQ|Đảng bộ|Công an|Việt Nam|Thanh tra) "
    r"(?:tỉnh|thành phố|TP\.?) $|(?:[Tt]ỉnh|[Tt]hành) ủy $"
)
# "kinh tế ‹của› Gia Lai" and, in a headline, "Năm 2019, Gia Lai ‹phấn đấu …›": the text speaks of its own province.
_POSSESSED = re.compile(
    r"(?<!mô hình )(?<!kinh nghiệm )(?<!cách làm )(?<!bài học )(?<!so với )(?<!mức )(?<!mượn )(?<!mua )(?<!nhập )"
    r"(?<!người )(?<!bạn )(?<!\w)của $"
)
# "Hải Dương, ngày 05 tháng 3 năm 2020" at the head of a dispatch.
_DATELINE = re.compile(r",? ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_AND_OTHERS = re.compile(r"(?:,| và) [A-ZĐ]")
_HEADLINE = re.compile(r"(?:^|: |, |- )$")
_ELSEWHERE = re.compile(
    r"(?:với|và|giáp|từ|các tỉnh|các tỉnh,? thành phố|kinh nghiệm|hai tỉnh|, )"
    r"(?: (?:của|tại|các|tỉnh|thành phố|UBND))* ?$"
)
# "Công ty Điện lực ‹Cà Mau›", "kinh tế ‹Hà Nam›": asked where nothing says more clearly whose text it is.
_LOCAL = re.compile(
    r"(?:[Kk]inh tế|[Nn]gười dân|đồng bào|[Dd]u lịch|nông nghiệp|công nghiệp|ngân sách|"
    r"(?:Công ty|Sở|Cục|Chi cục|Kho bạc|Bảo hiểm|BHXH|Điện lực|Viễn thông|Hải quan|Thuế) ?[^,.;:\n]{0,40}) $"
)
_HALL = re.compile(
    r"(?<!\w)[Tt]ại ((?:Hội trường|Trung tâm|Trụ sở|Nhà|Phòng họp|Khách sạn|Văn phòng|trụ sở|hội trường|phòng họp|Cung|"
    r"Bảo tàng|UBND|Tỉnh ủy|Thành ủy|Trường|Sở|Bộ)(?! hội nghị)[^,;.\n]{0,70}?(?:\([^)\n]{2,40}\))?)"
    r"(?=, | \(ngày|[;.]| đã | diễn ra)"
)


def find_province(document: Document, blocks: tuple[Block, ...], by: Body | None) -> str | None:
    """The province of the meeting's body, as the text names it; None when it names none or several alike."""
    plain = document.plain
    votes: Counter[str] = Counter()
    local: set[str] = set()
    for block in blocks:
        if plain[slice(*block.span)].isupper():
            for start, _, name in find_provinces_in_capitals(plain, *block.span):
                before = plain[block.span.start : start]
                votes[name] += 3 if before.endswith("TỈNH ") else 2 if not before and block.kind == "heading" else 0
        if block.kind in ("noise", "byline"):
            continue
        for start, end, name in find_provinces(plain, *block.span):
            votes[name] += _weight(plain, block, start, end)
            if _LOCAL.search(plain, max(block.span.start, start - 60), start):
                local.add(name)
    if by and by.place and by.place in votes:
        return by.place
    ranked = [vote for vote in votes.most_common(2) if vote[1]]
    if not ranked and len(local) == 1:
        return local.pop()
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


def _weight(plain: str, block: Block, start: int, end: int) -> int:
    """How surely a province's name at a place of the block is the text's own province, 0 for not at all."""
    before = plain[max(0, start - 40) : start]
    if _STRONG.search(before) or (start == block.span.start and plain[end : end + 1] == ":"):
        return 3
    if start == block.span.start and _DATELINE.match(plain, end):
        return 2
    if block.kind == "heading" and _HEADLINE.search(plain[block.span.start : start]) and _acts(plain, end):
        return 2
    if plain[start:end].startswith(_CITY) or _is_owned(before):
        return 1
    return int(bool(_POSSESSED.search(before)) and not _AND_OTHERS.match(plain, end))


def _acts(plain: str, end: int) -> bool:
    """Whether a small word follows the name, so that the province is the subject: "Thái Bình ‹sơ kết› 4 năm …"."""
    return plain[end : end + 1] == " " and plain[end + 1 : end + 2].islower()


def _is_owned(before: str) -> bool:
    """Whether the words before a province's name make it the text's own, not a neighbour's or a model's."""
    return bool(_OWNED.search(before)) and not _ELSEWHERE.search(_OWNED.sub("", before))


def find_hall(document: Document, sentence: Span) -> str | None:
    """The hall or office that the sentence names: "tại Trung tâm Hội nghị tỉnh"."""
    match = _HALL.search(document.plain, *sentence)
    return document.text[match.start(1) : match.end(1)].strip() if match else None
