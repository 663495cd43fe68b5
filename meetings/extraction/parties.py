"""Persons who stand together in a sentence, by name or by office: the subjects of what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from meetings.extraction.acts import deeds_after
from meetings.extraction.behalf import on_behalf
from meetings.extraction.lexicon import table
from meetings.extraction.memory import remembered
from meetings.extraction.people import People
from meetings.extraction.records import dataclass
from meetings.extraction.roster_items import Item, itemise, tells_of_persons
from meetings.extraction.spans import Span, matchable
from meetings.extraction.titles import Title
from meetings.extraction.verbs import UPPER

_OF_NO_PLACE = re.compile(
    r" (?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu|sở|phòng|ban|đơn vị|ngành)\Z", re.I
)
# "BÍ THƯ ‹ĐỊA PHƯƠNG› ĐÓ" is any of them, in capitals, too.
_OF_ANY_PLACE = (" địa phương", " cơ sở", " cơ quan", " đơn vị", " cấp mình", " doanh nghiệp")
_OF_SEVERAL = re.compile(r" (?:của )?(?:một số|các|nhiều|những|từng|mỗi|\d{1,3}) [^\W\d_]")
# "Bí thư Huyện ủy ‹Tuy An và Sông Hinh›" are two, whom the text does not name.
_OF_A_PLACE = re.compile(
    r"(?:[Hh]uyện|[Tt]hị|[Qq]uận) ủy|(?:UBND|HĐND|[Đđ]ảng ủy) (?:huyện|quận|thị xã|xã|phường|đặc khu)"
)
_ANOTHER_PLACE = re.compile(
    rf"(?: và|,) (?!(?:Sở|UBND|HĐND|Ban|Công|Đoàn|Phòng|Bộ|Văn|Đảng|Hội|Liên|Trung|Ủy|Mặt|Chi|Cục|Tòa|Viện|Đồng|Ông|Bà|"
    rf"Phó|Bí|Chủ|Giám|Trưởng|Chánh|Tỉnh|Huyện)(?!\w))[{UPPER}]"
)
_CHAIN = {",", ";", ":", "-", "(", ")", "và", "cùng", "kiêm", "đồng thời là", "hiện là", "là", "gồm", "gồm có"}
_SHORTEST_OF_TWO = 3  # items in a chain of two parties
_IDLE = ("word", "mark", "join")  # kinds of what begins no chain
_MANY = {"các", "hai", "ba", "bốn", "2", "3", "4", "02", "03", "04"}


@dataclass(frozen=True, slots=True)
class Party:
    """Names and titles in one chain; `members` are (settled name, title): the name None where only an office stands."""

    span: Span
    members: tuple[tuple[str | None, str], ...]

    @property
    def named(self) -> bool:
        """Whether names stand there, not only offices."""
        return any(name and not title for name, title in self.members)


@remembered
def find_parties(plain: str, sentence: Span, people: People) -> list[Party]:
    """The parties of the sentence, in order."""
    if not (tells_of_persons(plain, sentence) or people.are_named(sentence)):
        return []
    found: list[Party] = []
    chain: list[Item] = []
    items = itemise(plain, sentence)
    for n, item in enumerate(items):
        if item.kind in _IDLE and not chain:
            continue
        if _is_person(item, people) or (chain and (_goes_on(items, n) or _called(items, n, people))):
            chain.append(item)
        elif chain:
            found += _chained(plain, chain, people, sentence.end)
            chain = []
    return found + _chained(plain, chain, people, sentence.end) if chain else found


def _chained(plain: str, chain: list[Item], people: People, end: int) -> list[Party]:
    """The parties of one chain: two where the first of them only owns what is spoken of, or sends the second."""
    if len(chain) < _SHORTEST_OF_TWO:
        return _party(plain, chain, people)
    cut = _after_first_title(chain) if on_behalf(plain, chain[0].span.start) else 0
    cut = cut or _after_owner(plain, chain, people, end)
    return [*_party(plain, chain[:cut], people), *_party(plain, chain[cut:], people)]


def _goes_on(items: Sequence[Item], n: int) -> bool:
    """Whether a chain goes on with the item `n`: a mark, a joining word, or "các" before a title."""
    text = items[n].text.lower()
    return text in _CHAIN or (text in _MANY and n + 1 < len(items) and items[n + 1].title is not None)


def _called(items: Sequence[Item], n: int, people: People) -> str | None:
    """The official whose given name stands at `n` behind a form of address: "ông ‹Tuấn›"."""
    item, before = items[n], items[n - 1] if n else None
    if item.kind != "word" or before is None or before.kind != "address" or before.plural:
        return None
    return people.called(item.text, before.text) if item.text[0].isupper() else None


def _after_first_title(chain: list[Item]) -> int:
    """Where the one who acts for the first begins: "của Chủ tịch UBND tỉnh, ‹đồng chí A, Giám đốc Sở Y tế›"."""
    named = [i for i, item in enumerate(chain) if item.run]
    if len(named) > 1:  # "của Bí thư Tỉnh ủy A, ‹Giám đốc Sở Y tế B›"
        commas = [i for i in range(named[0], named[1]) if chain[i].text == ","]
        return commas[-1] + 1 if commas else 0
    return next((i + 1 for i, item in enumerate(chain) if item.text == "," and i and chain[i - 1].title), 0)


def _after_owner(plain: str, chain: list[Item], people: People, end: int) -> int:
    """Where, behind one whose word or deed is spoken of, the one begins who acts himself; 0 where nobody does.

    "khiếu nại quyết định của Chủ tịch UBND tỉnh, ‹ông A› cho biết", "trả lời câu hỏi của đại biểu A, ‹bà B› nhận lỗi".
    """
    if not plain.endswith(" của ", 0, chain[0].span.start):
        return 0
    named = [i for i, item in enumerate(chain) if item.run and people.named_at(item.run.start)]
    if not named:
        return 0
    start = named[-1]
    while start > 0 and (chain[start - 1].title or chain[start - 1].kind == "address"):
        start -= 1
    if start < 2 or chain[start - 1].text != "," or not deeds_after(plain, chain[-1].end, end):
        return 0
    owner = chain[0].title
    is_owner = owner and people.holder(owner, owner.span.start) == people.named_at(chain[named[-1]].span.start)
    return 0 if is_owner else start


def _party(plain: str, chain: list[Item], people: People) -> list[Party]:
    while chain and not (_is_person(chain[-1], people) or _called(chain, len(chain) - 1, people)):
        chain = chain[:-1]
    members = _members(plain, chain, people) if chain else ()
    return [Party(Span(chain[0].span.start, chain[-1].end), members)] if members else []


def _is_person(item: Item, people: People) -> bool:
    if item.run:
        return people.named_at(item.run.start) is not None
    return item.kind in ("title", "address")


def _members(plain: str, chain: list[Item], people: People) -> tuple[tuple[str | None, str], ...]:
    named = [
        people.named_at(item.run.start) if item.run else _called(chain, n, people)
        for n, item in enumerate(chain)
        if item.kind in ("name", "word")
    ]
    if named := [name for name in named if name]:
        return tuple((name, "") for name in dict.fromkeys(named))
    titles = [item.title for item in chain if item.title and item.single]
    holders = {holder for title in titles if (holder := people.holder(title, title.span.start))}
    if len(holders) == 1:
        return ((holders.pop(), ""),)
    if not holders and titles and (sole := [title for title in titles if _is_sole(plain, title)]):
        return ((None, sole[0].text),)
    return ()


def _is_sole(plain: str, title: Title) -> bool:
    """Whether one person at a time holds the office and the text can mean only him: "Bí thư Tỉnh ủy".

    "chủ tịch huyện", in small letters and of no place, is any of them.
    """
    if title.state != "current" or title.plural or title.generic:
        return False
    if plain[title.span.start].islower() and _OF_NO_PLACE.search(title.text):
        return False
    if title.text.lower().endswith(_OF_ANY_PLACE) or _OF_SEVERAL.match(plain, title.span.end):
        return False
    if _ANOTHER_PLACE.match(plain, title.span.end) and _OF_A_PLACE.search(title.text):
        return False
    if title.shared and not title.head.endswith("Thường trực"):
        return False
    return title.text.casefold() != title.head.casefold() and title.canonical not in _national()


@cache
def _national() -> frozenset[str]:
    return frozenset(matchable(row["canonical"]) for row in table("titles") if row["level"] == "trung ương")
