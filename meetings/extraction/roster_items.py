"""A sentence cut into what a list of participants is made of: names, titles, forms of address, marks, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from meetings.extraction.memory import remembered
from meetings.extraction.name_runs import Run
from meetings.extraction.names import is_person, run_at
from meetings.extraction.spans import Span
from meetings.extraction.titles import Title, find_titles

_RANK = (
    r"(?:thượng|trung|thiếu|đại) (?:tướng|tá|úy)|(?:PGS|GS|TS|ThS|BS|CKI|CKII)\b\.?|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|"
    r"luật sư|(?:phó )?giáo sư|nhà giáo|linh mục|thượng tọa|hòa thượng|đại đức"
)
_ADDRESS = re.compile(rf"(?:(?:(?:các|hai|ba) )?(?:đồng chí|đ/c|đ\.c|ông|bà)|{_RANK})(?!\w)", re.IGNORECASE)
_RANKS = re.compile(_RANK, re.IGNORECASE)
_JOINING = re.compile(r"(?:và|kiêm|cùng|đồng thời là|hiện là|là|gồm có|gồm)(?!\w)", re.IGNORECASE)
_TERM = re.compile(r"khóa (?:[IVXLC]+|\d{1,2})(?:,? nhiệm kỳ \d{4} ?- ?\d{4})?(?!\w)|nhiệm kỳ \d{4} ?- ?\d{4}(?!\d)")
_WORD = re.compile(r"[^\W_]+(?:['./][^\W_]+)*|\S")

# What may stand between the members of a list.
IN_LIST = {",", ";", ":", "-", "(", ")", "và", "cùng"}

Kind = Literal["name", "title", "address", "mark", "join", "word"]


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a sentence; `title` is set for titles, `run` for what may be a name."""

    kind: Kind
    span: Span
    text: str
    title: Title | None = None
    run: Run | None = None

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
        return bool(_RANKS.match(self.text))


@remembered
def itemise(plain: str, span: Span) -> tuple[Item, ...]:
    """`plain` within `span` as items, in order, white space left out."""
    titles = {title.span.start: title for title in find_titles(plain, *span)}
    starts = [*sorted(titles), span.end]
    items: list[Item] = []
    position = upcoming = 0
    position = span.start
    while position < span.end:
        if plain[position].isspace():
            position += 1
            continue
        while upcoming < len(starts) - 1 and starts[upcoming] < position:
            upcoming += 1
        if items and items[-1].title and (term := _TERM.match(plain, position)):
            position = term.end()  # "Phó Chủ tịch HĐND tỉnh ‹khóa XIV›": the term is no part of the list
            continue
        item = _item(plain, position, max(starts[upcoming], position + 1), titles.get(position))
        items.append(item)
        position = item.span.end
    return tuple(items)


def _item(plain: str, position: int, limit: int, title: Title | None) -> Item:
    if title:
        return Item("title", title.span, title.text, title)
    if match := _ADDRESS.match(plain, position):
        return Item("address", Span(*match.span()), match[0])
    if match := _JOINING.match(plain, position):
        return Item("join", Span(*match.span()), match[0])
    run = run_at(plain, position, limit)
    if run.size > 1 or (run.size and is_person(run)):
        return Item("name", run.span, run.text, run=run)
    word = _WORD.match(plain, position, limit)
    end = word.end() if word else position + 1
    text = plain[position:end]
    return Item("mark" if text in ",;:-()./" else "word", Span(position, end), text)
