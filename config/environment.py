"""Turns the environment's strings into settings, or into one clear sentence when they make no sense."""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

TRUE = {"1", "true", "yes", "on"}
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*")
FALSE = {"", "0", "false", "no", "off"}
POOL_SECONDS = 5.0


def flag(name: str, default: bool = False) -> bool:
    """A switch: 1/true/yes/on or 0/false/no/off; anything else raises ImproperlyConfigured."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}, but should be 1 or 0.")
    return value in TRUE


def number(name: str, default: int, least: int = 1) -> int:
    """A whole number of at least `least`; anything else raises ImproperlyConfigured."""
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(f"{name} is {value!r}, but should be a whole number from {least} up.")
    return int(value)


def listed(name: str, default: str = "") -> list[str]:
    """The values of a variable, separated by commas."""
    return split(os.environ.get(name, default))


def split(text: str) -> list[str]:
    """Values separated by commas, spaces around them ignored."""
    return [value.strip() for value in text.split(",") if value.strip()]


def choice(name: str, values: tuple[str, ...]) -> str:
    """One of the values, the first where nothing is said; anything else raises ImproperlyConfigured."""
    value = os.environ.get(name, "").strip().lower() or values[0]
    if value not in values:
        raise ImproperlyConfigured(f"{name} is {value!r}, but should be {' or '.join(values)}.")
    return value


def folder_of_addresses(name: str, default: str, taken: set[str]) -> str:
    """The beginning of addresses, `admin` as `admin/`; raises ImproperlyConfigured where that cannot be one."""
    value = os.environ.get(name, "").strip().strip("/") or default
    if not _ADDRESS.fullmatch(value) or value.partition("/")[0] in taken:
        raise ImproperlyConfigured(
            f"{name} is {value!r}, but should be small letters, digits and hyphens, and no address of the site's own."
        )
    return f"{value}/"


def database(url: str, base_dir: Path, pool_size: int, lock_seconds: int = 0, open_seconds: int = 0) -> dict[str, Any]:
    """Django's settings for `sqlite:///relative/or//absolute/path` or `postgresql://user:password@host:port/name?…`.

    `open_seconds` is how long a thread keeps a SQLite file open behind an answer; PostgreSQL has its pool.

    Raises ImproperlyConfigured, without repeating the URL (it may hold a password), when it is neither.
    """
    scheme, separator, rest = url.partition("://")
    if separator and scheme == "sqlite":
        path = unquote(rest.removeprefix("/"))
        if not rest.startswith("/") or not path or path.endswith("/") or urlsplit(url).query:
            raise ImproperlyConfigured(
                "DATABASE_URL should name a file: sqlite:///var/name.sqlite3, or sqlite:////absolute/name.sqlite3."
            )
        if not (base_dir / path).parent.is_dir():
            raise ImproperlyConfigured(f"DATABASE_URL names a folder that does not exist: {(base_dir / path).parent}.")
        return sqlite(base_dir / path, open_seconds)
    if separator and scheme in ("postgresql", "postgres"):
        try:
            return waiting_at_most(postgresql(conninfo_to_dict(url), pool_size), lock_seconds)
        except ProgrammingError as error:
            reason = str(error).strip().rstrip(".").partition(": ")[0]
            raise ImproperlyConfigured(f"DATABASE_URL is no PostgreSQL address that can be read: {reason}.") from None
    raise ImproperlyConfigured(
        "DATABASE_URL should begin with sqlite:/// or postgresql://, "
        "as in postgresql://user:password@localhost:5432/viectinh."
    )


def sqlite(path: Path, open_seconds: int) -> dict[str, Any]:
    """Readers do not wait for the writer (WAL), writers queue (IMMEDIATE) instead of failing half-way."""
    memory = 8_000 if open_seconds else 32_000  # kB: many threads keep theirs, what loads texts has one
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": open_seconds,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,  # seconds
            "init_command": f"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -{memory}",
        },
    }


def postgresql(conninfo: dict[str, Any], pool_size: int) -> dict[str, Any]:
    """A pool of at most `pool_size` connections for each process; what the address adds (sslmode …) is passed on.

    Who asks for one while all are in use waits for `POOL_SECONDS`.
    """
    if not conninfo.get("dbname"):
        raise ImproperlyConfigured("DATABASE_URL names no database: postgresql://user:password@host:5432/NAME.")
    port = str(conninfo.pop("port", ""))
    if not port.replace(",", "").isdigit() and port:  # several hosts have several ports
        raise ImproperlyConfigured("DATABASE_URL has a port that is no number.")
    pool = {"min_size": 1, "max_size": pool_size, "timeout": POOL_SECONDS, "reconnect_timeout": 3}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": conninfo.pop("dbname"),
        "USER": conninfo.pop("user", ""),
        "PASSWORD": conninfo.pop("password", ""),
        "HOST": conninfo.pop("host", ""),
        "PORT": port,
        "OPTIONS": {**conninfo, "pool": pool},
    }


def waiting_at_most(told: dict[str, Any], lock_seconds: int) -> dict[str, Any]:
    """The same settings, by which nobody waits longer for a row or table that another holds; 0: without an end."""
    if lock_seconds:
        options = told["OPTIONS"].get("options", "")
        told["OPTIONS"]["options"] = f"{options} -c lock_timeout={lock_seconds}s".strip()
    return told


def replica(url: str, primary: dict[str, Any], pool_size: int) -> dict[str, Any]:
    """Django's settings for a PostgreSQL server that follows the `primary`; it is given up on soon where it is away.

    Raises ImproperlyConfigured where either is no PostgreSQL.
    """
    if not primary["ENGINE"].endswith("postgresql") or url.partition("://")[0] not in ("postgresql", "postgres"):
        raise ImproperlyConfigured(
            "DATABASE_REPLICA_URL names a PostgreSQL server that follows that of DATABASE_URL; SQLite has no replica."
        )
    try:
        told = postgresql({"connect_timeout": 2, **conninfo_to_dict(url)}, pool_size)
    except ProgrammingError as error:
        reason = str(error).strip().rstrip(".").partition(": ")[0]
        raise ImproperlyConfigured(
            f"DATABASE_REPLICA_URL is no PostgreSQL address that can be read: {reason}."
        ) from None
    told["OPTIONS"]["pool"]["timeout"] = 2
    return {**told, "TEST": {"MIRROR": "default"}}
