"""Forms of those told to act: a list under one head, an office holder, a group, an agency, a branch."""

from __future__ import annotations

import re
from collections.abc import Callable

from meetings.extraction.first_words import first_words
from meetings.extraction.groups import ALONE, GROUP, OF_COMMITTEES, group_end, listed_places
from meetings.extraction.lexicon import table
from meetings.extraction.organizations import HEAD, agency_end, known_end, short_names
from meetings.extraction.people import People
from meetings.extraction.qualifiers import TRADE, qualified
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, span_of
from meetings.extraction.titles import TITLE_PREFIX, find_title_at, heads
from meetings.extraction.unlisted_names import further_parts_end, unlisted_end
from meetings.extraction.verbs import UPPER, alternatives, begins_task

_FIELD = re.compile(
    r"(?:[Nn]gành|[Ll]ực lượng|[Cc]hính quyền|[Cc]ấp ủy|[Pp]hòng) (?!nghề|giáo dục đại học)(?=\w)"
    r"|(?:huyện|quận|thị xã|thành phố|TP\.?|phường|xã|thị trấn|tỉnh) "
    rf"(?=[{UPPER}])"
)
# Alone they are told only where what to do follows: "đề nghị ‹huyện› giữ đất".
_BARE = re.compile(
    r"(?:tỉnh|huyện|thành phố|thị xã|xã|phường|ngành|địa phương|đơn vị|sở|đoàn|doanh nghiệp|thị trấn|quận)"
    r" (?=[^\W\d_])",
    re.I,
)
_TRADING = ("doanh nghiệp ", "đơn vị ")
_LIST = re.compile(
    r"(?:[Cc]ác |[Hh]ai |[Bb]a |\d )?([Ss]ở|[Bb]an|[Hh]ội|[Nn]gành)(?:, ngành|, ban, ngành)?(?::? (?=[A-ZĐ])"
    r"|(?=:))(?:: )?"
)
_SECTORS = alternatives((row["sector"] for row in table("sectors")), any_case=True)
_BRANCH = re.compile(rf"(?i:{_SECTORS})(?!\w)|{short_names('Sở').pattern}")
_HEADED = {"sở": "Sở", "ban": "Ban", "hội": "Hội", "ngành": "ngành"}
# What is said of one in a list: "Sở Xây dựng (chủ trì), Sở Y tế (cơ quan thường trực) …".
ROLE = re.compile(r" \([^()\n]{2,120}\)")
SHORT_LINK = re.compile(r", và |, | và ")
_OWNER = re.compile(r" (?:(?:của )?(?:Tỉnh ủy|Thành ủy|HĐND tỉnh|HĐND thành phố|tỉnh|thành phố))(?!\w)")
_OF_MANY = re.compile(r" (?:các|cấp)(?!\w)")
_ADDRESS = re.compile(r"(?:[Cc]ác )?(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) ")
# "các Phó Chủ tịch UBND tỉnh" are told together.
_OFFICES = re.compile(
    r"(?:[Cc]ác|[Hh]ai|[Bb]a) (?:đồng chí )?(?=(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Trưởng|Chánh|Ủy viên) )"
)
_GIVEN = re.compile(rf"[{UPPER}]\w*(?= (?![{UPPER}])|[,;.])")
_GENERIC_FIRST = re.compile(
    r"(?:Huyện|Tỉnh|Xã|Ngành|Địa phương|Đơn vị|Doanh nghiệp|Các|Những|Toàn|Tất|Mỗi|Từng|Một|Người|Thủ trưởng|Lãnh"
    r"|Chính|Cấp|Lực|Giám đốc các|Chủ đầu|Nhà)\b"
)


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody told to act: the name as printed (a person's as settled) and where it stands."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Agents:
    """A list of agents; `end` is where the clause goes on."""

    items: tuple[Agent, ...]
    end: int


def _listed(plain: str, start: int, end: int, people: People) -> Agents | None:
    """ "các Sở: Tài chính, Xây dựng", "Sở Nội vụ, Tư pháp", "các Ban: Pháp chế, Đô thị HĐND tỉnh"."""
    opening = _LIST.match(plain, start, end)
    if not opening:
        return None
    head = _HEADED[opening[1].lower()]
    short = _BRANCH if head == "ngành" else short_names(head)
    spans: list[Span] = []
    position = opening.end()
    while match := short.match(plain, position, end):
        spans.append(span_of(match.span()))
        link = SHORT_LINK.match(plain, match.end(), end)
        if not link:
            break
        position = link.end()
    plural = plain[start : start + 4].lower() in ("các ", "hai ") or ":" in opening[0]
    if not spans or (len(spans) == 1 and not plural):
        return None
    owner = _OWNER.match(plain, spans[-1].end, end)
    tail = owner[0] if owner and head != "Sở" else ""
    last = owner.end() if owner else spans[-1].end
    spans[-1] = Span(spans[-1].start, last)
    names = [
        f"{head} {plain[s.start : owner.start() if owner and owner.end() == s.end else s.end]}{tail}" for s in spans
    ]
    return Agents(tuple(Agent(name, span) for name, span in zip(names, spans, strict=True)), last)


def _person(plain: str, start: int, end: int, people: People) -> Agents | None:
    """ "Phó Chủ tịch UBND tỉnh {name}", "đồng chí {name}, {title}", "Chủ tịch UBND huyện X"."""
    address = _ADDRESS.match(plain, start, end)
    position = address.end() if address else start
    if OF_COMMITTEES.match(plain, position, end):
        return None
    if (many := _OFFICES.match(plain, start, end)) and (offices := find_title_at(plain, many.end())):
        stop = offices[0].end
        return Agents((Agent(_lower_first(plain[start:stop]), Span(start, stop)),), stop)
    title = find_title_at(plain, position) if plain[position : position + 1].isupper() else None
    after = title[0].end + 1 if title else position
    if name := people.mention_at(after):
        last = name.span.end
        while plain[last : last + 2] == ", " and (more := find_title_at(plain, last + 2)):
            last = more[0].end
        return Agents((Agent(name.name, Span(start, last)),), last)
    if (
        address
        and (called := _GIVEN.match(plain, position, end))
        and (known := people.called(called[0], address[0].split()[-1]))
    ):
        return Agents((Agent(known, Span(start, called.end())),), called.end())
    if not title or title[0].end > end or HEAD.match(plain, position):
        return None
    stop = title[0].end
    if _OF_MANY.search(plain, position, min(end, stop + 4)):
        return None
    return Agents((Agent(plain[position:stop], Span(start, stop)),), stop)


def _group(plain: str, start: int, end: int, people: People) -> Agents | None:
    if places := listed_places(plain, start, end):
        return Agents(tuple(Agent(name, span) for name, span in places), places[-1][1].end)
    stop = group_end(plain, start, end)
    if stop > start and plain[start].isupper() and HEAD.match(plain, start, end) and ALONE.match(plain, start, end):
        named = _named(plain, start, end, people)  # "Ban quản lý dự án công trình thủy lợi" is one by name
        return named if named and named.end > stop else None
    return Agents((Agent(_lower_first(plain[start:stop]), Span(start, stop)),), stop) if stop > start else None


def _named(plain: str, start: int, end: int, people: People) -> Agents | None:
    if not HEAD.match(plain, start, end):
        return None
    stop, known = agency_end(plain, start)
    if not known:
        stop = unlisted_end(plain, start, stop, end)
    elif stop > known_end(plain, start):
        stop = further_parts_end(plain, stop, end)
    stop = min(stop, end)
    return Agents((Agent(plain[start:stop], Span(start, stop)),), stop)


def _field(plain: str, start: int, end: int, people: People) -> Agents | None:
    """ "ngành Nội vụ", "lực lượng kiểm lâm", "huyện Ia Tôr"."""
    head = _FIELD.match(plain, start, end)
    if not head:
        bare = _BARE.match(plain, start, end)
        if not bare:
            return None
        trade = TRADE.match(plain, bare.end(), end) if bare[0].lower() in _TRADING else None
        if not trade and not begins_task(plain, bare.end(), end):
            return None
        stop = trade.end() if trade else bare.end() - 1
        return Agents((Agent(_lower_first(plain[start:stop]), Span(start, stop)),), stop)
    named = _BRANCH.match(plain, head.end(), end)
    stop = qualified(plain, named.end() if named else head.end() - 1, end)
    return Agents((Agent(_lower_first(plain[start:stop]), Span(start, stop)),), stop)


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:] if _GENERIC_FIRST.match(name) else name


Rule = Callable[[str, int, int, People], Agents | None]
# Tried in this order, the first that reads something decides; with the patterns that say what each begins with.
_BEGINNINGS: dict[Rule, tuple[re.Pattern[str], ...]] = {
    _listed: (_LIST,),
    _person: (_ADDRESS, _OFFICES, TITLE_PREFIX, heads()[0].compiled),
    _group: (GROUP,),
    _named: (HEAD,),
    _field: (_FIELD, _BARE),
}
RULES: tuple[Rule, ...] = tuple(_BEGINNINGS)
_WORD = re.compile(r"\w+")
_FIRST_WORDS = {rule: set().union(*(first_words(p.pattern, p.flags) for p in by)) for rule, by in _BEGINNINGS.items()}
_RULES_FOR = {
    word: tuple(rule for rule in RULES if word in _FIRST_WORDS[rule])
    for words in _FIRST_WORDS.values()
    for word in words
}


def rules_at(plain: str, start: int, people: People) -> tuple[Rule, ...]:
    """The rules that may read somebody told at `start`: most places begin with a word that begins none."""
    word = _WORD.match(plain, start)
    if word is None:
        return ()
    if people.mention_at(start) or plain[start].isdecimal():
        return RULES
    return _RULES_FOR.get(word[0].lower(), ())
