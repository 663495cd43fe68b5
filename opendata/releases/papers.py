"""What stands beside the tables: for people in both languages, for machines, the licence, the changes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from meetings.accuracy import first_sights
from opendata import licence as terms
from opendata.releases.changelog import CHANGES, CHANGES_COLUMNS, Since, changelog
from opendata.releases.changes import release_before
from opendata.releases.checksums import SUMS
from opendata.releases.datapackage import datapackage
from opendata.releases.datasette import metadata
from opendata.releases.dictionary import dictionary
from opendata.releases.licence import licence
from opendata.releases.measured import ACCURACY, accuracy, reading
from opendata.releases.popolo import POPOLO
from opendata.releases.tables import Table, in_batches
from opendata.releases.workplace import Workplace
from opendata.releases.writers.csv_file import CsvFile
from opendata.releases.written import DATABASE

# The site's own language has the plain names.
LANGUAGES = (("vi", ""), ("en", ".en"))


def write_papers(place: Workplace, tables: Sequence[Table], day: datetime.date) -> None:
    """Writes all of them; they are small, and made anew in every run."""
    since = Since(release_before(place.path.parent, day))
    with CsvFile(place.place(CHANGES), CHANGES_COLUMNS) as file:
        for rows in in_batches(since.take(place.release / DATABASE)):
            file.write(rows)
    for language, suffix in LANGUAGES:
        with translation.override(language):
            _write_in_one_language(place, tables, day.isoformat(), since, suffix)
    with translation.override(settings.LANGUAGE_CODE):
        told = {"extractor_version": reading()["extractor_version"], "site": settings.SITE_URL}
        place.write("datapackage.json", _json(datapackage(place, tables, day.isoformat(), told)))
    with translation.override("en"):
        place.write(ACCURACY, accuracy())
    place.write("LICENSE", licence())


def _write_in_one_language(place: Workplace, tables: Sequence[Table], day: str, since: Since, suffix: str) -> None:
    names = {
        "dictionary": f"DICTIONARY{suffix}.md",
        "changelog": f"CHANGELOG{suffix}.md",
        "metadata": f"metadata{suffix}.json",
    }
    before = "" if since.release is None else _former(since.release.folder / names["changelog"])
    place.write(names["dictionary"], dictionary(place, tables))
    place.write(names["changelog"], changelog(since, tables, day, before))
    place.write(names["metadata"], _json(metadata(tables, day)))
    context = {
        **names,
        "day": day,
        "tables": [(table, place.rows[table.name]) for table in tables],
        "database": DATABASE,
        "changes": CHANGES,
        "popolo": POPOLO,
        "sums": SUMS,
        "reading": reading(),
        "latest": {sight.kind: sight for sight in first_sights()},
        "licence": terms,
        "site": settings.SITE_URL,
    }
    place.write(f"README{suffix}.md", render_to_string("opendata/releases/readme.txt", context))


def _former(path: Any) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
