"""Databases of every earlier state of the project, with rows in all their tables, are brought up to date.

python -m bench.drills.upgrades [--database sqlite|postgresql]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from bench.drills.servers import ROOT, SETTINGS, collect_static, primary

PAGES = ("/", "/cuoc-hop/", "/nhiem-vu/", "/chi-tieu/", "/can-bo/", "/co-quan/", "/van-ban/", "/bai-viet/", "/readyz")
# What follows from the code of today at each migration, whatever it was.
_FOLLOWS = {("accounts_staffrole", "given")}
OURS = ("people", "meetings", "accounts", "opendata")


def main(arguments: list[str] | None = None) -> int:
    """Prints a line for each state; 1 where a row or a value was lost, or the site does not start."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.upgrades", description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), help="default: both, one after the other")
    parser.add_argument("--states", type=int, default=0, metavar="N", help="every N-th state alone (default: all)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # on what DATABASE_URL names
    options = parser.parse_args(arguments)
    if options.here:
        return _upgrade_all(options.states or 1)
    wrong = 0
    collect_static()
    for kind in [options.database] if options.database else ["sqlite", "postgresql"]:
        wrong += _on(kind, options.states or 1)
    print("All is well." if not wrong else f"{wrong} databases were not well.")
    return 1 if wrong else 0


def _on(kind: str, every: int) -> int:
    print(f"— {kind}", flush=True)
    server = primary() if kind == "postgresql" else None
    folder = Path(tempfile.mkdtemp(prefix="viectinh-upgrades-"))
    url = server.url if server else f"sqlite:///{folder / 'first.sqlite3'}"
    command = [sys.executable, "-m", "bench.drills.upgrades", "--here", "--states", str(every)]
    try:
        return subprocess.run(
            command, cwd=ROOT, env={**os.environ, **SETTINGS, "DATABASE_URL": url}, check=False
        ).returncode
    finally:
        shutil.rmtree(folder)
        if server:
            server.stop()


def _upgrade_all(every: int) -> int:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    settings.KEEP_ASKING = 0  # no thread is left that asks a database while it is copied
    wrong, first = 0, str(connection.settings_dict["NAME"])
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    for place, (migration, _backwards) in enumerate(plan):
        # Each goes on from where the last one ended, on the same database, of which what is filled is a copy.
        executor = MigrationExecutor(connection)
        state = executor.migrate([(migration.app_label, migration.name)], plan=[(migration, False)])
        if migration.app_label not in OURS or place % every:
            continue
        with _Copy(first, f"state_{place}"):
            wrong += _upgrade(f"{migration.app_label} {migration.name}", state.apps)
    return wrong


class _Copy:
    """A copy of the database, which takes its place until the end of the block."""

    def __init__(self, first: str, name: str) -> None:
        self.first, self.name = first, name

    def __enter__(self) -> None:
        from django.db import connection

        self._leave()
        if connection.vendor == "sqlite":
            copy = Path(self.first).with_name(f"{self.name}.sqlite3")
            shutil.copy(self.first, copy)
            connection.settings_dict["NAME"] = str(copy)
        else:
            with psycopg.connect(os.environ["DATABASE_URL"], dbname="template1", autocommit=True) as link:
                link.execute(f'CREATE DATABASE {self.name} TEMPLATE "{self.first}"')
            connection.settings_dict["NAME"] = self.name

    def __exit__(self, *_: object) -> None:
        from django.db import connection

        self._leave()
        connection.settings_dict["NAME"] = self.first

    def _leave(self) -> None:
        from django.db import connection

        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]
        else:
            with connection.cursor() as cursor:  # all of it in one file
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()


def _upgrade(state: str, apps: Any) -> int:
    """Fills the database, brings it up to date, and compares; 1 where it is not well."""
    from django.core.management import call_command
    from django.test import Client

    from bench.drills.filling import fill

    made, empty = fill(apps, set(OURS))
    before = rows(apps)
    call_command("migrate", verbosity=0, interactive=False)
    after = rows(None)
    lost, changed = compared(before, after)
    pages = {page: Client(SERVER_NAME="localhost").get(page).status_code for page in PAGES}
    bad = {page: code for page, code in pages.items() if code != 200}
    number = sum(map(len, before.values()))
    print(f"{state:<40} {number:>4} rows of {len(before)} tables ({made} made); lost: {len(lost)}", flush=True)
    for what, found in (("empty", empty), ("lost", lost), ("changed", changed), ("pages", bad)):
        if found:
            print(f"    {what}: {str(found)[:1500]}")
    return 1 if lost or changed or bad or empty else 0


def rows(apps: Any) -> dict[str, dict[Any, dict[str, str]]]:
    """By table and key, the values of all rows; of the models of a state, or of the present ones."""
    from django.apps import apps as present

    found: dict[str, dict[Any, dict[str, str]]] = {}
    for model in (apps or present).get_models():
        if model._meta.app_label in OURS and model._meta.managed and not model._meta.proxy:
            columns = {str(field.column): field.attname for field in model._meta.local_concrete_fields}
            values = model._base_manager.values("pk", *columns.values())
            found[model._meta.db_table] = {
                row["pk"]: {column: repr(row[name]) for column, name in columns.items()} for row in values
            }
    return found


def compared(before: dict[str, Any], after: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What is no longer there, and what is otherwise."""
    lost, changed = [], []
    for table, of_table in before.items():
        if table not in after:
            lost.append(table)
            continue
        for key, values in of_table.items():
            if key not in after[table]:
                lost.append(f"{table} {key}")
                continue
            now = after[table][key]
            changed += [
                f"{table} {key} {column}: {value} → {now[column]}"
                for column, value in values.items()
                if column in now and now[column] != value and (table, column) not in _FOLLOWS
            ]
            lost += [f"{table}.{column}" for column in values if column not in now]
    return lost, changed


if __name__ == "__main__":
    sys.exit(main())
