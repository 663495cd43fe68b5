"""What a figure says of its measure: how high it is, how much it grew, what share of the plan it makes."""

from __future__ import annotations

import re

from meetings.extraction.figure_parts import OF_PLAN
from meetings.extraction.metrics import Aspect, canonical
from meetings.extraction.quantities import Comparator, Quantity
from meetings.extraction.records import dataclass

_GROWTH = re.compile(
    r"(?<![^\W_])(tăng|giảm|cao hơn|thấp hơn)(?: so với| so)?(?: cùng kỳ(?: năm trước| năm ngoái)?)?"
    r"(?: thêm| bình quân| khoảng| trên| hơn| gần| ước| tối thiểu| ít nhất| từ| trưởng)*\s?\Z",
    re.IGNORECASE,
)
_CHANGE_IN_NAME = re.compile(r"(tăng|giảm)\s(?!trưởng)(.+)", re.IGNORECASE | re.DOTALL)
_BEYOND = re.compile(r"(?<![^\W_])vượt(?: mức)?\s\Z", re.IGNORECASE)
_LONGEST_BEYOND = 12
_ESTIMATED = re.compile(r"(?<![^\W_])(?:ước|ước tính|dự ước)(?![^\W_])", re.IGNORECASE)
_CHANGES = frozenset({"percent", "percentage points", "factor", "rank", "score"})


@dataclass(frozen=True, slots=True)
class Statement:
    """The measure as printed, with what is said of it; the name of its series; and the comparison."""

    metric: str
    canonical: str
    comparator: Comparator


def statement(quantity: Quantity, lead: str, tail: str, measure: str) -> Statement:
    """What `quantity` says of `measure`, by the words right before the number (`lead`) and after the unit (`tail`).

    "tăng 3% so với cùng kỳ" is growth, "bằng 44% dự toán" a share of the plan, "vượt 24% dự toán" what is beyond it.
    """
    in_percent = quantity.unit.dimension == "percent"
    plan = OF_PLAN.match(tail) if in_percent else None
    growth = _GROWTH.search(lead) if quantity.unit.dimension in _CHANGES else None
    direction = growth[1].lower() if growth else ""
    named = _CHANGE_IN_NAME.fullmatch(measure)
    if named and quantity.unit.dimension in _CHANGES and not plan:
        direction, measure = named[1].lower(), named[2]
    beyond = bool(in_percent and _BEYOND.search(lead, max(0, len(lead) - _LONGEST_BEYOND)))
    aspect: Aspect = "beyond" if beyond else "share" if plan else "growth" if direction else "level"
    of_what = plan[1] if plan else "kế hoạch"
    printed = {
        "beyond": f"{measure} vượt {of_what}",
        "share": f"{measure} so với {of_what}",
        "growth": f"{measure} ({direction})",
        "level": measure,
    }[aspect]
    comparator = ">" if beyond else quantity.comparator
    if comparator == "=" and "ước" in lead.lower() and _ESTIMATED.search(lead):
        comparator = "~"
    if not measure:
        return Statement("", "", comparator)
    return Statement(printed, canonical(measure, aspect, direction, in_percent, quantity.printed_unit), comparator)
