"""The statements that make the SQLite file: tables with their keys, and the indexes of keys, facets and words."""

# ruff: noqa: S608 - names of tables and columns are our own

from __future__ import annotations

from opendata.releases.tables import Column, Table, Type

WORDS = "_words"  # the view whose words are indexed
INDEX = "_fts"

_TYPES = {
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "NUMERIC",
    Type.TEXT: "TEXT",
    Type.DAY: "TEXT",
    Type.MOMENT: "TEXT",
    Type.TRUTH: "INTEGER",
    Type.LIST: "TEXT",
}


def codes_of(table: Table, column: Column) -> str:
    """The name of the table that says what the codes of a column are called."""
    return f"{table.name}_{column.name}_codes"


def definition(table: Table) -> str:
    """The statement that makes the table."""
    declared = ",\n  ".join(_declared(table, column) for column in table.columns)
    return f'CREATE TABLE "{table.name}" (\n  {declared}\n)'


def _declared(table: Table, column: Column) -> str:
    key = " PRIMARY KEY" if column.name == "id" else ""
    target = column.references or (codes_of(table, column) if column.codes else "")
    refers = f' REFERENCES "{target}" ("id")' if target else ""
    return f'"{column.name}" {_TYPES[column.type]}{key}{refers}'


def indexes(table: Table) -> list[str]:
    """The statements that make its indexes: of keys, of facets, of words.

    FTS5 folds every letter of Vietnamese but đ; the words stand in the index as they are and with d for đ, so that
    either way of typing finds both. They are read from a view, so that nothing is in the file twice.
    """
    columns = dict.fromkeys(
        [*(c.name for c in table.refers()), *table.facets, *([table.newest_by] * bool(table.newest_by))]
    )
    made = [f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ("{name}")' for name in columns if name != "id"]
    if not table.searched:
        return made
    words = " || ' ' || ".join(f"""coalesce("{name}", '')""" for name in table.searched)
    folded = f"replace(replace({words}, 'đ', 'd'), 'Đ', 'D')"
    view, index = f'"{table.name}{WORDS}"', f'"{table.name}{INDEX}"'
    return [
        *made,
        f'CREATE VIEW {view} AS SELECT "id", {words} AS words, {folded} AS folded FROM "{table.name}"',
        f"""CREATE VIRTUAL TABLE {index} USING fts5(
            words, folded, content = '{table.name}{WORDS}', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2'
        )""",
        f"INSERT INTO {index} ({index}) VALUES ('rebuild')",
        f"INSERT INTO {index} ({index}) VALUES ('optimize')",
    ]
