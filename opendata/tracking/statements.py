"""The triggers and indexes that keep when each record last changed, as SQL whose names are all from this module."""

from __future__ import annotations

from collections.abc import Iterator

from people.records import PUBLISHED

# Tables of what has an identifier and `updated_at`, with the kind.
TRACKED = {
    "people_official": "official",
    "people_organization": "organization",
    "people_role": "role",
    "meetings_article": "article",
    "meetings_meeting": "meeting",
    "meetings_directive": "directive",
    "meetings_assignment": "assignment",
    "meetings_target": "target",
    "meetings_decision": "decision",
    "meetings_appearance": "appearance",
    "meetings_legaldocument": "document",
    "meetings_citation": "citation",
}
# (table, column, table of what it is told as a part of).
PARTS = (
    ("people_alias", "official_id", "people_official"),
    ("people_alias", "organization_id", "people_organization"),
    ("people_handover", "former_id", "people_organization"),
    ("people_handover", "heir_id", "people_organization"),
    ("meetings_report", "meeting_id", "meetings_meeting"),
)
# Tables of what others stand on, with the conditions by which those are found that do: (table, condition).
STOOD_ON = {
    "people_official": (("people_role", "official_id = new.id"), ("meetings_appearance", "official_id = new.id")),
    "meetings_meeting": (
        *(
            (f"meetings_{name}", "meeting_id = new.id")
            for name in ("directive", "target", "decision", "appearance", "citation")
        ),
        ("meetings_assignment", "directive_id IN (SELECT id FROM meetings_directive WHERE meeting_id = new.id)"),
    ),
    "meetings_directive": (("meetings_assignment", "directive_id = new.id"),),
    "meetings_legaldocument": (("meetings_citation", "document_id = new.id"),),
}
_STATES = ", ".join(f"'{state}'" for state in PUBLISHED)
_SHOWN_OTHERWISE = f"(old.state IN ({_STATES})) <> (new.state IN ({_STATES}))"
_NOW = {"sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "postgresql": "clock_timestamp()"}


def _touch(table: str, condition: str, now: str) -> str:
    return f"UPDATE {table} SET updated_at = {now} WHERE {condition};"  # noqa: S608


def indexes() -> Iterator[tuple[str, str]]:
    """(name, statement): by which the latest changes of each table are found."""
    for table in TRACKED:
        name = f"{table}_modified"
        yield name, f"CREATE INDEX IF NOT EXISTS {name} ON {table} (updated_at, id)"


def triggers(vendor: str) -> Iterator[tuple[str, str, str, str]]:
    """(name, table, when, what is done): names are the same on both databases."""
    now = _NOW[vendor]
    for table, kind in TRACKED.items():
        done = (
            f"INSERT INTO opendata_tombstone (kind, object_id, at) VALUES ('{kind}', old.id, {now}) "  # noqa: S608
            "ON CONFLICT (kind, object_id) DO UPDATE SET at = excluded.at;"
        )
        yield f"{table}_buried", table, "AFTER DELETE", done
    for table, column, whole in PARTS:
        for event, rows in (("INSERT", ("new",)), ("UPDATE", ("old", "new")), ("DELETE", ("old",))):
            keys = ", ".join(f"{row}.{column}" for row in rows)
            done = _touch(whole, f"id IN ({keys})", now)
            yield f"{table}_{column}_{event.lower()}", table, f"AFTER {event}", done
    for table, standing in STOOD_ON.items():
        done = " ".join(_touch(other, condition, now) for other, condition in standing)
        yield f"{table}_shown", table, "AFTER UPDATE OF state", done


def sqlite() -> Iterator[tuple[str, str]]:
    """(name, statement): all that SQLite needs."""
    yield from indexes()
    for name, table, when, done in triggers("sqlite"):
        condition = f"WHEN {_SHOWN_OTHERWISE} " if name.endswith("_shown") else ""
        yield name, f"CREATE TRIGGER {name} {when} ON {table} {condition}BEGIN {done} END"
    for table in TRACKED:
        name = f"{table}_touched"
        touch = _touch(table, "id = new.id", _NOW["sqlite"])
        yield (
            name,
            f"CREATE TRIGGER {name} AFTER UPDATE ON {table} WHEN new.updated_at IS old.updated_at BEGIN {touch} END",
        )


def postgresql() -> Iterator[str]:
    """The statements that make, or bring up to date, all that PostgreSQL needs."""
    yield from (statement for _name, statement in indexes())
    yield f"""CREATE OR REPLACE FUNCTION opendata_touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF new.updated_at IS NOT DISTINCT FROM old.updated_at AND new IS DISTINCT FROM old THEN
            new.updated_at := {_NOW["postgresql"]};
        END IF;
        RETURN new;
    END $$"""
    for table in TRACKED:
        yield (
            f"CREATE OR REPLACE TRIGGER {table}_touched BEFORE UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION opendata_touched()"
        )
    for name, table, when, done in triggers("postgresql"):
        condition = f"WHEN ({_SHOWN_OTHERWISE}) " if name.endswith("_shown") else ""
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {done} RETURN NULL; END $$"
        )
        yield f"CREATE OR REPLACE TRIGGER {name} {when} ON {table} FOR EACH ROW {condition}EXECUTE FUNCTION {name}()"


def names() -> Iterator[tuple[str, str]]:
    """Every trigger with its table."""
    yield from ((name, table) for name, table, _when, _done in triggers("sqlite"))
    yield from ((f"{table}_touched", table) for table in TRACKED)
