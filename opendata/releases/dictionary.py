"""The data dictionary for people: each table and each column in Markdown, in the language in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opendata.releases.tables import Column, Table, Type
from opendata.releases.workplace import Workplace
from opendata.releases.written import csv_of, parquet_of


def dictionary(place: Workplace, tables: Iterable[Table]) -> str:
    """The whole page."""
    heading = _("Data dictionary")
    parts = [f"# {heading}", _opening(), *(_table(place, table) for table in tables)]
    return "\n\n".join(parts) + "\n"


def _opening() -> str:
    return _(
        "Every table is there as CSV, as Parquet and in the SQLite file, with the same rows, columns and values. An"
        " empty cell means that nothing is known, never “no” or nought. Days are written 2026-11-26, moments in UTC,"
        " decimals with a point; in the SQLite file a number has 15 digits at most. Lists are divided by “|” in CSV and"
        " are JSON in the SQLite file."
    )


def _table(place: Workplace, table: Table) -> str:
    rows = ngettext("%(n)s row", "%(n)s rows", place.rows[table.name]) % {"n": place.rows[table.name]}
    heads = pgettext("table", "Column"), pgettext("table", "Type"), pgettext("table", "Meaning")
    lines = [
        f"## {table.name}: {table.label}",
        "",
        str(table.description),
        "",
        f"{rows} · `{csv_of(table)}` · `{parquet_of(table)}`",
        "",
        f"| {' | '.join(heads)} |",
        "|---|---|---|",
        *(f"| `{column.name}` | {_type(column)} | {_cell(' '.join(meaning(column)))} |" for column in table.columns),
    ]
    return "\n".join(lines)


def _type(column: Column) -> str:
    words = {
        Type.INTEGER: pgettext("type of a column", "whole number"),
        Type.NUMBER: pgettext("type of a column", "number"),
        Type.TEXT: pgettext("type of a column", "text"),
        Type.DAY: pgettext("type of a column", "day"),
        Type.MOMENT: pgettext("type of a column", "moment"),
        Type.TRUTH: pgettext("type of a column", "true or false"),
        Type.LIST: pgettext("type of a column", "list"),
    }
    return words[column.type]


def meaning(column: Column) -> Iterator[str]:
    """What a column holds, in sentences."""
    yield f"{capfirst(str(column.label))}."
    if column.description:
        yield str(column.description)
    if column.references:
        yield _("The `id` of a row of `%(table)s`.") % {"table": column.references}
    if column.codes:
        yield "; ".join(f"`{code}` {words}" for code, words in column.codes) + "."


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
