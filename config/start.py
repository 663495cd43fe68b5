"""Makes everything ready to be served: database migrated, sample loaded, static files collected, large lists read.

Each step is skipped when nothing that it reads has changed, so that a second start is quick.
"""

import fcntl
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import django
import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from config.environment import flag

BASE_DIR = Path(__file__).resolve().parent.parent
# What the sample's records depend on: the texts, and the code that reads and keeps them.
SAMPLE = [BASE_DIR / name for name in ("fixtures", "people", "meetings")]
# Packages bring static files too (the admin's).
STATIC = [BASE_DIR / name for name in ("static", "config/stylesheet.py", "requirements.txt")]
KEPT = 30 * 24 * 3600  # seconds
LOOK_AGAIN = 0.5  # seconds
WAITING = "Another start is at work here; waiting for it …"


def fingerprint(paths: Iterable[Path], salt: str) -> str:
    """A hash over names and contents of all files in `paths`, except what Python compiled."""
    digest = hashlib.sha256(salt.encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                content = file.read_bytes()
                digest.update(f"{file.relative_to(BASE_DIR)}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()


def database_identity() -> str:
    """When this database was first migrated: a new one, even under an old name, has another time."""
    first = MigrationRecorder(connection).migration_qs.order_by("applied", "id").first()
    return f"{connection.vendor} {first.applied.isoformat() if first else 'empty'}"


@contextmanager
def alone() -> Iterator[None]:
    """Another start waits meanwhile: in this folder, and on PostgreSQL with the same database, on any machine.

    Raises psycopg.Error, which says what is wrong with the database; the pool would only ask for ten seconds.
    """
    lock = BASE_DIR / "var/start.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(WAITING, file=sys.stderr, flush=True)
            fcntl.flock(held, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5, autocommit=True) as asked:
            # Asked for again and again: an index that is made beside readers waits for whoever waits for a lock.
            lock_it = "SELECT pg_try_advisory_lock(hashtext('viectinh start'))"
            if asked.execute(lock_it).fetchone() != (True,):
                print(WAITING, file=sys.stderr, flush=True)
                while asked.execute(lock_it).fetchone() != (True,):
                    time.sleep(LOOK_AGAIN)
            yield


def unless_done(
    stamp: Path, state: str, message: str, command: str, then: Callable[[], None] = lambda: None, **options: object
) -> None:
    """Runs a command of manage.py, and what follows it, unless `stamp` says that it ran for this very `state`."""
    if stamp.is_file() and stamp.read_text() == state:
        return
    print(message, file=sys.stderr, flush=True)
    stamp.unlink(missing_ok=True)
    call_command(command, **options)
    then()
    stamp.write_text(state)


def show(collected: Path, shown: Path) -> None:
    """Moves static files to where they are served, each at once; those of the former version stay for a month.

    Processes that began before, and pages that are open, still ask for them.
    """
    for file in sorted(collected.rglob("*"), key=lambda file: file.name == "staticfiles.json"):  # names what is there
        if file.is_file():
            place = shown / file.relative_to(collected)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.utime(file)  # the time at which it was last part of a version
            file.replace(place)
    for file in shown.rglob("*"):
        if file.is_file() and time.time() - file.stat().st_mtime > KEPT:
            file.unlink()


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    with alone():
        prepare()


def prepare() -> None:
    """Every step that is not done yet."""
    from django.conf import settings

    var = BASE_DIR / "var"
    if not settings.DEBUG:
        state = fingerprint(STATIC, django.__version__)
        settings.STATIC_ROOT, shown = var / "static.new", Path(settings.STATIC_ROOT)
        options = {"clear": True, "interactive": False, "verbosity": 0}
        done: dict[str, Any] = {"then": partial(show, settings.STATIC_ROOT, shown), **options}
        unless_done(var / "static.stamp", state, "Collecting the static files …", "collectstatic", **done)
    call_command("migrate", verbosity=0, interactive=False)
    if flag("SAMPLE", default=True):
        state = fingerprint(SAMPLE, database_identity())
        unless_done(var / "sample.stamp", state, "Loading the sample texts …", "load_articles")
    # Here one process reads what all would want at once, each page waiting for SQL. Of a short list nothing is read.
    print("Reading the large lists …", file=sys.stderr, flush=True)
    call_command("read_lists", verbosity=0)


if __name__ == "__main__":
    try:
        main()
    except (ImproperlyConfigured, CommandError) as error:
        sys.exit(str(error))
    except (DatabaseError, psycopg.Error) as error:
        sys.exit(f"The database cannot be used: {' '.join(str(error).split())}")
