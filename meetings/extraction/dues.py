"""By when an order is due: in its own words, before its giver, or at the head of the sentence whose parts go on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.extraction.deadlines import find_deadline
from meetings.extraction.document import Document
from meetings.extraction.facts import Deadline
from meetings.extraction.spans import Span

_LEADS = re.compile(
    r"(?:cụ thể|trước mắt|riêng|theo đó)?,? ?(?:ngay )?"
    r"(?:trước|trong|đến|hết|cuối|đầu|giữa|chậm nhất|muộn nhất|từ nay đến)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_LEAD = 16  # characters before a time that heads the sentence: "Cụ thể, ngay "


@dataclass(slots=True)
class Dues:
    """The deadlines of a text's orders; `reference` is when the meeting was held (see `find_deadline`).

    `heading` is the time at the head of the sentence that is being read, None at its beginning.
    """

    document: Document
    reference: str | None
    heading: Deadline | None = None

    def of(self, part: Span, giver: Span | None, *, first: bool) -> Deadline | None:
        """The deadline of the part of a sentence under `part`, whose giver stands under `giver`.

        What stands before the giver is when he spoke, unless a time to come heads the order: "‹Trong quý IV›, Bí thư
        Tỉnh ủy đề nghị …". A part that names no time is due when the sentence says so at its head: "‹Trước ngày
        30/6›, Sở A rà soát …; Sở B tổng hợp".
        """
        own = find_deadline(self.document, Span(giver.start, part.end) if giver else part, self.reference)
        leads = first and _LEADS.match(self.document.plain, *part) is not None
        if leads and giver and (own is None or own.value is None):
            lead = find_deadline(self.document, Span(part.start, giver.start), self.reference)
            own = lead if lead and lead.value and lead.kind in ("date", "period") else own
        if first:
            heads = leads and own is not None and own.span.start <= part.start + _LONGEST_LEAD
            self.heading = own if heads else None
        return own or self.heading
