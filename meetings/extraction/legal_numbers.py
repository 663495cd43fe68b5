"""Numbers of documents brought to one form, so that "Nghị quyết số 19 của Bộ Chính trị" is 19-NQ/TW."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from meetings.extraction.lexicon import table
from meetings.extraction.records import dataclass

# "26-NQ/TW", "21/2019/NĐ-CP", "2051-QĐNS/TW", "3307 /UBND-NC", "64/2020/QH14".
SYMBOL = (
    r"\d{1,5}(?:\.\d{1,2})?[a-z]?(?:\s?/\s?(?:19|20)\d\d)?(?:\s?[-/]\s?|\s(?=[A-ZĐ]{2,4}/))(?:[A-ZĐƯ]{2,}[a-z]?\d{0,2}|L(?=-))"
    r"(?:\s?[-/]\s?[A-ZĐƯ][\w.&]*\w)*(?!\w)"
)
_PARTS = re.compile(r"(\d+(?:\.\d+)?[a-z]?)(?:/(\d{4}))?(?:[-/](.+))?\Z")
_SPACE, _JOINT = re.compile(r"\s"), re.compile(r"\s?([-/])\s?")
_CENTRE = re.compile(r"\b(?:T\.?Ư|T\.?W)\b")
_KIND_AND_ISSUER = re.compile(r"[-/]\s?([A-ZĐ][A-Za-zĐ]+)\s?[-/]\s?([A-ZĐ]+)")
# "Đề án 06" is cited by its number, whoever adds that it is the Government's.
_BY_NUMBER = "Đề án"
_MOST_ALIKE = 64  # numbers of one kind and digits that are compared with each other


@dataclass(frozen=True, slots=True)
class Number:
    """A document's number taken apart; what is not said is "".

    `by` is the issuer's symbol (`TW`, `CP`, `QH15`), `symbol` the kind's and the issuer's as they are written together
    (`NQ/TW`, `NĐ-CP`), `issuer` a row of the table legal_issuers, `term` a congress (`IX`).
    """

    kind: str
    digits: str
    year: str = ""
    symbol: str = ""
    by: str = ""
    issuer: str = ""
    term: str = ""

    @property
    def canonical(self) -> str:
        """One form per document: `19-NQ/TW`, `84/NQ-CP`, `21/2019/NĐ-CP`, else the words, `Đề án 06`.

        The term is kept, as the Party's numbers begin anew with each congress: `13-NQ/TW khóa IX`.
        """
        ending = f" khóa {self.term}" if self.term else ""
        if self.symbol and "/" in self.symbol:
            return f"{self.digits}-{self.symbol}{ending}"
        if self.symbol:
            return "/".join(part for part in (self.digits, self.year, self.symbol) if part)
        year = f"/{self.year}" if self.year else ""
        return f"{self.kind} {self.digits}{year}" + (f" của {self.issuer}" if self.issuer else "") + ending

    @property
    def known(self) -> int:
        """How many of the parts that tell documents of one kind and number apart are said."""
        return sum(map(bool, (self.year, self.by, self.term)))

    def fits(self, other: Number) -> bool:
        """Whether `other` may be the same document, of which it says more."""
        return (
            (self.known < other.known or (self.known == other.known and len(self.by) < len(other.by)))
            and self.year in ("", other.year)
            and self.term in ("", other.term)
            and self.by in ("", other.by, other.by.rstrip("0123456789"))  # "của Quốc hội" and QH15
        )


@cache
def _issuers() -> dict[str, dict[str, str]]:
    return {row["issuer"]: row for row in table("legal_issuers")}


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {row["kind"]: row for row in table("legal_kinds")}


@cache
def _suffixes() -> dict[str, str]:
    """The symbols of issuers by their capitals: `TTg` by `TTG`."""
    found = {row["suffix"].upper(): row["suffix"] for row in table("legal_issuers") if row["suffix"]}
    return found | {"TW": "TW", "TU": "TU"}


@cache
def _glued() -> re.Pattern[str]:
    """A kind's symbol and an issuer's that touch each other: "NĐCP", "QĐUBND", "NQTW"."""
    kinds = sorted({row["symbol"] for row in table("legal_kinds") if row["symbol"]}, key=len, reverse=True)
    issuers = sorted(_suffixes(), key=len, reverse=True)
    return re.compile(rf"({'|'.join(kinds)})({'|'.join(issuers)})\Z", re.IGNORECASE)


def read_number(
    kind: str, number: str, issuer: str | None = None, term: str | None = None, year: str | None = None
) -> Number:
    """A printed number taken apart.

    `issuer` is a row of the table legal_issuers, it gives the symbol that a bare number lacks; `year` is that of the
    day beside it, for kinds that number their documents anew each year.
    """
    parts = _PARTS.match(_as_one_word(number))
    if parts is None:
        return Number(kind, number)
    digits, own_year, symbol = parts.groups()
    digits = digits.lstrip("0").rjust(2 + digits[-1].isalpha(), "0")
    read = Number(kind, digits, own_year or "", term=term or "")
    if not read.year and year and _kinds().get(kind, {}).get("yearly"):
        read = replace(read, year=year)
    if kind == _BY_NUMBER and (symbol == "CP" or (not symbol and issuer in ("Chính phủ", "Thủ tướng Chính phủ"))):
        return read
    if symbol:
        return _with_symbol(read, symbol)
    return _with_issuer(read, issuer) if issuer else read


def _as_one_word(number: str) -> str:
    """`number` without spaces around its joints, and with one symbol for the Party's centre: "26 - NQ/TƯ"."""
    if _SPACE.search(number):
        number = _JOINT.sub(lambda joint: joint[1], number).replace(" ", "-")
    return _CENTRE.sub("TW", number) if "T" in number else number


def _with_symbol(read: Number, printed: str) -> Number:
    if glued := _glued().match(printed):
        printed = f"{glued[1]}-{glued[2]}"
    own, _, by = printed.replace("/", "-").partition("-")
    by = _suffixes().get(by.upper(), by)
    if by.startswith(("TW", "TU")) or (by.endswith("TW") and not read.year):
        return replace(read, symbol=f"{own}/{by}", by=by, year="")
    return replace(read, symbol=f"{own}-{by}" if by else own, by=by or own)


def _with_issuer(read: Number, issuer: str) -> Number:
    row, symbol = _issuers()[issuer], _kinds().get(read.kind, {}).get("symbol")
    read = replace(read, issuer=issuer, by=row["suffix"] or issuer)
    if not symbol or not row["suffix"]:
        return read
    if row["style"] == "party":
        return replace(read, symbol=f"{symbol}/{row['suffix']}", year="")
    return replace(read, symbol=f"{symbol}-{row['suffix']}") if row["style"] == "state" else read


def settled(numbers: Iterable[Number]) -> dict[Number, str]:
    """The canonical forms of a text's numbers: one that says less takes the form of the only fuller one it fits.

    "Nghị quyết 57" beside "Nghị quyết số 57-NQ/TW" is 57-NQ/TW; beside 57/NQ-CP as well it stays apart.
    """
    groups: dict[tuple[str, str], list[Number]] = {}
    for number in dict.fromkeys(numbers):
        groups.setdefault((number.kind, number.digits), []).append(number)
    found = {}
    for group in groups.values():
        fullest = [n for n in group if not any(map(n.fits, group))] if len(group) <= _MOST_ALIKE else []
        for number in group:
            forms = {other.canonical for other in fullest if number.fits(other)}
            found[number] = forms.pop() if len(forms) == 1 else number.canonical
    return found


def kind_of_symbol(number: str) -> str | None:
    """The kind that a symbol names, where it names one: Nghị định for `21/2019/NĐ-CP`, None for `64/2020/QH14`."""
    symbol = _KIND_AND_ISSUER.search(number)
    if symbol is None:
        return None
    kinds = [row["kind"] for row in table("legal_kinds") if row["symbol"] == symbol[1]]
    if symbol[1] == "QĐ":
        return "Quy định" if symbol[2] in ("TW", "TU") else "Quyết định"
    return "Chương trình" if symbol[1] == "CTr" else kinds[0] if len(kinds) == 1 else None
