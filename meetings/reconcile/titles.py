"""How high a title ranks, and whether it is an office of the nation, by the table of titles."""

from __future__ import annotations

from functools import cache

from meetings.extraction.lexicon import table
from people.names import name_key

UNRANKED = 999
_NATIONAL = "trung ương"
# Held beside a provincial office by most who hold them: no sign that somebody serves the nation.
_HELD_BESIDE = tuple(name_key(words) for words in ("Ủy viên", "Đại biểu", "ĐBQH"))
_FORMER = name_key("nguyên ") + " "
# A city under the central government has the same offices under other names.
_OF_A_CITY = ((name_key("thành phố"), name_key("tỉnh")), (name_key("Thành ủy"), name_key("Tỉnh ủy")))


@cache
def _titles() -> dict[str, tuple[int, str]]:
    return {name_key(row["canonical"]): (int(row["rank"]), row["level"]) for row in table("titles")}


def rank(canonical: str) -> int:
    """Small is high; 999 for titles that neither stand in the table nor begin with one of it: "Giám đốc Sở Y tế"."""
    known = _entry(canonical)
    return known[0] if known else UNRANKED


def is_national(canonical: str) -> bool:
    """Whether who holds the title serves the nation and no province: "Bộ trưởng Bộ Y tế", not "Đại biểu Quốc hội"."""
    key = name_key(canonical)
    known = _entry(canonical)
    return known is not None and known[1] == _NATIONAL and not key.startswith(_HELD_BESIDE)


def _entry(canonical: str) -> tuple[int, str] | None:
    key = name_key(canonical).removeprefix(_FORMER)
    for of_city, of_province in () if key in _titles() else _OF_A_CITY:
        key = key.replace(of_city, of_province)
    if key in _titles():
        return _titles()[key]
    words = key.split()
    for length in range(len(words) - 1, 1, -1):
        if (start := " ".join(words[:length])) in _titles():
            return _titles()[start]
    return None
