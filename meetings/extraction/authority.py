"""Authority: who stands above whom, so that what he asks of them is an order and no petition."""

from __future__ import annotations

import re

from meetings.extraction.agents import Agents
from meetings.extraction.lexicon import table, variants
from meetings.extraction.speakers import Speaker
from meetings.extraction.verbs import alternatives

_UPWARD = re.compile(
    r"(?:Trung ương|Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ (?!CH|Chỉ|đội)|các bộ|các Bộ|Ban Bí thư"
    r"|Bộ Chính trị"
    r"|Văn phòng Chính phủ|các cơ quan Trung ương)"
)
_TO_THE_TOP = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|Tỉnh ủy|Thành ủy|(?:Ban Thường vụ|Thường trực|BTV|TT) (?:Tỉnh ủy|Thành ủy|TU)"
    r"|UBND (?:tỉnh|thành phố)"
    r"|(?:(?:Thường trực|TT) )?HĐND (?:tỉnh|thành phố))\Z"
)
_OF_BRANCH = {
    row["office"]: re.compile(
        rf"(?i:(?:(?:các|những|từng|mỗi|toàn) )?(?:{alternatives(variants(row['told']), any_case=True)}))(?!\w)"
    )
    for row in table("branches")
}


def may_order(speaker: Speaker | None, told: Agents | None, *, presides: bool) -> bool:
    """Whether `speaker` stands above those `told`.

    The head of an agency orders where he `presides`, and the agencies of his own branch.
    """
    if speaker is None or speaker.rank in ("district", "other"):
        return False
    if speaker.rank == "national":  # one who is named is there; else his plan is spoken of
        return speaker.name is not None
    names = [agent.name for agent in told.items] if told else []
    if any(map(_UPWARD.match, names)):
        return False
    if speaker.rank not in ("official", "overseer"):
        return True
    above = presides or speaker.rank == "overseer" or all(_is_of_branch(name, speaker.branch) for name in names)
    return above and bool(names) and not any(map(_TO_THE_TOP.match, names))


def _is_of_branch(name: str, branch: str) -> bool:
    """Whether the agency looks to the head of the branch: "công an các xã" to the province's police."""
    return bool(branch) and bool(_OF_BRANCH[branch].match(name))


def below(told: Agents) -> bool:
    """Whether none of those named is the province or its leading bodies, of whom a report tells what they did."""
    return not any(map(_TO_THE_TOP.match, [agent.name for agent in told.items]))
