"""Titles of office where they stand in a text: the longest match, with the body it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left

from meetings.extraction.beginnings import WordPattern, made_once
from meetings.extraction.companies import begins_company, company_end
from meetings.extraction.endings import endings
from meetings.extraction.factored_titles import PARTY_HEADS, committee_behind, higher_end
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import remembered
from meetings.extraction.names import run_at, surname_weight
from meetings.extraction.organization_names import organization_end
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span, matchable, span_of
from meetings.extraction.title_forms import canonical_title, write_out
from meetings.extraction.verbs import UPPER
from meetings.extraction.wording import by_first_letter

_STATE = re.compile(r"(?<!\w)(?:(?:(nguyên|cựu)|(cố)|(tân)|(?<!ủy )quyền) |Q\. ?)$", re.IGNORECASE)
TITLE_PREFIX = re.compile(r"(?:nguyên|cựu|cố|quyền) |Q\. ?", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?<!\w)(?:các|những|hai|ba|bốn|năm|\d{1,2}|toàn thể|mỗi|từng|nhiều|một số)"
    r"(?: (?:đồng chí|đ/c|ông|bà))?(?: là)? $",
    re.IGNORECASE,
)
# "Ban Thường vụ Tỉnh ủy", "Ban Bí thư", "Đoàn ĐBQH" are bodies; "tăng trưởng", "ứng phó" are words.
_INSIDE = re.compile(r"(?<!\w)(?:[Bb]an|[Đđ]oàn|[Tt]ăng|[Ứứ]ng|[Đđ]ối|[Tt]hủ) $")
# What these patterns end with, which is looked for first.
_STATES, _BEFORE_MANY, _BEFORE_INSIDE = map(endings, (_STATE, _PLURAL, _INSIDE))
# "các đồng chí trong ‹Ban Thường vụ Tỉnh ủy›: A, B" makes each of them a member.
_MEMBERS = re.compile(r"trong(?<!\wtrong) (Ban (?:Thường vụ|Chấp hành) (?:Tỉnh ủy|Thành ủy|Đảng bộ tỉnh))(?=: )")
_SIGN_BEFORE = re.compile(r"(?:,|\s?-|\s?\() ?$")
_CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}]")
_LONGEST_NAME = 40
_SHORT = {"Trưởng", "Phó", "Chánh", "Phó Trưởng", "Phó Chánh"}


@dataclass(frozen=True, slots=True)
class Title:
    """A title at a place of the text: `text` is written out, `canonical` the same for all its spellings."""

    span: Span
    text: str
    canonical: str
    head: str
    plural: bool = False  # "các Phó Chủ tịch UBND tỉnh"
    generic: bool = False  # "Chủ tịch UBND các xã"
    state: str = "current"

    @property
    def shared(self) -> bool:
        """Whether several people can hold the title at a time, so that "các …: A, B" gives it to each."""
        return self.head.startswith(("Phó", "Ủy viên", "Đại biểu", "Thứ trưởng", "UV")) or self.head.endswith("ủy viên")


def _is_short(form: str) -> bool:
    return form.replace(".", "").split()[0].isupper()


@made_once
def heads() -> tuple[WordPattern, dict[str, tuple[str, str]]]:
    """What a title begins with, and by it in small letters: the head, and whether a body must follow."""
    forms: dict[str, tuple[str, str]] = {}
    for row in table("title_heads"):
        for form in (row["head"], *variants(row["variants"])):
            forms[matchable(form)] = (matchable(row["head"]), row["organization"])
    # An abbreviation is one only in capitals; words may be written either way.
    either = by_first_letter((form for form in forms if not _is_short(form)), any_case=True)
    strict = by_first_letter(form for form in forms if _is_short(form))
    ways = [rf"[{letters}]{rest}(?!\w)" for letters, rest in either]
    ways += [rf"(?<![A-ZĐƯ\d/.]-){letter}{rest}(?![\w/-])" for letter, rest in strict]
    lookup = {form.casefold(): value for form, value in forms.items()}
    return WordPattern(rf"(?<!\w)(?:{'|'.join(ways)})"), lookup


def find_titles(plain: str, start: int = 0, end: int | None = None) -> tuple[Title, ...]:
    """All titles that begin within `plain[start:end]`, in order, none inside another."""
    titles, starts, _ = _all_titles(plain)
    first = bisect_left(starts, start)
    return titles[first : None if end is None else bisect_left(starts, end, first)]


@remembered
def _all_titles(plain: str) -> tuple[tuple[Title, ...], list[int], dict[int, Title]]:
    """The titles of the whole text in order, where each starts, and each by the place of its head."""
    pattern, _ = heads()
    by_head: dict[int, Title] = {}
    position = 0
    for match in pattern.finditer(plain):
        if match.start() < position:
            continue
        if isinstance(title := read_title(plain, match), Title):
            by_head[match.start()] = title
            position = title.span.end
    members = [_member(match) for match in _MEMBERS.finditer(plain)] if "trong Ban " in plain else []
    titles = sorted([*by_head.values(), *members], key=lambda title: title.span) if members else by_head.values()
    return tuple(titles), [title.span.start for title in titles], by_head


def _member(match: re.Match[str]) -> Title:
    text = f"Ủy viên {match[1]}"
    return Title(span_of(match.span()), text, canonical_title(text), "Ủy viên", plural=True)


def find_title_at(plain: str, start: int) -> tuple[Span, str] | None:
    """The longest title that begins at `start`: its span and canonical form, e.g. `Phó Bí thư Thường trực Tỉnh ủy`."""
    prefix = TITLE_PREFIX.match(plain, start)
    head = prefix.end() if prefix else start
    title: Title | str | None = _all_titles(plain)[2].get(head)
    if title is None and (match := heads()[0].match(plain, head)):  # one inside another title, or none
        title = read_title(plain, match)
    return (title.span, title.canonical) if isinstance(title, Title) else None


def _capital(plain: str, match: re.Match[str]) -> bool:
    body = plain[match.end() : match.end() + 11]
    return match[0][0].isupper() or bool(re.match(r" (?:[Bb]an|[Đđ]oàn|[Vv]ăn phòng|[Tt]hanh tra) ", body))


def _is_behind_name(plain: str, start: int) -> bool:
    """Whether a person's name and a sign stand right before `start`: "Lê Văn Đạt, ‹Giám đốc …›"."""
    sign = _SIGN_BEFORE.search(plain, max(0, start - 3), start)
    if sign is None:
        return False
    words = list(_CAPITALISED.finditer(plain, max(0, sign.start() - _LONGEST_NAME), sign.start()))
    return any((run := run_at(plain, w.start())).span.end == sign.start() and surname_weight(run) > 0 for w in words)


def read_title(plain: str, match: re.Match[str]) -> Title | str:
    """The title whose head is `match`, or why it is none."""
    head, wants = heads()[1][match[0].casefold()]
    start, end = match.span()
    head_end, many = end, False
    if wants in ("needed", "optional") and plain.startswith(" ", end):
        body = end + (5 if plain.startswith("của ", end + 1) else 1)
        if begins_company(plain, body):
            body_end = company_end(plain, body, named=_is_behind_name(plain, start))
        else:
            body_end, many = organization_end(plain, body)
        if body_end > body:
            end = body_end
    if end > head_end and plain.startswith(", ", end):
        end = higher_end(plain, end, head)
    committee = committee_behind(plain, end) if end == head_end and head in PARTY_HEADS else None
    if end == head_end and not committee and (wants == "needed" or (match[0].isupper() and len(match[0]) == 2)):
        return "no body behind it"
    if plain.endswith(_BEFORE_INSIDE, 0, start) and _INSIDE.search(plain, max(0, start - 6), start):
        return "inside another word or body"
    if head in _SHORT and not _capital(plain, match):
        return "small letter"
    before = plain[max(0, start - 24) : start]
    state = "current"
    if before[-7:].lower().endswith(_STATES) and (prefix := _STATE.search(before)):
        start -= len(before) - prefix.start()
        state = "ended" if prefix[1] else "deceased" if prefix[2] else "current"
        before = before[: prefix.start()]
        if prefix[3]:  # "tân Chủ tịch": newly elected, the office is the same
            start = match.start()
    text = write_out(plain[start:end])
    canonical = text if many else canonical_title(f"{text} {committee}" if committee else text)
    plural = before.lower().endswith(_BEFORE_MANY) and bool(_PLURAL.search(before))
    return Title(Span(start, end), text, canonical, head, plural, many, state)
