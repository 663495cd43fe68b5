"""Indicators: "thu ngân sách so với kế hoạch" is budget revenue, against the plan."""

from __future__ import annotations

import re

from people.english.tables import column
from people.english.words import key_of

_BEHIND = re.compile(
    r"\s*(?:\((?P<change>tăng|giảm)\)|so với (?P<base>kế hoạch|dự toán|mục tiêu|nghị quyết|(?:giá trị )?hợp đồng|"
    r"cùng kỳ))$"
)
_CHANGE = {"tăng": "increase", "giảm": "decrease"}
_BASE = {
    "kế hoạch": "against the plan",
    "dự toán": "against the estimate",
    "mục tiêu": "against the goal",
    "nghị quyết": "against the resolution",
    "hợp đồng": "against the contract",
    "giá trị hợp đồng": "against the contract value",
    "cùng kỳ": "against the same period of the year before",
}


def indicator(vietnamese: str) -> str | None:
    """What a figure measures, in English; None where the tables do not know it."""
    name = vietnamese.strip()
    said: list[str] = []
    while match := _BEHIND.search(name):
        name = name[: match.start()]
        said.insert(0, f" ({_CHANGE[match['change']]})" if match["change"] else f", {_BASE[match['base']]}")
    known = column("indicators", "indicator").get(key_of(tuple(name.split())))
    return known and known + "".join(said)
