"""Which ones are meant: the words behind a group's or an agency's name that belong to it, before its verb."""

from __future__ import annotations

import re

from meetings.extraction.lexicon import table
from meetings.extraction.organizations import HEAD, known_end
from meetings.extraction.verbs import MODAL, TASK, UPPER, alternatives

PLACE = r"(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu|cấp huyện|cấp xã|cấp tỉnh|cấp|địa phương|thành|thị)"
_WORDS = alternatives(row["words"] for row in table("agents"))
_CAPITALISED = rf"[{UPPER}][\w.'-]*"
_NAMES = re.compile(rf"(?:{_CAPITALISED})(?: {_CAPITALISED}){{0,4}}")
_NEXT_NAME = re.compile(rf"(?:, | và | - )(?=[{UPPER}])")
# "các huyện Tân An, Hòa Bình ‹và thành phố› Vinh" are named in one.
_NEXT_PLACE = re.compile(
    rf"(?:, | và | - )(?:(?:huyện|quận|thị xã|thành phố|TP\.?|thị trấn|xã|phường|đặc khu) )?(?=[{UPPER}])"
)
# "khai thác ‹công trình› thủy lợi" has no verb "trình".
_COMPOUND = ("công trình", "quy trình", "chương trình", "lộ trình", "quá trình", "tiến trình", "địa hình")
_WORD = re.compile(r"[^\W\d_]+")
# Words that end a name: what follows is the clause, not who is meant.
_STOP = re.compile(
    r"(?:theo|để|trong|tại|ngay|trước|sau|từ|khi|nếu|nhằm|về|với|vào|bằng|qua|đến|tới|do|mà|thì|không|sẽ|đã|đang|chưa"
    r"|nên|hãy"
    r"|cũng|cùng|đồng thời|và|hoặc|như|đối với|là|trên cơ sở|căn cứ|nhất là|đặc biệt|hằng|hàng|mỗi|trực tiếp"
    r"|chung tay|sớm|một|đi(?! biển| lại| qua))(?!\w)",
    re.I,
)
# Inside "có dự án đi qua" fewer words do.
_CLAUSE = re.compile(r"(?:theo|để|nhằm|nếu|mà|thì|không|sẽ|nên|hãy|cũng|đồng thời)(?!\w)", re.I)
_PLACE_BEFORE = re.compile(rf"(?<!\w)(?:{PLACE}|miền núi|biên giới|vùng cao) \Z", re.I)
# They say which ones and end the name: "các xã ‹vùng cao› …".
_CLOSING = re.compile(
    rf"(?:{alternatives((row['words'] for row in table('agent_qualifiers')), any_case=True)})(?!\w)", re.I
)
# "các chủ hồ thủy lợi‹, thủy điện›"; one syllable could as well begin the clause.
_MORE_CLOSING = re.compile(
    rf"(?:(?:, | và )(?:{alternatives(row['words'] for row in table('agent_qualifiers') if ' ' in row['words'])}))+"
    r"(?= [^\W\d_])"
)
# What verbs take and names do not hold: behind small words it shows that they were the verb.
_OBJECT = re.compile(
    r"(?:phương án|kế hoạch|giải pháp|biện pháp|công tác|nhiệm vụ|việc|hồ sơ|trách nhiệm|tiến độ|nguồn|mọi|những|các"
    r"(?! (?:cấp|xã|phường|huyện|thành|thị|quận|thôn|bản))|tất cả|toàn bộ|nhau|mình|bà con|người dân|nhân dân"
    r"|lại|ra|xong|hết|nhiều|ít|thêm|cho|còn|vẫn|bị|được|đều|luôn"
    r"|cả|số|từng|tay|giá|lịch)(?!\w)",
    re.I,
)
_QUALIFIER = re.compile(
    r" (?:trong(?= Ban | Thường trực| cấp ủy| UBND| HĐND| BCH| BTV)|khối [^\W\d_]+(?: [^\W\d_]+)?|(?:tham dự"
    r"|tham gia)(?: (?:hội nghị|phiên họp|cuộc họp|kỳ họp"
    r"|buổi làm việc))?|dự (?:hội nghị|họp|phiên họp"
    r"|cuộc họp)|hữu quan|từ (?:tỉnh|thành phố) (?:đến|tới|xuống) (?:cơ sở|xã|thôn)|các cấp|có liên quan|liên quan"
    r"|(?:trên|ở) (?:toàn )?địa bàn(?: (?:toàn )?(?:tỉnh|thành phố"
    r"|huyện|xã))?|trực thuộc|thuộc diện"
    r"|thuộc|của|được (?:giao|phân công)(?:(?! nào )[^,;.]){0,40}?(?= (?:cần|phải"
    r"|có trách nhiệm|khẩn trương|tập trung|chủ động|tiếp tục|rà soát"
    r"|tăng cường|đẩy nhanh|nghiêm túc|báo cáo|hoàn thành)(?!\w))"
    r"|được(?![^,;.]{0,40} nào ) (?:giao|phân công|đầu tư|chọn|hỗ trợ"
    r"|thụ hưởng)|nơi có|trong (?:tỉnh|thành phố"
    r"|khu công nghiệp|hệ thống chính trị|đoàn|tổ|khối|hội đồng))(?!\w)",
    re.I,
)
# A state that tells which ones, before what they need to do: "các xã ‹chưa kiện toàn công an› cần …".
_STATE = re.compile(
    r" (?:(?:còn|chưa|vẫn còn|vẫn chưa|bị|để|không|đang|mới)(?: [^\W_]+){1,12}?"
    r"|(?:còn|chưa|bị|để|đã)(?:(?! phải| cần)(?: |, )[^\W_]+){1,14},"
    r"|đã(?: [^\W_]+){1,12} (?:mà|nhưng) chưa(?: [^\W_]+){1,6},?)"
    r"(?= (?:phải|cần|có trách nhiệm|khẩn trương|nghiêm túc)(?!\w))"
)
# The same before what they hand in, if a day is set for it: "các xã ‹còn nợ báo cáo› nộp trước ngày 5/6".
_OVERDUE = re.compile(
    r" (?:còn (?:nợ|dư|thiếu|tồn|vướng|để|chậm)|chưa|bị)(?: [^\W_]+){1,10}(?<! hoàn)"
    r"(?= (?:gửi|nộp|báo cáo|hoàn trả|trả|bàn giao|hoàn thành|hoàn tất|giải trình|khắc phục|bổ sung)"
    r" [^;.]{0,60}(?<!\w)(?:trước|chậm nhất|muộn nhất|trong|hết|đến) [^;.]{0,16}\d)"
)
# Inside "có đại biểu ‹chuyển công tác›" the verb is not that of those told.
_INNER = re.compile(
    r" (?:bị |được |đã |chưa |đang |còn |vừa |mới )?(?:chuyển công tác|chuyển sinh hoạt|nghỉ hưu|nghỉ việc|thu hồi"
    r"|phát sinh|xảy ra|tồn đọng|đi qua)(?!\w)"
)
# What producers live by, if another verb comes after it: "các hộ ‹nuôi tôm› cam kết".
TRADE = re.compile(
    r"(?:nuôi|trồng|sản xuất|kinh doanh|chế biến|xuất khẩu|nhập khẩu|khai thác|đánh bắt|thu mua|vận chuyển"
    r"|cung ứng|cung cấp"
    r"|tiêu thụ|bảo tồn|quản lý)(?: (?!rà |kiểm |phải |cần |theo |trong )[^\W\d_]+){1,3}?(?= (?:phải|cần|"
    rf"{TASK.compiled.pattern}))"
    rf"|(?:thi công|xây lắp|tư vấn|thiết kế)(?: và (?:thi công|thiết kế|giám sát))?"
    rf"(?= (?:phải|cần|{TASK.compiled.pattern}))",
    re.I,
)
# "cấp ủy ‹các xã, phường›"
_AT_PLACES = re.compile(rf" các (?:{PLACE}|buôn|thôn|bản|làng|ấp|khóm)(?!\w)(?:(?:, | và |, và ){PLACE}(?!\w))*")
# "các thành viên ‹Ban Chỉ đạo› đi kiểm tra"
_INNER_BODY = re.compile(
    r" (?:Ban [Cc]hỉ (?:đạo|huy)|Tổ [Cc]ông tác|Hội đồng|Tiểu ban|Ban [Tt]ổ chức|Ban [Vv]ận động)(?!\w)"
)
_HAVING = re.compile(
    r" có(?! (?:liên quan|trách nhiệm|phương án|giải pháp|kế hoạch|biện pháp|báo cáo|văn bản|hướng|lộ trình|cơ chế"
    r"|chính sách))(?=\s)",
    re.I,
)
_GOES_ON = re.compile(rf"(?:, |; | và )(?:và |cùng )?(?:các |{HEAD.pattern}|(?:{_WORDS})(?!\w))|:")
_NEXT_AGENT = re.compile(rf" và (?:các |{HEAD.pattern})")
_GIVEN = re.compile(r" được (?:giao|phân công|yêu cầu|đề nghị) ")
_LIMIT = 9


def qualified(plain: str, position: int, end: int, *, closed: bool = False, many: bool = False) -> int:
    """Past the words that tell which ones are meant: "biên giới", "Ia Púch, Ia Mơ", "có dự án đi qua".

    Small words that no table knows belong to the name where a verb that is known follows them at once ("các hộ ‹nuôi
    ong› cam kết …"); else they are a verb themselves ("các hộ ‹ngồi lại› với nhau").
    Names of `many` may go on with places of other kinds. After a name that is `closed` no small word belongs to it
    unless the table has it.
    """
    head, relative, loose = position, False, 0
    if not plain.startswith(" ", position):
        return position
    for state in (_STATE, _OVERDUE):
        if found := state.match(plain, position, end):
            return found.end() - found[0].endswith(",")
    for _ in range(_LIMIT):
        if not plain.startswith(" ", position) or position + 1 >= end:
            goes_on = loose and _GOES_ON.match(plain, position, end)
            return position if goes_on or (relative and not loose) else head
        given = None if relative else _GIVEN.match(plain, position, end)
        if given and TASK.match(plain, given.end(), end) and not MODAL.search(plain, given.end(), end):
            return head  # "ngành nông nghiệp ‹được giao kiểm kê› …" is told to
        if relative and (inner := _INNER.match(plain, position, end)):
            position = head = inner.end()
            continue
        if having := _HAVING.match(plain, position, end):
            position, relative = having.end(), True
            continue
        more = None if closed and plain.startswith(" được ", position) else _QUALIFIER.match(plain, position, end)
        if more is None and not loose:
            more = _AT_PLACES.match(plain, position, end) or _INNER_BODY.match(plain, position, end)
        if more:
            position, head, loose = more.end(), more.end(), 0
            relative = relative or more[0].endswith(" nơi có")
            continue
        word = position + 1
        if (named := known_end(plain, word)) > word or (named := _named_end(plain, word, end, many=many)) > word:
            closed = closed or bool(_PLACE_BEFORE.search(plain, max(0, word - 24), word))
            position, head, loose = named, named, 0
            continue
        closing = _CLOSING.match(plain, word, end)
        if closing and not (_is_verb(plain, closing, end, relative=relative)):
            more = _MORE_CLOSING.match(plain, closing.end(), end)
            position = head = more.end() if more else closing.end()
            loose, closed = 0, True
            continue
        if (trade := TRADE.match(plain, word, end)) and not loose:
            position, head = trade.end(), trade.end()
            continue
        is_task = TASK.match(plain, word, end) and not plain.startswith(_COMPOUND, plain.rfind(" ", 0, position) + 1)
        if is_task or MODAL.match(plain, word, end):
            return head if closed and not relative else position
        if _NEXT_AGENT.match(plain, position, end):
            return position
        stops = (_CLAUSE if relative else _STOP).match(plain, word, end)
        step = _WORD.match(plain, word, end)
        if stops or step is None or (not relative and _OBJECT.match(plain, word, end)):
            return position if relative else head
        position = step.end()
        loose += not relative
    return head


def _named_end(plain: str, word: int, end: int, *, many: bool) -> int:
    """Past names of places that begin at `word`: "Ia Púch, Ia Mơ"; `word` where none does."""
    names = _NAMES.match(plain, word, end)
    return _names_end(plain, names.end(), end, _NEXT_PLACE if many else _NEXT_NAME) if names else word


def _names_end(plain: str, position: int, end: int, next_name: re.Pattern[str]) -> int:
    """Past ", Sơn Hòa và Đồng Xuân", which go on a list of places."""
    while link := next_name.match(plain, position, end):
        names = _NAMES.match(plain, link.end(), end)
        if not names or HEAD.match(plain, link.end(), end):
            return position
        position = names.end()
    return position


def _is_verb(plain: str, closing: re.Match[str], end: int, *, relative: bool) -> bool:
    """Whether a word that can tell which ones is their verb: "các xã có đất ‹tham mưu› phương án"."""
    task = TASK.match(plain, closing.start(), end)
    is_task = task is not None and task.end() >= closing.end()
    following = closing.end() + 1
    return is_task and (relative or any(p.match(plain, following, end) for p in (_OBJECT, HEAD)))


def tells_which(plain: str, start: int, end: int) -> bool:
    """Whether the words tell which ones a number counts: "02 xã ‹Ia Dom, Ia Nan›", but not "12 xã đạt chuẩn"."""
    return bool(_CLOSING.match(plain, start + 1, end)) or any(char.isupper() for char in plain[start:end])
