"""The triggers that note changes, as SQL whose names are all from this application.

PostgreSQL notes a change once for each transaction, in a row of its own: writers never wait for each other there; and
once for each statement which rows it changed. SQLite has one writer at a time, counts its changes up in one row, and
notes each changed row in the place that its number gives it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from zlib import crc32

from people.models import DataChange, RowChange

NOTED, ROWS = DataChange._meta.db_table, RowChange._meta.db_table
PLACES = 10_000  # changed rows that SQLite remembers
MOST_KEYS = 10_000  # rows of one statement that PostgreSQL tells one by one: those of a batch of texts are fewer
_EVENTS = ("insert", "update", "delete")
_COLUMNS = "change, table_name, keys"
_COUNTED_UP = f"""INSERT INTO {NOTED} (id, number, at) VALUES (1, 1, strftime('%Y-%m-%d %H:%M:%f', 'now'))
    ON CONFLICT (id) DO UPDATE SET number = number + 1, at = excluded.at;"""  # noqa: S608
# What was noted of a transaction is forgotten with it, and with a savepoint that is rolled back, as the row is.
_THIS_CHANGE = f"""CREATE OR REPLACE FUNCTION {NOTED}_this() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    noted text[] := string_to_array(current_setting('viectinh.change', true), ' ');
    made bigint;
BEGIN
    IF noted[1] = pg_current_xact_id()::text THEN
        RETURN noted[2]::bigint;
    END IF;
    INSERT INTO {NOTED} (number, at) VALUES (0, clock_timestamp()) RETURNING id INTO made;
    PERFORM set_config('viectinh.change', pg_current_xact_id()::text || ' ' || made, true);
    RETURN made;
END $$"""  # noqa: S608


def sqlite(table: str, keys: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """(name of a trigger, statements that make it): all that SQLite needs for a table, of which `keys` are noted."""
    for event in _EVENTS:
        rows = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}[event]
        told = ", ".join(f"'{key}', json_array({', '.join(f'{row}.{key}' for row in rows)})" for key in keys)
        row = f"number % {PLACES} + 1, number, '{table}', json_object({told})"
        done = f"{_COUNTED_UP} INSERT OR REPLACE INTO {ROWS} (id, {_COLUMNS}) SELECT {row} FROM {NOTED} WHERE id = 1;"  # noqa: S608
        name = f"{table}_noted_{event}_{crc32(done.encode()):08x}"
        yield name, [f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} BEGIN {done} END"]


def postgresql(table: str, keys: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """The same for PostgreSQL. A statement that changed no row is none."""
    columns = ", ".join(["1", *keys])  # a table has some column
    told = ", ".join(f"'{key}', jsonb_agg(DISTINCT {key}) FILTER (WHERE {key} IS NOT NULL)" for key in keys)
    for event in (*_EVENTS, "truncate"):
        seen = {"insert": ["new"], "update": ["old", "new"], "delete": ["old"]}.get(event, [])
        rows = " UNION ALL ".join(f"SELECT {columns} FROM {row}_rows" for row in seen)  # noqa: S608
        done = (
            f"INSERT INTO {ROWS} ({_COLUMNS}) SELECT {NOTED}_this(), '{table}', CASE WHEN count(*) <= {MOST_KEYS} "  # noqa: S608
            f"THEN jsonb_build_object({told})::text ELSE '' END FROM ({rows} LIMIT {MOST_KEYS + 1}) AS changed "
            "HAVING count(*) > 0"
            if seen
            else f"INSERT INTO {ROWS} ({_COLUMNS}) VALUES ({NOTED}_this(), '{table}', '')"  # noqa: S608
        )
        name = f"{table}_noted_{event}_{crc32((done + _THIS_CHANGE).encode()):08x}"
        tables = " ".join(f"{row.upper()} TABLE AS {row}_rows" for row in seen)
        yield (
            name,
            [
                _THIS_CHANGE,
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {done}; RETURN NULL; END $$",
                f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} {f'REFERENCING {tables} ' if seen else ''}"
                f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
            ],
        )


def keys_noted(text: str) -> dict[str, set[int]]:
    """What stands in `RowChange.keys`, without empty keys."""
    return {column: {key for key in keys or () if key is not None} for column, keys in json.loads(text).items()}
