"""References to numbered documents: "Nghị quyết số 57-NQ/TW", "Quy định số 102 của Bộ Chính trị", "Đề án 06"."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.facts import LegalRefFact
from meetings.extraction.legal_numbers import SYMBOL, Number, kind_of_symbol, read_number, settled
from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import Span, matchable, span_of
from meetings.extraction.wording import alternation, opening_words

KINDS = {variant: row["kind"] for row in table("legal_kinds") for variant in variants(row["variants"])}
_SHORT = {row["short"]: row["kind"] for row in table("legal_kinds") if row["short"]}
_BARE_KINDS = frozenset(row["kind"] for row in table("legal_kinds") if row["bare"])
_BARE_SHORT = frozenset(row["kind"] for row in table("legal_kinds") if row["bare"] == "short")
_ISSUERS = {
    matchable(name): row["issuer"]
    for row in table("legal_issuers")
    for name in (row["issuer"], *variants(row["variants"]))
}
_ISSUER = r"(?:" + alternation(_ISSUERS) + r")(?![^\W\d_])"
_DATE = r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})"
_ON = r"(?:,?\s\(?(?:ban hành\s)?(?:ngày\s)?" + _DATE + r"\)?)?"
_FIRST_ON = r"(?:,?\s\(?(?:ban hành\s)?(?:ngày\s)?(?P<on>" + _DATE + r")\)?|\snăm\s(?P<year>(?:19|20)\d\d))?"
_TAIL = (
    _FIRST_ON + r"(?:,?\s(?:của|do)\s(?P<issuer>" + _ISSUER + r"))?(?:,?\s\(?khóa\s(?P<term>[IVX]{1,6})\b\)?)?" + _ON
)
HEAD = WordPattern(
    rf"(?P<kind>{opening_words(map(matchable, KINDS), any_case=True)}|{opening_words(_SHORT)})"
    r"(?:\s(?:của\s)?(?P<by>" + _ISSUER + r"))?\s"
    r"(?P<so>(?i:số)\s?:?\s?)?"
    r"(?P<number>" + SYMBOL + r"|\d{1,5}[a-z]?(?:/(?:19|20)\d\d)?(?![\w/%]|[.,]\d|\s?-\s?\d))" + _TAIL
)
_NEXT = re.compile(r"\s?(?:,\svà|,|;|và)\s(?:số\s)?(?P<number>" + SYMBOL + r"|\d{1,4}(?![\w/%]|[.,]\d|-\w))" + _TAIL)
ALONE = WordPattern(r"(?<![\w/-])(?P<number>" + SYMBOL + r")" + _TAIL)
# "Luật Khoáng sản số 60/2010/QH12": acts of the National Assembly carry their subject between kind and number.
NAMED = WordPattern(
    r"(?P<kind>(?<!\w)(?:Luật|Bộ luật|Pháp lệnh))\s"
    r"(?:(?!Nghị |Thông tư|Quyết định|Pháp lệnh|Luật |[Ss]ố )[^\d,;.:()\n]){2,80}?\s(?P<so>số\s?:?\s?)"
    r"(?P<number>(?=[\w/]*QH)" + SYMBOL + r")" + _TAIL
)
# "Kết luận 12 nội dung" and "Nghị quyết 5 năm" count things; a document's number stands alone.
_COUNTED = re.compile(
    r"\s?(?:%|(?:năm|tháng|ngày|tuần|quý|nội dung|nhóm|nhiệm vụ|chỉ tiêu|tiêu chí|điểm|điều|vấn đề|vụ|tỷ|triệu|"
    r"nghìn|dự án|đề án|"
    r"nghị quyết|xã|huyện|phường|người|ha|km)\b)",
    re.IGNORECASE,
)


_BARE = re.compile(r"\d+[a-z]?(?:/(?:19|20)\d\d)?")
_MANY = ("các ", "những ", "hai ", "ba ", "bốn ", "2 ", "3 ", "4 ", "02 ", "03 ", "04 ")
_LONGEST_MANY = max(map(len, _MANY))


class _Reading(NamedTuple):
    """A reference before the others of its text are known."""

    span: Span
    rule: str
    kind: str
    printed_number: str
    issuer: str | None
    number: Number


def find_legal_refs(document: Document) -> tuple[LegalRefFact, ...]:
    """The numbered documents cited, in order: "Nghị quyết 71-NQ/TW và Kết luận số 91 của Bộ Chính trị" gives two.

    A mention that lacks symbol, issuer or term takes the canonical form of the one fuller mention of its kind and
    number in the same text, where there is exactly one: "Nghị quyết 57" beside "Nghị quyết số 57-NQ/TW".
    """
    text = document.plain
    readings: list[_Reading] = []
    reached = 0
    matches = [*HEAD.finditer(text), *NAMED.finditer(text), *ALONE.finditer(text)]
    matches.sort(key=lambda match: (match.start(), -match.end()))
    for match in matches:
        if match.start() < reached:
            continue
        series = _series(document, match)
        readings += series
        reached = series[-1].span.end if series else reached
    forms = settled(reading.number for reading in readings)
    return tuple(
        LegalRefFact(
            span=reading.span,
            rule=reading.rule,
            text=reading.span.of(document.text),
            kind=reading.kind,
            number=reading.printed_number,
            issuer=reading.issuer,
            canonical=forms[reading.number],
        )
        for reading in readings
    )


def kind_of(match: re.Match[str]) -> str:
    """The kind that a match of HEAD or NAMED names, its abbreviation read with its symbol: "QĐ 22-QĐ/TW"."""
    if match["kind"] in _SHORT:
        return kind_of_symbol(match["number"]) or _SHORT[match["kind"]]
    return KINDS[match["kind"].lower()]


def _series(document: Document, match: re.Match[str]) -> list[_Reading]:
    """A reference and the numbers listed after it: "các Nghị quyết số 57, 59 và 66 của Bộ Chính trị"."""
    has_symbol = _has_symbol(match)
    if "kind" not in match.re.groupindex:
        kind, rule = kind_of_symbol(match["number"]), "symbol alone"
    else:
        kind, rule = kind_of(match), "kind and number" if has_symbol else "kind and bare number"
        if not has_symbol and objection(document, match, kind):
            return []
    if kind is None:
        return []
    matches = [match]
    while following := _NEXT.match(document.plain, matches[-1].end()):
        if not _has_symbol(following) and (has_symbol or _COUNTED.match(document.plain, following.end("number"))):
            break
        matches.append(following)
    if not has_symbol and not match.groupdict().get("so") and not _is_list(document, matches):
        matches = matches[:1]
    last = None if has_symbol else matches[-1]
    return [
        _read(document, one, kind, rule if one is match else "list of numbers", last if one is not last else None)
        for one in matches
    ]


def _is_list(document: Document, matches: list[re.Match[str]]) -> bool:
    """Whether bare numbers without "số" are all documents': "‹các› Nghị quyết 57, 59", "… ‹của Bộ Chính trị›"."""
    before = document.plain[max(0, matches[0].start() - _LONGEST_MANY) : matches[0].start()].lower()
    return before.endswith(_MANY) or bool(matches[-1]["issuer"])


def _has_symbol(match: re.Match[str]) -> bool:
    return not _BARE.fullmatch(match["number"])


def objection(document: Document, match: re.Match[str], kind: str) -> str:
    """What speaks against a bare number's being a document's, "" if nothing does.

    It needs "số" before it, the issuer behind it, or a kind that is cited so, with its capital: "Đề án 06".
    """
    if match["so"]:
        return ""
    if _COUNTED.match(document.plain, match.end("number")):
        return "counts things"
    if match["by"] or kind not in (_BARE_SHORT if match["kind"] in _SHORT else _BARE_KINDS):
        return "" if match["issuer"] else "not cited so"
    return "" if match["kind"][0].isupper() else "small letter"


def _read(document: Document, match: re.Match[str], kind: str, rule: str, last: re.Match[str] | None) -> _Reading:
    """The fact under `match`; where it names no issuer, the one that closes its list (`last`) decides the form."""
    by = next((group for group in ("issuer", "by") if group in match.re.groupindex and match[group]), None)
    issuer = span_of(match.span(by)) if by else None
    if by == "issuer" and match["term"]:
        issuer = Span(match.start("issuer"), match.end("term"))
    closing = match if by else last
    name = (closing.groupdict().get("issuer") or closing.groupdict().get("by")) if closing else None
    known = _ISSUERS.get(name) if name else None
    term = (closing or match)["term"]
    day = (closing or match)["on"]
    number, span = span_of(match.span("number")), span_of(match.span())
    span = Span(number.start, span.end) if rule == "list of numbers" else span
    read = read_number(kind, match["number"], known, term, match["year"] or (day[-4:] if day else None))
    printed_issuer = issuer.of(document.text) if issuer else None
    return _Reading(span, rule, kind, number.of(document.text), printed_issuer, read)
