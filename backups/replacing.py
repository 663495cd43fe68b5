"""How a restored PostgreSQL database takes the place of another: by its name, which changes in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _
from psycopg import errors, sql

from backups.manifest import Refused, now
from backups.postgresql import connect

_MAINTENANCE = "postgres"  # the database that is always there
_PROVIDERS = {"i": " LOCALE_PROVIDER icu ICU_LOCALE {}", "b": " LOCALE_PROVIDER builtin BUILTIN_LOCALE {}"}
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
_LEFT = "SELECT datname FROM pg_database WHERE datname ~ ('^' || %s || '_restoring_[0-9]{8}t[0-9]{6}z$')"
_LONGEST = 40  # bytes of a name that leave room for what is put behind it, of 63


class Place:
    """The name that a restored database is to bear, and what bears it now."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self.where, self.name, self.stamp = where, where["dbname"], now().lower()
        self.link = connect({**where, "dbname": _MAINTENANCE}, autocommit=True)
        self.exists = self._value("SELECT 1 FROM pg_database WHERE datname = %s", self.name) is not None

    def close(self) -> None:
        """Ends the connection."""
        self.link.close()

    def tables(self) -> int:
        """How many there are in what bears the name now."""
        if not self.exists:
            return 0
        with connect(self.where) as link:
            row = link.execute(
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                " WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema')"
            ).fetchone()
            return int(row[0]) if row else 0

    def require_free(self, replace: bool) -> None:
        """Raises `Refused` where there is something that is not to be replaced, or somebody is connected to it."""
        if others := self._value(_OTHERS, self.name):
            raise Refused(self._in_use(others))
        count = self.tables()
        if count and not replace:
            words = _(
                "The database %(name)s holds %(count)s tables. With --replace the backup takes its place,"
                " and it is kept under another name."
            )
            raise Refused(words % {"name": self.name, "count": count})

    @contextmanager
    def beside(self) -> Iterator[dict[str, str]]:
        """An empty database like this one, for what is restored; it goes unless it has taken the name.

        Those that killed restores left go, too; raises `Refused` while another restore is at work.
        """
        # Held until the connection ends, however that comes.
        if not self._value("SELECT pg_try_advisory_lock(hashtextextended('viectinh restore ' || %s, 0))", self.name):
            raise Refused(_("Another restore into the database %(name)s is at work.") % {"name": self.name})
        for (left,) in self.link.execute(_LEFT, [re.escape(self._short)]).fetchall():
            self._drop(left)
        made = f"{self._short}_restoring_{self.stamp}"
        try:
            self.link.execute(sql.SQL("CREATE DATABASE {} {}").format(sql.Identifier(made), self._like()))
        except errors.InsufficientPrivilege:
            words = _(
                "%(user)s may make no databases, which restoring needs: ALTER ROLE %(user)s CREATEDB, as a superuser."
            )
            raise Refused(words % {"user": self.link.info.user}) from None
        try:
            yield {**self.where, "dbname": made}
        finally:
            self._drop(made)

    def take(self, restored: str) -> str | None:
        """Gives the restored database the name; returns the name under which the former one is kept, if it is."""
        former = f"{self._short}_before_{self.stamp}"
        held = self.tables() > 0
        try:
            with self.link.transaction():
                if self.exists:
                    self._rename(self.name, former)
                self._rename(restored, self.name)
        except errors.ObjectInUse:
            raise Refused(self._in_use(1)) from None
        except errors.InsufficientPrivilege:
            words = _("The database %(name)s belongs to another user, who alone may rename it: restore as that one.")
            raise Refused(words % {"name": self.name}) from None
        if self.exists and not held:
            self._drop(former)
        return former if held else None

    @property
    def _short(self) -> str:
        return self.name.encode()[:_LONGEST].decode(errors="ignore")

    def _in_use(self, others: int) -> str:
        words = _("%(count)s others are connected to the database %(name)s: stop the site and its commands first.")
        return words % {"count": others, "name": self.name}

    def _like(self) -> sql.Composable:
        """Sorted and written as the former one, or as the server does by itself."""
        told = self._value(
            "SELECT to_jsonb(d) || jsonb_build_object('encoding', pg_encoding_to_char(encoding))"
            " FROM pg_database d WHERE datname = %s",
            self.name,
        )
        if told is None:
            return sql.SQL("TEMPLATE template0 ENCODING 'UTF8'")
        names = "encoding", "datcollate", "datctype"
        like = sql.SQL("TEMPLATE template0 ENCODING {} LC_COLLATE {} LC_CTYPE {}").format(
            *(sql.Literal(told[name]) for name in names)
        )
        provider, locale = told.get("datlocprovider"), told.get("datlocale") or told.get("daticulocale")
        if locale is None or provider not in _PROVIDERS:
            return like
        return like + sql.SQL(_PROVIDERS[provider]).format(sql.Literal(locale))

    def _rename(self, name: str, other: str) -> None:
        self.link.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(name), sql.Identifier(other)))

    def _drop(self, name: str) -> None:
        self.link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _value(self, question: str, *values: Any) -> Any:
        row = self.link.execute(question, values).fetchone()
        return row[0] if row else None
