"""What each table's columns may hold, and what is wrong with a row that holds something else.

Columns are divided by commas, each declared by its name and signs: `!` every row needs it, `*` none of its words stands
twice in the table, `~` it holds a pattern, `#` a number, `@` a day, `=a/b/` one of these, of which an empty one allows
an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

Row = dict[str, str]

TABLES = {
    "abbreviations": "printed!, written_out!, of=title/agency/metric/, met_in!",
    "agencies": "name!*, variants, kind!, level!=tỉnh/huyện/xã/trung ương/, met_in!",
    "agency_heads": "head!*, not_before~, met_in!",
    "agency_successions": "former, successor, duties, since!@, founded=yes/, source!, pages",
    "agent_qualifiers": "words!*, met_in!",
    "agents": "words!*, alone=yes/, apart=yes/, met_in!",
    "branches": "office!*, told!, met_in!",
    "historical_persons": "name!*, met_in!",
    "lead_words": "kind!*, words!, met_in!",
    "legal_issuers": "issuer!*, variants*, suffix!, style!=party/state/ministry/assembly, met_in!",
    "legal_kinds": "kind!*, symbol, short*, variants!*, bare=yes/short/, yearly=yes/, met_in!",
    "meeting_bodies": "body!*, forms!, level!=owned/province/city, met_in!",
    "meeting_nouns": "noun!*, forms!*, met_in!",
    "metrics": "metric!*, growth, rate, variants*, met_in!",
    "name_places": "name!*, met_in!",
    "name_stops": "word!, kind!=place/school/institution/fund/ideas/company/honoured/opening, met_in!",
    "order_verbs": "verb!*, strength!=order/request/note/need, needs=addressee/, task_too=yes/, met_in!",
    "organization_words": "words!, kind!=scope/link/field, met_in!",
    "other_bodies": "level!=nation/district/department, pattern!~, met_in!",
    "other_events": "kind!, pattern!~, met_in!",
    "outcomes": "outcome!*, variants*, weight!#, met_in!",
    "participation": (
        "act!=concludes/speaks/reports/chairs/attends, phrases!, certain!=yes/no, not_before~, "
        "needs=meeting/, met_in!"
    ),
    "provinces": (
        "era!, name!, kind!=tỉnh/thành phố, slug!, region!, valid_from@, valid_to@, successor!, "
        "successor_slug!, composition, seat, aliases, party_committee!=Tỉnh ủy/Thành ủy, note"
    ),
    "rules": "kind!, rule!, meaning, doubt",
    "sectors": "sector!*, met_in!",
    "surnames": "name!, position!=surname/prefix/clan, group, frequency_rank#, variant_of, note",
    "task_forces": "pattern!~, met_in!",
    "task_verbs": "verb!*, not_before~, met_in!",
    "title_heads": "head!*, variants*, organization!=needed/optional/none/bare, met_in!",
    "title_stops": "words!, met_in!",
    "titles": "canonical!*, variants*, body!, level!=trung ương/tỉnh/huyện/xã, rank!#, note, met_in!",
    "units": (
        "unit!*, variants*, shortened, dimension!, factor!#, base_unit, "
        "reading!=always/change/score/shared/standard/works/counted/never, ceiling#, met_in!"
    ),
}  # fmt: skip
# What of several columns together stands once in a table.
_TOGETHER = {
    "abbreviations": ("printed", "of"),
    "agency_successions": ("former", "successor"),
    "name_stops": ("word", "kind"),
    "provinces": ("name", "era"),
    "rules": ("kind", "rule"),
    "surnames": ("name", "group"),
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DECLARED = re.compile(r"(?P<name>\w+)(?P<signs>[!*~#@]*)(?:=(?P<choices>.+))?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is declared."""

    name: str
    signs: str
    choices: tuple[str, ...]


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order, none for a table that is not declared."""
    declared = (_DECLARED.fullmatch(words) for words in TABLES.get(table, "").split(", "))
    return tuple(
        Column(match["name"], match["signs"], tuple((match["choices"] or "").split("/")) if match["choices"] else ())
        for match in declared
        if match
    )


def faults(table: str, rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, str, str]]:
    """Line, column and a sentence for each cell of the numbered `rows` that its column does not allow."""
    seen: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        for column in columns(table):
            cell = row[column.name]
            if told := _fault(column, cell):
                yield line, column.name, told
            if "*" in column.signs:
                for word in filter(None, cell.split("|")):
                    if (first := seen.setdefault((word,), line)) != line:
                        yield line, column.name, f"“{word}” stands in line {first} as well; keep it in one of the two"
        if together := _TOGETHER.get(table):
            key = (*(row[name] for name in together), "")
            if (first := seen.setdefault(key, line)) != line:
                yield line, together[0], f"“{key[0]}” stands in line {first} as well; keep one of the two rows"


def _fault(column: Column, cell: str) -> str:
    """What is wrong with a cell and how to mend it, "" if nothing is."""
    if cell != cell.strip():
        return "a space stands at its beginning or end; take it away"
    if not cell:
        wanted = "!" in column.signs or (column.choices and "" not in column.choices)
        return "it is empty, and every row needs it; fill it in" if wanted else ""
    if "~" in column.signs:
        return _pattern_fault(cell)
    if any(not word.strip() for word in cell.split("|")):
        return "nothing stands beside one of its “|”; take that one away"
    if column.choices and cell not in column.choices:
        return f"“{cell}” is none of {', '.join(filter(None, column.choices))}; write one of them"
    if "#" in column.signs and not _NUMBER.fullmatch(cell):
        return f"“{cell}” is no number; write it in digits, as 1000 or 0.01"
    if "@" in column.signs and not _DAY.fullmatch(cell):
        return f"“{cell}” is no day; write it as 2025-03-01, 2025-03 or 2025"
    return ""


def _pattern_fault(cell: str) -> str:
    try:
        re.compile(cell)
    except re.error as error:
        return f"“{cell}” is no pattern ({error}); close its brackets, or put \\ before a sign that means itself"
    return ""
