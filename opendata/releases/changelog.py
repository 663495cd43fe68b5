"""The changelog: what is new, other and gone since the last release, for people in Markdown, for machines as CSV."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from meetings.extraction.version import extractor_version
from opendata.releases.changes import ADDED, CHANGED, GONE, Change, Release, changes
from opendata.releases.measured import version_in
from opendata.releases.standing import MERGED, MOVED
from opendata.releases.tables import Column, Table, Type

CHANGES = "changes.csv"
CHANGES_COLUMNS = (
    Column("table", Type.TEXT, gettext_lazy("Table")),
    Column("id", Type.TEXT, gettext_lazy("Row")),
    Column("change", Type.TEXT, gettext_lazy("Change")),
    Column("columns", Type.TEXT, gettext_lazy("Columns that changed")),
)
MOST_LISTED = 200  # of each kind; all are in the CSV file
# Tables that tell what became of records: their rows are told one by one, in this order.
TOLD_SINGLY = ("redirects", "distinctions", "tombstones", "corrections")


@dataclass
class Since:
    """What changed since a release: the number of rows by table and kind of change.

    Of rows that are told one by one `told` has the number, and `rows` the first of them.
    """

    release: Release | None
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)

    def take(self, new: Path) -> Iterator[tuple[str, ...]]:
        """The rows of `changes.csv`; once they are taken, all is counted."""
        if self.release is None:
            return
        old = self.release.database
        with closing(sqlite3.connect(new)) as now, closing(sqlite3.connect(old)) as then:
            now.row_factory = then.row_factory = sqlite3.Row
            for change in changes(new, old):
                self.counts[change.table, change.kind] += 1
                if change.table in TOLD_SINGLY:
                    self._tell(change, then if change.kind == GONE else now)
                yield change.table, str(change.id), change.kind, " ".join(change.columns)

    def _tell(self, change: Change, database: sqlite3.Connection) -> None:
        found = database.execute(f'SELECT * FROM "{change.table}" WHERE id = ?', [change.id])  # noqa: S608
        row = dict(found.fetchone())
        if row.get("why") in (MERGED, MOVED):
            return  # a redirect tells it, too
        place = change.table, change.kind
        self.told[place] += 1
        listed = self.rows.setdefault(place, [])
        if len(listed) < MOST_LISTED:
            listed.append(row)


def changelog(since: Since, tables: Sequence[Table], day: str, before: str) -> str:
    """The page with what is new on top of `before`, the page of the release that it is compared with."""
    heading = _("Changes")
    title = f"# {heading}\n"
    news = "\n".join([f"\n## {day}\n", *_news(since, tables)])
    return title + news + "\n" + before.removeprefix(title)


def _news(since: Since, tables: Sequence[Table]) -> Iterator[str]:
    if since.release is None:
        yield _("The first release here.")
        return
    yield _("Since the release of %(day)s:") % {"day": since.release.day.isoformat()}
    if (former := version_in(since.release.folder)) not in ("", extractor_version()):
        words = _("The texts are read by other rules: version %(new)s, then %(former)s.")
        yield "\n" + words % {"new": extractor_version(), "former": former}
    if not since.counts:
        yield "\n" + _("Nothing changed.")
        return
    yield from ("", *_counted(since, tables))
    by_name = {table.name: table for table in tables}
    for name, kind, heading, line in _told():
        if rows := since.rows.get((name, kind)):
            yield f"\n### {heading}\n"
            yield from (f"- {_line(line, by_name[name], row)}" for row in rows)
            if left := since.told[name, kind] - len(rows):
                more = ngettext("and %(n)s more in `%(file)s`", "and %(n)s more in `%(file)s`", left)
                yield f"- … {more % {'n': left, 'file': CHANGES}}"


def _counted(since: Since, tables: Sequence[Table]) -> Iterator[str]:
    new, changed, gone = pgettext("rows", "New"), pgettext("rows", "Changed"), pgettext("rows", "Gone")
    name = _("Table")
    yield f"| {name} | {new} | {changed} | {gone} |\n|---|---:|---:|---:|"
    for table in tables:
        counts = [since.counts[table.name, kind] for kind in (ADDED, CHANGED, GONE)]
        if any(counts):
            yield f"| `{table.name}` {table.label} | {' | '.join(map(str, counts))} |"


def _line(line: str, table: Table, row: dict[str, Any]) -> str:
    """A row with what its codes are called, and nothing where nothing is known."""
    codes = {column.name: dict(column.codes) for column in table.columns if column.codes and column.name != "kind"}
    known = {name: "" if value is None else codes.get(name, {}).get(value, value) for name, value in row.items()}
    return (line % known).replace(" :", ":")


def _told() -> Iterator[tuple[str, str, str, str]]:
    """Table, kind of change, heading, and a row in words."""
    yield "redirects", ADDED, _("Merged, or led on to another record"), "`%(identifier)s` → `%(leads_to)s`: %(reason)s"
    yield "redirects", GONE, _("Parted again"), "`%(identifier)s` ≠ `%(leads_to)s`"
    yield "redirects", CHANGED, _("Led on to another record than before"), "`%(identifier)s` → `%(leads_to)s`"
    yield (
        "distinctions",
        ADDED,
        _("Said not to be the same, or split"),
        "%(kind)s %(first_id)s ≠ %(second_id)s: %(how)s",
    )
    yield "distinctions", GONE, _("May be the same after all"), "%(kind)s %(first_id)s, %(second_id)s"
    yield "tombstones", ADDED, _("Withdrawn"), "`%(identifier)s`: %(why)s"
    yield "tombstones", GONE, _("Back again"), "`%(identifier)s`"
    yield "corrections", ADDED, _("Set right, added or checked by people"), "`%(identifier)s` %(field)s: %(how)s"
    yield "corrections", CHANGED, _("Set right anew"), "`%(identifier)s` %(field)s: %(how)s"
    yield (
        "corrections",
        GONE,
        _("Corrections that ended, as the reading agrees or the record is gone"),
        "`%(identifier)s` %(field)s",
    )
