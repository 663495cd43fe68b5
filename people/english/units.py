"""Units: "tỷ đồng" is billion VND, "triệu đồng/người/năm" million VND per person per year."""

from __future__ import annotations

import re
from functools import lru_cache

from people.english.tables import rows
from people.english.words import key_of

_TIMES = (
    ("triệu tỷ", "quadrillion"),
    ("nghìn tỷ", "trillion"),
    ("ngàn tỷ", "trillion"),
    ("tỷ", "billion"),
    ("tỉ", "billion"),
    ("triệu", "million"),
    ("tr", "million"),
    ("vạn", "× 10,000"),
    ("nghìn", "thousand"),
    ("ngàn", "thousand"),
)
_PER = re.compile(r"\s*/\s*|\s+(?:trên|mỗi)\s+")


@lru_cache(maxsize=2048)
def unit(vietnamese: str, one: bool = False) -> str | None:
    """The unit in English, in the singular for `one`; None where a part of it is not known."""
    if whole := _counted(vietnamese, one):
        return whole
    counted, *per = _PER.split(vietnamese.strip())
    of = _counted(counted, one)
    each = [_counted(part, one=True) for part in per]
    known = [part for part in each if part]
    if of is None or len(known) < len(each) or not each:
        return None
    return " per ".join([of, *known])


def _counted(words: str, one: bool) -> str | None:
    said = " ".join(words.split())
    if whole := _named(said, one):
        return whole
    for times, english in _TIMES:
        if said == times:
            return english
        if said.startswith(f"{times} ") and (of := _named(said[len(times) + 1 :], one=False)):
            return f"{english} {of}"
    return None


def _named(name: str, one: bool) -> str | None:
    return (_ONE if one else _SEVERAL).get(key_of(tuple(name.split())))


_ONE = {key_of(tuple(name.split())): row["one"] for row in rows("units") for name in row["unit"].split("|")}
_SEVERAL = {key_of(tuple(name.split())): row["several"] for row in rows("units") for name in row["unit"].split("|")}
