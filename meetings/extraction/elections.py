"""Titles that somebody named before them comes to hold: "bầu đồng chí A giữ chức Phó Chủ tịch HĐND tỉnh"."""

from __future__ import annotations

from collections.abc import Sequence

from meetings.extraction.holdings import Holding
from meetings.extraction.roster_items import IN_LIST, Item

_ELECTED = ("giữ chức", "giữ chức vụ", "giữ chức danh")


def elected(items: Sequence[Item], holdings: list[Holding]) -> list[Holding]:
    """Titles that somebody named before them comes to hold: "bầu đồng chí A, r ‹giữ chức r›"."""
    found = []
    for i, item in enumerate(items):
        if not (item.title and item.single and i and items[i - 1].text.lower().endswith(_ELECTED)):
            continue
        named = [h for h in holdings if h.span.end <= item.span.start]
        if named and not any(item.title in h.titles for h in holdings):
            together = {span for k in _chain_before(items, i) if (span := items[k].span)}
            found += [
                Holding(h.span, (item.title,), "", "elected to")
                for h in named
                if h is named[-1] or any(span.overlaps(h.span) for span in together)
            ]
    return found


def _chain_before(items: Sequence[Item], i: int) -> list[int]:
    """Names, as indices, in the list that ends with the last name before `i`."""
    k = i - 1
    while k >= 0 and items[k].run is None:
        k -= 1
    found = []
    while k >= 0 and (items[k].run or items[k].title or items[k].kind == "address" or items[k].text.lower() in IN_LIST):
        if items[k].run:
            found.append(k)
        k -= 1
    return found
