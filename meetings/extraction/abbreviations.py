"""Abbreviations by the table of that name, each written out where its kind of words is compared."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from meetings.extraction.lexicon import table
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation

Kind = Literal["title", "agency", "metric"]
_OF_BODIES = ("title", "agency")  # a row of no kind is of a body, and so of both


@cache
def abbreviations(kind: Kind) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the abbreviations of `kind`, and by each what it stands for: "PCT" is "Phó Chủ tịch" in a title.

    One of several letters that are joined by "-" or "&" is found only as a whole: "TT" not in "TT&TT".
    """
    kinds = (kind, "") if kind in _OF_BODIES else (kind,)
    forms = {matchable(row["printed"]): row["written_out"] for row in table("abbreviations") if row["of"] in kinds}
    return re.compile(rf"(?<![\w&-])(?:{alternation(forms)})(?![\w&-])"), forms
