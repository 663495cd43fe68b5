"""One form in a process of its own, so that its peak memory is its own: `python -m bench.exports.form FORM LIST`."""

from __future__ import annotations

import io
import os
import resource
import sys
import time
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import translation  # noqa: E402

from bench.releases.multiply import multiply  # noqa: E402
from meetings.listings import LISTINGS  # noqa: E402
from opendata.files.edition import Edition  # noqa: E402
from opendata.files.export import Export  # noqa: E402
from opendata.files.formats import FORMATS  # noqa: E402
from opendata.files.tables import TABLES  # noqa: E402


def main(form: str, what: str) -> None:
    """Fills the archive with `what` tasks, or takes the list called `what` away; prints time and memory."""
    if form == "fill":
        call_command("migrate", verbosity=0)
        call_command("load_articles", no_progress=True, stdout=io.StringIO())
        print(f"\n{connection.vendor}: {multiply(int(what)):,} tasks")
        return
    translation.activate("vi")
    listing = LISTINGS[what]
    filters = listing.filters(QueryDict(), queryset=listing.rows())
    export = Export(TABLES[what], filters, Edition("https://viectinh.example"), "vi", reverse(listing.page))
    before, began, spent, first, size = _peak(), time.monotonic(), time.process_time(), 0.0, 0
    for piece in _pieces(form, export):
        first = first or time.monotonic() - began
        size += len(piece)
    print(
        f"{form:6} {size / 1e6:7.1f} MB in {time.monotonic() - began:6.1f} s, the first piece after {first:.1f} s,"
        f" processor {time.process_time() - spent:6.1f} s,"
        f" peak memory {_peak():4.0f} MB ({before:.0f} MB before it began)"
    )


def _pieces(form: str, export: Export) -> Iterator[bytes]:
    """The file as it is sent; for "read" as many empty pieces as rows are read at once."""
    if form == "read":
        return (b"" for _chunk in export.chunks())
    return FORMATS[form].stream(export)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
