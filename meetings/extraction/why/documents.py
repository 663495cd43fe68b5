"""Why no legal document was read as cited at a place."""

from __future__ import annotations

import re

from meetings.extraction.legal import ALONE, HEAD, KINDS, kind_of, objection
from meetings.extraction.legal_numbers import kind_of_symbol
from meetings.extraction.spans import Span, matchable
from meetings.extraction.why.study import Place, Study
from meetings.extraction.wording import alternation

_KIND = re.compile(rf"(?<!\w)(?i:{alternation(map(matchable, KINDS), any_case=True)})(?!\w)")


def why_no_law(study: Study, place: Place) -> str:
    """Why the words at `place` cite no document, by its kind or by its number."""
    plain = study.document.plain
    for match in HEAD.finditer(plain, *place.block.span):
        if Span(*match.span()).overlaps(place.span):
            return _bare(study, match)
    for match in ALONE.finditer(plain, *place.block.span):
        if Span(*match.span()).overlaps(place.span) and kind_of_symbol(match["number"]) is None:
            return f"the symbols of “{match['number']}” belong to no kind of the table legal_kinds.csv"
    for match in _KIND.finditer(plain, *place.block.span):
        if Span(*match.span()).overlaps(place.span):
            return f"“{match[0]}” is a kind of document, but no number stands behind it"
    if any(char.isdigit() for char in place.span.of(plain)):
        return "no kind of the table legal_kinds.csv stands before its number, which has no symbols of one"
    return "neither a kind of the table legal_kinds.csv nor a document's number stands in it"


def _bare(study: Study, match: re.Match[str]) -> str:
    words = f"“{match['kind']} {match['number']}”"
    refused = objection(study.document, match, kind_of(match))
    return {
        "counts things": f"{words} counts what follows, so the number is no document's",
        "not cited so": f"{words} would need “số” or symbols, as this kind is not cited by a number alone",
        "small letter": f"{words} would need a capital, “số” or symbols, as its number stands alone",
    }.get(refused, f"{words} belongs to a reference that begins before it")
