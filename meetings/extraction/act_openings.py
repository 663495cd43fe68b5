"""Acts that are told before the person: "Kết luận hội nghị, ‹A›", "cùng dự có ‹A; B›", "Người báo cáo là ‹A›"."""

from __future__ import annotations

import re

from meetings.extraction.acts import OF_MEETING, Deed, deed_at

_PART_START = re.compile(r"(?:^|, |: |; |\. )(?:[Nn]gười |[Ll]ần đầu (?:tiên )?)?")
_AND = re.compile(r"(?: và |, )")
# "‹Khi› kết luận phiên họp, A nhắc …"
_WHEN = re.compile(
    r"(?:^|, )(?:[Kk]hi|[Ll]úc|[Tt]rong(?: (?:khi|lúc|phần|bài|lời|ý kiến))?|(?:[Tt]ại |[Ởở] )?[Pp]hần) "
    r"(?=(?:phát biểu |nói lời )?(?:kết luận|chốt lại))"
)
# "‹Năm ngoái›, khi kết luận phiên họp tháng 2, A …" tells of another meeting.
_EARLIER = re.compile(r"(?<!\w)(?:năm ngoái|(?:năm|tháng|tuần|lần|hôm|kỳ|khóa) trước|trước đây)(?!\w)", re.I)
_WHO_DID = re.compile(r" (?:còn )?(có|gồm|là)(?: các)?(?: đồng chí| ông| bà| đại biểu| đ/c)?:? ?\Z")
_ANSWERS = ("trả lời", "giải trình", "làm rõ", "tham gia", "giải đáp", "chất vấn", "tranh luận", "đăng đàn")


def listing_deeds(plain: str, start: int, end: int) -> list[Deed]:
    """Acts told before a list of those who did so, the last that stand there: "…, cùng dự có ‹A; B›"."""
    for part in reversed(list(_PART_START.finditer(plain[start:end]))):
        deeds = _with_second(plain, start + part.end(), end)
        if deeds and (deeds[0].act in ("attends", "chairs") or _names_who(plain, deeds[0], start + part.start(), end)):
            return deeds
    return []


def _names_who(plain: str, deed: Deed, start: int, end: int) -> bool:
    """Whether the act is told of those who are named next: "Trả lời chất vấn có ‹A và B›", "Người báo cáo là ‹A›"."""
    opener = _WHO_DID.search(plain, deed.span.end, end)
    if opener is None or plain.find(",", deed.span.end, end) >= 0:
        return False
    if plain[deed.span.start].islower():
        return opener[1] == "là" and plain.startswith("Người ", start)
    answers = deed.act == "speaks" and (deed.certain or deed.span.of(plain).lower().startswith(_ANSWERS))
    return answers or (opener[1] == "là" and " " in deed.span.of(plain) and deed.certain)


def opening_deeds(plain: str, start: int, end: int) -> list[Deed]:
    """Acts told before the person, at the head of the sentence or of its next part: "Kết luận hội nghị, ‹A›"."""
    for part in _PART_START.finditer(plain[start:end]):
        if deeds := _with_second(plain, start + part.end(), end):
            return deeds
    if plain.find("kết luận", start, end) < 0 and plain.find("chốt lại", start, end) < 0:
        return []
    when = _WHEN.search(plain[start:end])
    deed = deed_at(plain, start + when.end(), end) if when and not _EARLIER.search(plain, start, end) else None
    return [deed] if deed and deed.act == "concludes" and OF_MEETING.match(plain, deed.span.end) else []


def _with_second(plain: str, start: int, end: int) -> list[Deed]:
    """The act that begins at `start` with one joined to it: "Dự và chỉ đạo"."""
    deed = deed_at(plain, start, end)
    if deed is None:
        return []
    second = _AND.match(plain, deed.span.end, end)
    other = deed_at(plain, second.end(), end) if second else None
    return [deed, other] if other and other.certain else [deed]


def beside_opening(plain: str, opening: list[Deed], after: list[Deed]) -> list[Deed]:
    """What is told before the person, with what is told behind and does not say the same again."""
    certain = [deed for deed in after if deed.certain]
    if any(deed.act == "concludes" for deed in certain):  # "Bế mạc phiên họp, A phát biểu kết luận"
        opening = [deed for deed in opening if deed.span.of(plain).lower() != "bế mạc"]
    if any(deed.act == "concludes" for deed in opening):  # "Kết luận phiên họp, A ‹chỉ đạo› Sở Y tế …": so he ends it
        certain = [deed for deed in certain if deed.span.of(plain) != "chỉ đạo"]
    return [*opening, *certain]
