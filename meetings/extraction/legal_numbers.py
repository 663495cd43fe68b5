"""Numbers of documents brought to one form, so that "Nghị quyết số 57 của Bộ Chính trị" is 19-NQ/TW."""

from __future__ import annotations

import re

from meetings.extraction.lexicon import table

# "26-NQ/TW", "21/2019/NĐ-CP", "2051-QĐNS/TW", "3307 /UBND-NC", "64/2020/QH14".
SYMBOL = (
    r"\d{1,5}(?:\.\d{1,2})?[a-z]?(?:\s?/\s?(?:19|20)\d\d)?(?:\s?[-/]\s?|\s(?=[A-ZĐ]{2,4}/))(?:[A-ZĐƯ]{2,}[a-z]?\d{0,2}|L(?=-))"
    r"(?:\s?[-/]\s?[A-ZĐƯ][\w.&]*\w)*(?!\w)"
)
_PARTS = re.compile(r"(\d+(?:\.\d+)?[a-z]?)(?:/(\d{4}))?(?:[-/](.+))?\Z")
_CENTRE = re.compile(r"\b(?:T\.?Ư|T\.?W)\b")
_SYMBOL_OF = {row["kind"]: row["symbol"] for row in table("legal_kinds")}
_ISSUERS = {row["issuer"]: row for row in table("legal_issuers")}


def canonical_number(kind: str, number: str, issuer: str | None = None, term: str | None = None) -> str:
    """One form per document: `19-NQ/TW`, `84/NQ-CP`, `21/2019/NĐ-CP`, else the words, `Đề án 06`.

    `issuer` is a row of the table legal_issuers; it gives the symbol that a bare number lacks. `term` ("IX") is kept,
    as the Party's numbers begin anew with each congress: `13-NQ/TW khóa IX`.
    """
    parts = _PARTS.match(_CENTRE.sub("TW", re.sub(r"\s?([-/])\s?", r"\1", number).replace(" ", "-")))
    if parts is None:
        return f"{kind} {number}"
    digits, year, symbol = parts.groups()
    digits = digits.lstrip("0").rjust(2 + digits[-1].isalpha(), "0")
    ending = f" khóa {term}" if term else ""
    row = _ISSUERS.get(issuer or "")
    if symbol and not (kind == "Đề án" and symbol == "CP"):
        own, _, by = symbol.replace("/", "-").partition("-")
        if by.startswith(("TW", "TU")) or (by.endswith("TW") and not year):
            return f"{digits}-{own}/{by}{ending}"
        return "/".join(part for part in (digits, year, symbol.replace("/", "-")) if part)
    if row and row["suffix"] and _SYMBOL_OF.get(kind):
        if row["style"] == "party":
            return f"{digits}-{_SYMBOL_OF[kind]}/{row['suffix']}{ending}"
        if row["style"] == "state":
            return "/".join(part for part in (digits, year, f"{_SYMBOL_OF[kind]}-{row['suffix']}") if part)
    return f"{kind} {digits}" + (f"/{year}" if year else "") + (f" của {issuer}" if issuer else "") + ending


def kind_of_symbol(number: str) -> str | None:
    """The kind that a symbol names, where it names one: Nghị định for `21/2019/NĐ-CP`, None for `64/2020/QH14`."""
    symbol = re.search(r"[-/]\s?([A-ZĐ][A-Za-zĐ]+)\s?[-/]\s?([A-ZĐ]+)", number)
    if symbol is None:
        return None
    kinds = [row["kind"] for row in table("legal_kinds") if row["symbol"] == symbol[1]]
    if symbol[1] == "QĐ":
        return "Quy định" if symbol[2] in ("TW", "TU") else "Quyết định"
    return "Chương trình" if symbol[1] == "CTr" else kinds[0] if len(kinds) == 1 else None
