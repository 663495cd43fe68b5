"""A sentence cut into what a list of participants is made of: names, titles, forms of address, marks, words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.memory import remembered
from meetings.extraction.name_runs import Run
from meetings.extraction.names import RUN, is_person, run_at
from meetings.extraction.spans import Span, span_of
from meetings.extraction.titles import Title, find_titles
from meetings.extraction.verbs import UPPER
from meetings.extraction.wording import alternation, by_first_letter, opening_words

_GRADES = [f"{grade} {rank}" for grade in ("thượng", "trung", "thiếu", "đại") for rank in ("tướng", "tá", "úy")]
_DEGREES = ["PGS", "GS", "TS", "ThS", "BS", "CKI", "CKII"]
_CALLINGS = ["tiến sĩ", "thạc sĩ", "bác sĩ", "kỹ sư", "luật sư", "giáo sư", "phó giáo sư", "nhà giáo", "linh mục",
             "thượng tọa", "hòa thượng", "đại đức"]  # fmt: skip
_RANKS = (*_GRADES, *_DEGREES, *_CALLINGS)
_FORMS = ["đồng chí", "đ/c", "đ.c", "ông", "bà"]
_MANY = ["các", "hai", "ba"]
_JOINS = ["và", "kiêm", "cùng", "đồng thời là", "hiện là", "là", "gồm có", "gồm"]
_SMALL_RANKS = tuple(rank.lower() for rank in _RANKS)
_TERM = re.compile(r"khóa (?:[IVXLC]+|\d{1,2})(?:,? nhiệm kỳ \d{4} ?- ?\d{4})?(?!\w)|nhiệm kỳ \d{4} ?- ?\d{4}(?!\d)")
_ALIAS = re.compile(rf" \([A-ZĐ][\w&.-]*(?: [A-ZĐ][\w&.-]*){{0,3}}\)(?= [{UPPER}])")
_ADDRESSES = [*_FORMS, *(f"{many} {form}" for many in _MANY for form in _FORMS), *_RANKS]
_DOTTED = dict.fromkeys(_ADDRESSES, r"(?!\w)") | dict.fromkeys(_DEGREES, r"(?!\w)\.?")
_ADDRESS = "|".join(f"[{letters}]{rest}" for letters, rest in by_first_letter(_DOTTED, any_case=True, after=_DOTTED))
_JOINING = "|".join(rf"[{letters}]{rest}(?!\w)" for letters, rest in by_first_letter(_JOINS, any_case=True))
_OF_LISTS = [word for word in (*_ADDRESSES, *_JOINS, *_MANY, "bốn") if word[0].islower()]
_WORD = r"[^\W_]+(?:['./][^\W_]+)*"
# Small words that say nothing about a list come as one piece, however many stand together, with the signs and numbers
# between them: a list ends at the first and begins again behind the last.
_SMALL = rf"(?!{alternation(_OF_LISTS)}(?!\w))[^\W\d_{UPPER}][^\W_]*+(?:['./][^\W_]+)*+"
_PIECE = re.compile(
    rf"\s*(?:([,;:\-()./])|({_SMALL}(?:[ ,;:\-()./%\"\d]++{_SMALL})*+)|({_ADDRESS})"
    rf"|({_JOINING})|({RUN})|([{UPPER}])|({_WORD}|\S))"
)
_ADDRESSING = WordPattern(opening_words([*_FORMS, *_RANKS], any_case=True) + r"(?!\w)")
_ALONE = re.compile(rf"{_WORD}|\S")

# What may stand between the members of a list.
IN_LIST = {",", ";", ":", "-", "(", ")", "và", "cùng"}

Kind = Literal["name", "title", "address", "mark", "join", "word"]
# By the groups of `_PIECE`; what begins with a capital is looked at twice.
_KINDS: tuple[Kind | None, ...] = (None, "mark", "word", "address", "join", None, None, "word")


class Item(NamedTuple):
    """A piece of a sentence; `title` is set for titles, `run` for what may be a name."""

    kind: Kind
    end: int
    text: str
    title: Title | None = None
    run: Run | None = None

    @property
    def span(self) -> Span:
        """Where it stands, which is asked of few."""
        return self.title.span if self.title else span_of((self.end - len(self.text), self.end))

    @property
    def single(self) -> bool:
        """Whether this is a title that one person can have: not "các Phó Chủ tịch", not "Chủ tịch UBND các xã"."""
        title = self.title
        return title is not None and not title.generic and not (title.plural and title.shared)

    @property
    def plural(self) -> bool:
        """Whether this addresses several: "các đồng chí"."""
        return self.kind == "address" and self.text.lower().startswith(("các", "hai", "ba "))

    @property
    def rank(self) -> bool:
        """Whether this is a rank or degree before a name: "Đại tá"."""
        return self.text.lower().startswith(_SMALL_RANKS)


# As `Item`, of all its fields in a tuple, for the dozens of a sentence.
_item: Callable[[tuple[Kind, int, str, Title | None, Run | None]], Item] = partial(tuple.__new__, Item)


@remembered
def tells_of_persons(plain: str, span: Span) -> bool:
    """Whether a title or a form of address stands under `span`, without which nobody is told of by name or office."""
    return bool(find_titles(plain, *span) or _ADDRESSING.search(plain, *span))


@remembered
def itemise(plain: str, span: Span) -> tuple[Item, ...]:
    """`plain` within `span` as items, in order, white space left out."""
    items: list[Item] = []
    position = span.start
    for title in find_titles(plain, *span):
        if title.span.start < position:
            continue
        _add(items, plain, position, title.span.start)
        items.append(_item(("title", title.span.end, title.text, title, None)))
        position = title.span.end
        if alias := _ALIAS.match(plain, position, span.end):
            position = alias.end()  # "Tổng Giám đốc Công ty Đường sắt ‹(HMC)› Lê Văn Đạt"
        while term := _TERM.match(plain, position + plain.startswith(" ", position)):
            position = term.end()  # "Phó Chủ tịch HĐND tỉnh ‹khóa XIV›": the term is no part of the list
    _add(items, plain, position, span.end)
    return tuple(items)


def _add(items: list[Item], plain: str, position: int, end: int) -> None:
    """Adds to `items` what stands in `plain[position:end]`, where no title is."""
    add = items.append
    while position < end:
        for piece in _PIECE.finditer(plain, position, end):
            group, position = piece.lastindex or 0, piece.end()
            kind = _KINDS[group]
            if kind:
                add(_item((kind, position, piece[group], None, None)))
                continue
            item = _capitalised(plain, piece[group], position, end)
            add(item)
            if item.end != position:  # read otherwise than the pattern has it
                position = item.end
                break
        else:
            return


def _capitalised(plain: str, text: str, after: int, end: int) -> Item:
    """What begins with a capital, a name or a word; `text`, which ends at `after`, is the run or the letter there."""
    start = after - len(text)
    # A run as most are, with no apostrophe, hyphen or word in capitals at its head, is read already.
    if text[1:2].islower() and not plain.startswith(("-", ".", "/"), after):
        if " " in text:
            return _item(("name", after, text, None, Run(tuple(text.split(" ")), start)))
        return _item(("word", after, text, None, None))
    run = run_at(plain, start, end)
    if run.size > 1 or (run.size and is_person(run)):
        return Item("name", run.span.end, run.text, run=run)
    word = _ALONE.match(plain, start, end)
    at = word.end() if word else start + 1
    return Item("word", at, plain[start:at])
