"""The archive as an expert would give it to Datasette: few flat tables, values in words, all indexed, all counted."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bench.pages.floor import FACETS

_STANDING = "state IN ('read', 'confirmed')"
_TABLES = f"""
CREATE TABLE meetings (id INTEGER PRIMARY KEY, title TEXT, date TEXT, sort_date TEXT, province TEXT, year INTEGER,
    kind TEXT, branch TEXT, body TEXT, deadlines INTEGER, place TEXT, session TEXT, number INTEGER);
INSERT INTO meetings SELECT m.id, m.title, m.date, m.sort_date, coalesce(s.name, p.name), m.year, m.kind, b.kind,
    CASE WHEN p.id IS NULL OR b.id IS NULL THEN b.name ELSE b.name || ' (' || p.name || ')' END,
    {FACETS["deadlines"]}, m.place, m.session, m.number
    FROM archive.meetings_meeting m LEFT JOIN archive.people_province p ON p.id = m.province_id
    LEFT JOIN archive.people_province s ON s.id = p.successor_id
    LEFT JOIN archive.people_organization b ON b.id = m.body_id WHERE m.{_STANDING};
CREATE TABLE agencies (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, province TEXT);
INSERT INTO agencies SELECT g.id, g.name, g.kind, p.name FROM archive.people_organization g
    LEFT JOIN archive.people_province p ON p.id = g.province_id WHERE g.{_STANDING};
CREATE TABLE officials (id INTEGER PRIMARY KEY, name TEXT, province TEXT, title TEXT, agency TEXT);
INSERT INTO officials SELECT o.id, o.name, p.name, r.canonical_title, g.name FROM archive.people_official o
    LEFT JOIN archive.people_province p ON p.id = o.province_id
    LEFT JOIN archive.people_role r ON r.id = (SELECT max(id) FROM archive.people_role x WHERE x.official_id = o.id)
    LEFT JOIN archive.people_organization g ON g.id = r.organization_id WHERE o.{_STANDING};
CREATE TABLE roles (id INTEGER PRIMARY KEY, official_id INTEGER REFERENCES officials(id), title TEXT,
    agency_id INTEGER REFERENCES agencies(id), first_attested TEXT, last_attested TEXT);
INSERT INTO roles SELECT id, official_id, canonical_title, organization_id, first_attested, last_attested
    FROM archive.people_role WHERE {_STANDING};
CREATE TABLE appearances (id INTEGER PRIMARY KEY, meeting_id INTEGER REFERENCES meetings(id),
    official_id INTEGER REFERENCES officials(id), act TEXT);
INSERT INTO appearances SELECT id, meeting_id, official_id, act FROM archive.meetings_appearance
    WHERE {_STANDING} AND same_as_id IS NULL;
CREATE TABLE directives (id INTEGER PRIMARY KEY, meeting_id INTEGER REFERENCES meetings(id), text TEXT,
    assigner_id INTEGER REFERENCES officials(id), deadline TEXT);
INSERT INTO directives SELECT id, meeting_id, text, assigner_id, deadline_text FROM archive.meetings_directive
    WHERE {_STANDING} AND same_as_id IS NULL;
CREATE TABLE assignments (id INTEGER PRIMARY KEY, directive_id INTEGER REFERENCES directives(id),
    agency_id INTEGER REFERENCES agencies(id), part TEXT);
INSERT INTO assignments SELECT id, directive_id, organization_id, part FROM archive.meetings_assignment
    WHERE {_STANDING};
CREATE VIRTUAL TABLE meetings_fts USING fts5(words, content="");
INSERT INTO meetings_fts (rowid, words) SELECT id, search_text FROM archive.meetings_meeting WHERE {_STANDING};
INSERT INTO meetings_fts (meetings_fts) VALUES ('optimize');
CREATE VIRTUAL TABLE officials_fts USING fts5(words, content="");
INSERT INTO officials_fts (rowid, words) SELECT id, search_text FROM archive.people_official WHERE {_STANDING};
"""
_INDEXES = {
    "meetings": (*FACETS, "sort_date"),
    "officials": ("province", "title", "agency"),
    "roles": ("official_id", "agency_id"),
    "appearances": ("official_id", "meeting_id"),
    "directives": ("meeting_id", "assigner_id"),
    "assignments": ("directive_id", "agency_id"),
}
# Datasette looks for a table that says whose words it holds; these hold none of their own, to be small.
METADATA = {
    "databases": {
        "flat": {
            "tables": {
                "meetings": {"fts_table": "meetings_fts", "fts_pk": "id", "label_column": "title"},
                "officials": {"fts_table": "officials_fts", "fts_pk": "id", "label_column": "name"},
                "agencies": {"label_column": "name"},
            }
        }
    }
}


def options(archive: Path, folder: Path) -> list[str]:
    """With which Datasette opens the flat tables of the archive; they are made where the folder has none yet."""
    path, counted, told = folder / "flat.db", folder / "inspected.json", folder / "metadata.json"
    if not counted.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        _make(archive, path)
        command = [sys.executable, "-m", "datasette", "inspect", str(path), "--inspect-file", str(counted)]
        subprocess.run(command, check=True, capture_output=True)
    told.write_text(json.dumps(METADATA), encoding="utf-8")
    return ["-i", str(path), "--inspect-file", str(counted), "--metadata", str(told)]


def _make(archive: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute("ATTACH ? AS archive", [str(archive)])
        connection.executescript(_TABLES)
        for table, columns in _INDEXES.items():
            for column in columns:
                connection.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
        connection.commit()
        connection.execute("ANALYZE main")
