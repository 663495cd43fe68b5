"""Where a clause begins, behind "Thứ nhất,", "Đồng thời,", "Về giải ngân," and other words that only lead to it."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.first_words import first_words
from meetings.extraction.memory import remembered
from meetings.extraction.verbs import MODAL, ORDER, TASK

_ORDINAL_WORDS = (
    r"(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)(?: một"
    r"| hai)? là|(?-i:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)(?=[,:])|(?:Việc|Điều|Điểm|Ý) thứ [\w]+(?: là)?"
    r"|(?:Nhiệm vụ|Nội dung) (?:thứ )?[\w]+(?: là)?|Đầu tiên|Cuối cùng|Trước hết|Trước tiên)"
)
_ORDINAL = rf"(?:{_ORDINAL_WORDS}|\(?\d{{1,2}}[).]|\(?[a-e]\))"
_CONNECTIVE = (
    r"(?:đồng thời|bên cạnh đó|cùng với đó|trong đó|ngoài ra|mặt khác|đặc biệt là|đặc biệt|nhất là|trước mắt"
    r"|cụ thể(?: là)?|theo đó"
    r"|song song(?: với)? đó|song song đó|tiếp đó|tiếp theo|về lâu dài|hiện nay|qua đó|từ đó|do đó|do vậy|vì vậy"
    r"|vì thế|bởi vậy|thời gian tới"
    r"|trong thời gian tới|thời gian tới đây|từ nay đến cuối năm|trên cơ sở đó|thêm vào đó|ngay sau (?:hội nghị"
    r"|phiên họp|cuộc họp|kỳ họp)(?: này)?"
    r"|sau (?:hội nghị|phiên họp|cuộc họp)(?: này)?|ngoài những nội dung trên|(?:trọng tâm|nhiệm vụ trọng tâm"
    r"|mục tiêu|trước tiên|quan trọng nhất|việc cần làm ngay|điều quan trọng)(?: nhất)? là|rồi|và|cũng|(?:mỗi|hằng"
    r"|hàng) (?:ngày|tuần|tháng|quý|năm)"
    r"|cạnh đó|cùng đó|kèm theo đó|đi đôi với đó|đi liền với đó|hơn nữa|tới đây|sắp tới"
    r"|(?:tuy|mặc dù|dù) (?:nhiên|vậy|thế)|thế nhưng|nhưng|song(?! song| phương)"
    r"|trong (?:năm|quý|tháng|những tháng|các tháng)[^,;.]{0,30}?(?=,))"
)
_BEHIND_CONNECTIVE = r"(?:, |: | |,)"
_LEAD = re.compile(rf"(?:[\"'(]?{_ORDINAL}[,:]? |[\"']?{_CONNECTIVE}{_BEHIND_CONNECTIVE}|[\"'])", re.I)
_ITEM = re.compile(rf"[\"'(]?{_ORDINAL}[,:]? ", re.I)
_TOPIC_WORDS = (
    r"(?:về|đối với|với|trong|để|nhằm|trên cơ sở|căn cứ|từ nay|theo|trước|sau|riêng|liên quan|qua|bên cạnh|cùng với"
    r"|ngoài|khi|tại"
    r"|trên|ở|từ|nhân|ngay từ|hiện|do|vì|trước mắt|thực hiện|triển khai|phát huy|nếu|song song với|ngay sau|năm|quý"
    r"|tháng|chậm nhất|muộn nhất|hằng|hàng|định kỳ|mỗi|ngay|đến|cuối|đầu|hết|kể từ|dịp|trường hợp|xuất phát"
    r"|các (?:vụ việc|nội dung|kiến nghị|đơn|trường hợp|vấn đề|dự án|công trình|hồ sơ|phần việc)(?: [^\W\d_]+){0,4}? "
    r"(?:còn lại|khác|nêu trên|nói trên|này))(?!\w)"
)
_TOPIC = re.compile(rf"(?:{_TOPIC_WORDS}|(?:[^\W\d_]+ ){{1,3}}nào(?!\w))", re.I)
_DUE = re.compile(
    r"(?:(?:chậm|muộn|trễ) nhất|trước|đến|hết|trong|tới|sau|ngay)(?: (?:là|vào|đến|trước|trong|hết|cuối|đầu"
    r"|giữa|này|tới|nay"
    r"|sang|ngày|tháng|quý|năm|tuần|buổi|vòng|giờ|sáng|chiều|[IVX]+|[\d/.-]+)){1,8} (?=phải|cần|không)",
    re.I,
)
# What stands between two commas is a clause of its own, no topic.
_CLAUSE = WordPattern(r"(?<!\w)(?:sẽ|đã|đang|là|còn|vẫn|chưa)(?!\w)", re.I)
_CONDITION = re.compile(
    r"(?<!\w)(?:nếu|khi|trường hợp|ai|ở đâu|\w+ nào|(?:chậm|còn|tái phạm|vi phạm|để)[^,;.]{0,24} thì)(?!\w)", re.I
)
# What would come of it is nothing to do.
_THEN = WordPattern(
    r"(?<!\w)thì (?!sẽ |là |có |được |bị |rất |càng |không thể |khó |dễ |mới |đã |đều |vẫn |cũng "
    r"|(?:người |nhân )?dân |bà con |cử tri )",
    re.I,
)
# "‹những nội dung chưa chín› thì rút lại": whichever are so; a task must follow.
_WHICHEVER = re.compile(
    r"(?:những|các|số|phần|việc|nội dung|dự án|công trình|hồ sơ|hộ|nơi|chỗ|đơn vị|khoản|loại|trường|xã|địa phương|đâu)"
    r" [^,;.:]{3,60} thì ",
    re.I,
)
_HEAD = 40
# "Riêng Sở Y tế …", "Riêng tuyến kè, Sở Y tế …"
_APART = re.compile(r"riêng (?:đối với |với )?", re.I)
# A case or matter before a colon: "Kiến nghị của bà Lan: Sở Y tế …".
_MATTER = re.compile(r"[^:;.!?\n]{4,110}: ")
# "‹Từng việc được giao› cụ thể như sau: Sở Y tế …", "‹Phân công› cụ thể: …": nobody who gives orders stands in it.
_HANDED_OUT = re.compile(
    r"(?:(?:từng|các|những) (?:việc|nhiệm vụ|phần việc) (?:được )?)?(?:phân công|giao)(?!\w)", re.I
)
_LONGEST_MATTER = 112
_COMMAS_LIMIT = 8
# The words that the patterns above can begin with; "" stands for a sign or a number. Most clauses begin with another.
_WORD = re.compile(r"[^\W\d]\w*")
_OF_ITEMS = frozenset({"", *"abcde"} | first_words(rf"{_ORDINAL_WORDS}[,:]? ", re.I))
_OF_LEADS = _OF_ITEMS | first_words(_CONNECTIVE + _BEHIND_CONNECTIVE, re.I)
_OF_TOPICS = frozenset(first_words(_TOPIC_WORDS, re.I))


def _first_word(plain: str, start: int, end: int) -> str:
    """The word that begins at `start`, in small letters; "" where a sign or a number stands there."""
    word = _WORD.match(plain, start, end)
    return word[0].lower() if word else ""


def begins_item(plain: str, start: int, end: int) -> bool:
    """Whether "Thứ hai," or "Ba là," opens the clause: a new item of a list."""
    return _first_word(plain, start, end) in _OF_ITEMS and bool(_ITEM.match(plain, start, end))


@remembered
def past_connectives(plain: str, start: int, end: int) -> int:
    """Past "Đồng thời, " and its like, one after another."""
    while _first_word(plain, start, end) in _OF_LEADS and (lead := _LEAD.match(plain, start, end)):
        start = lead.end()
    return start


def topic_need(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The "cần" or "phải" that follows a topic without a comma: "Khi duyệt dự toán ‹cần› so giá …"."""
    first = past_connectives(plain, start, end)
    comma = plain.find(",", first, end)
    topic = _is_topic(plain, first, end, _first_word(plain, first, end))
    return MODAL.search(plain, first, comma if comma >= 0 else end) if topic else None


def _is_topic(plain: str, start: int, end: int, word: str) -> bool:
    """Whether the clause begins, with `word`, by what it is about or when it holds: "Về giải ngân", "Nơi nào chậm"."""
    may_be = word in _OF_TOPICS or plain.find(" nào", start, end) >= 0
    return may_be and bool(_TOPIC.match(plain, start, end))


def due_first(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The "phải" behind a time that opens the clause: "đến ngày 15/6 ‹phải› báo cáo …", whoever was told before."""
    first = past_connectives(plain, start, end)
    due = _DUE.match(plain, first, end)
    return MODAL.match(plain, due.end(), end) if due else None


@remembered
def clause_starts(plain: str, start: int, end: int) -> tuple[int, ...]:
    """The places where the clause proper may begin, the likeliest first.

    That is behind the connectives and, where a topic follows them, behind each of its first commas:
    "Ngoài ra, về bến bãi, kho hàng, Sở …" gives "về …", "kho hàng …", "Sở …".
    """
    first = past_connectives(plain, start, end)
    places = [first]
    if (word := _first_word(plain, first, end)) == "riêng" and (apart := _APART.match(plain, first, end)):
        places.append(apart.end())
    colon = plain.find(": ", first, min(end, first + _LONGEST_MATTER))
    if colon > 0 and (matter := _MATTER.match(plain, first, end)):
        handed_out = _HANDED_OUT.match(plain, first, colon) and plain.endswith(("như sau", "cụ thể"), first, colon)
        if handed_out or not ORDER.search(plain, first, matter.end()):
            places.append(matter.end())
    if _is_topic(plain, first, end, word):
        position = first
        for _ in range(_COMMAS_LIMIT):
            comma = plain.find(", ", position, end)
            if comma < 0 or (position > first and _CLAUSE.search(plain, position, comma)):
                break
            position = comma + 2
            if plain.count("(", first, comma) <= plain.count(")", first, comma):
                places.append(past_connectives(plain, position, end))
    if (place := then(plain, start, end)) is not None:
        places.append(place)
    return tuple(places)


def then(plain: str, start: int, end: int) -> int | None:
    """Where what shall be done begins behind a condition: "nếu tái phạm thì ‹đóng cửa mỏ›"; None where none is set."""
    if plain.find(" thì ", start, end) < 0:
        return None
    first = past_connectives(plain, start, end)
    follows = _THEN.search(plain, first, end) if _CONDITION.search(plain, first, min(end, first + _HEAD)) else None
    if follows:
        return follows.end()
    which = _WHICHEVER.match(plain, first, end)
    return which.end() if which and TASK.match(plain, which.end(), end) else None
