"""PostgreSQL: dumped by pg_dump, and restored into a database of its own that then takes the other one's name."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.utils.translation import gettext as _
from psycopg import IsolationLevel, sql
from psycopg.conninfo import make_conninfo

from backups.manifest import Refused, Table

VENDOR = "postgresql"
_TABLES = """
    SELECT n.nspname, c.relname, array_remove(array_agg(a.attname ORDER BY k.place), NULL),
           array_remove(array_agg(a.attcollation <> 0 ORDER BY k.place), NULL)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    LEFT JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(number, place) ON true
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    GROUP BY 1, 2 ORDER BY 1, 2
"""
# However the server is set, rows are written alike.
_ALIKE = (
    "SET DateStyle = 'ISO, YMD'; SET TimeZone = 'UTC'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex';"
    " SET extra_float_digits = 1; SET client_encoding = 'UTF8'"
)


def address(settings: Mapping[str, Any], **other: str) -> dict[str, str]:
    """What connects to a database, from Django's settings of it."""
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    told = {name: str(settings[there]) for name, there in names.items() if settings.get(there)}
    more = {name: str(value) for name, value in settings["OPTIONS"].items() if name != "pool"}
    return {**told, **more, **other}


def connect(where: Mapping[str, str], autocommit: bool = False) -> psycopg.Connection[Any]:
    """A connection of its own; raises `psycopg.Error`."""
    return psycopg.connect(make_conninfo(**where), autocommit=autocommit)


@contextmanager
def one_moment(where: Mapping[str, str]) -> Iterator[tuple[psycopg.Connection[Any], str]]:
    """A connection that sees the database as it is now for as long as it takes, and that moment's name for others."""
    with connect(where) as link:
        link.isolation_level, link.read_only = IsolationLevel.REPEATABLE_READ, True
        row = link.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None  # noqa: S101 - a SELECT without FROM
        yield link, row[0]


def server(link: psycopg.Connection[Any]) -> str:
    """The server's name and version."""
    return f"PostgreSQL {link.info.parameter_status('server_version')}"


def migrations(link: psycopg.Connection[Any]) -> list[str]:
    """Those that made the tables, as `app.name`."""
    return [f"{app}.{name}" for app, name in link.execute("SELECT app, name FROM django_migrations ORDER BY id")]


def tables(link: psycopg.Connection[Any]) -> dict[str, Table]:
    """Every table that outlives a session."""
    link.execute(_ALIKE)
    found = {}
    for schema, name, key, has_collation in link.execute(_TABLES).fetchall():
        columns = (
            [
                sql.SQL('{} COLLATE "C"' if collated else "{}").format(sql.Identifier(column))
                for column, collated in zip(key, has_collation, strict=True)
            ]
            if key
            else [sql.SQL('t::text COLLATE "C"')]
        )
        question = sql.SQL("COPY (SELECT * FROM {} t ORDER BY {}) TO STDOUT").format(
            sql.Identifier(schema, name), sql.SQL(", ").join(columns)
        )
        digest = hashlib.sha256()
        with link.cursor() as cursor:
            with cursor.copy(question) as rows:
                for block in rows:
                    digest.update(block)
            found[name if schema == "public" else f"{schema}.{name}"] = Table(cursor.rowcount, digest.hexdigest())
    return found


def dump(where: Mapping[str, str], moment: str, version: int, target: Path) -> None:
    """The database at that moment in pg_dump's custom form; `version` is the server's, as libpq counts."""
    _run("pg_dump", where, version // 10000, f"--snapshot={moment}", f"--file={target}", "--format=custom")


def load(where: Mapping[str, str], version: int, source: Path) -> None:
    """Fills an empty database from what `dump` wrote; raises `Refused` at the first thing that fails."""
    jobs = max(1, min(4, os.cpu_count() or 1))
    _run("pg_restore", where, version // 10000, "--exit-on-error", f"--jobs={jobs}", str(source))


def _run(program: str, where: Mapping[str, str], least: int, *options: str) -> None:
    """One of PostgreSQL's programs, of the server's version or newer; the password does not show among processes."""
    path = _find(program, least)
    known = {name: value for name, value in where.items() if name != "password"}
    secret = {"PGPASSWORD": where["password"]} if "password" in where else {}
    command = [path, "--no-owner", "--no-privileges", "--no-password", f"--dbname={make_conninfo(**known)}", *options]
    done = subprocess.run(command, env={**os.environ, **secret}, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        told = [line.strip() for line in done.stderr.splitlines() if "error:" in line] or [done.stderr.strip()]
        words = _("%(program)s failed: %(why)s")
        raise Refused(words % {"program": program, "why": told[0].partition("error: ")[2] or told[0]})


def _find(program: str, least: int) -> str:
    path = shutil.which(program)
    if path is None:
        words = _(
            "%(program)s is missing: install the client programs of PostgreSQL %(least)s or newer"
            " (on Debian: apt-get install postgresql-client)."
        )
        raise Refused(words % {"program": program, "least": least})
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.search(r"\) (\d+)", told)
    if version is None or int(version[1]) < least:
        words = _(
            "%(program)s is too old (%(version)s): the server is PostgreSQL %(least)s,"
            " whose client programs, or newer ones, must come first in PATH."
        )
        raise Refused(words % {"program": path, "version": told.strip(), "least": least})
    return path
