"""How Datasette shows the SQLite file: titles, facets, labels of keys, search, licence, what each column means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opendata.licence import ADDRESS, CREDIT
from opendata.releases.dictionary import meaning
from opendata.releases.licence import TITLE
from opendata.releases.tables import Table
from opendata.releases.writers.sqlite_schema import INDEX, WORDS, codes_of
from opendata.releases.written import DATABASE_NAME

ROWS_OF_PAGE = 50
FACETS_SHOWN = 12


def metadata(tables: Iterable[Table], day: str) -> dict[str, Any]:
    """What `datasette … --metadata` reads, in the language in use."""
    told: dict[str, Any] = {}
    for table in tables:
        told[table.name] = _of_table(table)
        for column in table.columns:
            if column.codes:
                told[codes_of(table, column)] = {"hidden": True, "label_column": get_language()}
        if table.searched:
            # A view without use to readers: only the index of words reads it.
            told[table.name + WORDS] = {"allow": False}
    title = _("Việc Tỉnh: open data of %(day)s") % {"day": day}
    description = _("What provincial meetings in Vietnam decided, read from press texts by rules.")
    return {
        "title": title,
        "description": description,
        "license": TITLE,
        "license_url": ADDRESS,
        "source": CREDIT,
        "source_url": settings.SITE_URL,
        "databases": {DATABASE_NAME: {"title": title, "description": description, "tables": told}},
    }


def _of_table(table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": f"{table.label} ({table.name})",
        "description_html": f"<p>{_marked(str(table.description))}</p>{_columns(table)}",
        "size": ROWS_OF_PAGE,
        "facet_size": FACETS_SHOWN,
    }
    if table.named_by:
        told["label_column"] = table.named_by
    if table.facets:
        told["facets"] = list(table.facets)
    if table.newest_by:
        told["sort_desc"] = table.newest_by
    if table.searched:
        told |= {"fts_table": table.name + INDEX, "fts_pk": "id"}
    return told


def _columns(table: Table) -> str:
    """What the columns mean, folded away: the rows come first."""
    meanings = "".join(f"<dt>{c.name}</dt><dd>{_marked(' '.join(meaning(c)))}</dd>" for c in table.columns)
    summary = escape(_("What the columns mean"))
    return f"<details><summary>{summary}</summary><dl>{meanings}</dl></details>"


def _marked(words: str) -> str:
    """Words of the dictionary as HTML: names of columns and codes stand between backquotes there."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(words))
