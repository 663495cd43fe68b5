"""A press text as a page shows it: escaped, in paragraphs, each record's words marked and linked to the record."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from people.typesetting import LONGEST, unbroken


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` that a record was read from. `key` is the record's alone; `href` leads to it."""

    start: int
    end: int
    kind: str
    key: str
    href: str


class _Begun:
    """The marks that have begun, by key: only the first piece of each bears its name."""

    def __init__(self, strong: Collection[str] | None) -> None:
        self._keys: set[str] = set()
        self._strong = strong

    def tag(self, mark: Mark) -> str:
        """The beginning of the next piece of `mark`."""
        name = "" if mark.key in self._keys else format_html(' id="w-{}"', mark.key)
        self._keys.add(mark.key)
        kind = f"{mark.kind} nowrap" if mark.kind == "mention" and mark.end - mark.start <= LONGEST else mark.kind
        if self._strong is None:
            return format_html('<mark class="words words-{}"{}>', kind, name)
        strong = " is-strong" if mark.key in self._strong else ""
        return format_html('<mark class="words words-{}{}"{} data-key="{}">', kind, strong, name, mark.key)


def marked_text(
    text: str,
    marks: Iterable[Mark],
    strong: Collection[str] | None = None,
    found: Sequence[tuple[int, int]] = (),
) -> SafeString:
    """`text` in `<p>` elements, one per line, with `marks` around their words; its text content is `text` itself.

    Marks nest where one holds another; where two only overlap, the later one is split. The first piece of each has the
    id `w-KEY`. Every marked word links to the innermost mark's record. Marks outside the text are left out. With
    `strong`, every piece tells its key, for a script, and the pieces of these keys stand out. `found` are spans, in
    order, that a reader searched for: they are marked inside everything else.
    """
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    # Stable: of marks on the same words the first one given is the outermost.
    waiting = deque(sorted(inside, key=lambda mark: (mark.start, -mark.end)))
    going_on: list[Mark] = []
    lines: list[str] = []
    begun = _Begun(strong)
    offset = 0
    for line in text.split("\n"):
        end = offset + len(line)
        here = going_on
        while waiting and waiting[0].start < end:
            here.append(waiting.popleft())
        if line.strip():
            lines.append(f"<p>{_line(text, offset, end, here, begun, found)}</p>")
        else:
            lines.append(str(conditional_escape(line)))
        offset = end + 1
        going_on = [mark for mark in here if mark.end > offset]
    return mark_safe("\n".join(lines))


def _line(
    text: str, start: int, end: int, marks: Sequence[Mark], begun: _Begun, found: Sequence[tuple[int, int]]
) -> str:
    cuts = sorted({start, end, *(max(m.start, start) for m in marks), *(min(m.end, end) for m in marks)})
    waiting = list(reversed(marks))
    open_marks: list[Mark] = []
    pieces: list[str] = []
    for left, right in pairwise(cuts):
        while waiting and waiting[-1].start <= left:
            open_marks = _open(waiting.pop(), open_marks, pieces, begun)
        pieces.append(_words(text, left, right, open_marks, found))
        open_marks = _close(right, open_marks, pieces, begun)
    pieces.extend("</mark>" for _ in open_marks)
    return "".join(pieces)


def _open(mark: Mark, open_marks: list[Mark], pieces: list[str], begun: _Begun) -> list[Mark]:
    pieces.append(begun.tag(mark))
    return [*open_marks, mark]


def _close(position: int, open_marks: list[Mark], pieces: list[str], begun: _Begun) -> list[Mark]:
    """Closes the marks that end at `position`, and reopens those that stood inside one of them and go on."""
    ended = next((i for i, m in enumerate(open_marks) if m.end <= position), None)
    if ended is None:
        return open_marks
    pieces.extend("</mark>" for _ in open_marks[ended:])
    kept = open_marks[:ended]
    for mark in open_marks[ended:]:
        if mark.end > position:
            kept = _open(mark, kept, pieces, begun)
    return kept


def _words(text: str, start: int, end: int, open_marks: Sequence[Mark], found: Sequence[tuple[int, int]]) -> str:
    words = _standing_out(text, start, end, found)
    # A link needs something to read and to aim at: the space or full stop between two records is none.
    if not open_marks or not any(c.isalnum() for c in text[start:end]):
        return words
    return format_html('<a href="{}">{}</a>', open_marks[-1].href, words)


def _standing_out(text: str, start: int, end: int, found: Sequence[tuple[int, int]]) -> SafeString:
    pieces: list[str] = []
    position = start
    for first, last in found[bisect_right(found, start, key=itemgetter(1)) :]:
        if first >= end:
            break
        left, right = max(first, start), min(last, end)
        pieces += [
            unbroken(text[position:left]),
            f'<mark class="found">{conditional_escape(text[left:right])}</mark>',
        ]
        position = right
    return mark_safe("".join([*pieces, unbroken(text[position:end])]))
