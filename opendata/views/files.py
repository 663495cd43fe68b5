"""A list as a file: the rows that the page's filters keep, all of them, in the page's order."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meetings.listings import LISTINGS, PROVINCES
from opendata.files.edition import Edition
from opendata.files.export import Export
from opendata.files.formats import FORMATS
from opendata.files.tables import COUNTED, TABLES
from opendata.limits import limited
from opendata.problems import Refusal, refusals, refused
from opendata.turns import During, Turns, come_back
from people.facets.address import PAGE
from people.names import ascii_slug

TURNS = Turns(patience=20)
FILED = {
    **{name: (LISTINGS[name], table) for name, table in TABLES.items()},
    PROVINCES.name: (PROVINCES, COUNTED[PROVINCES.name]),
}
LONGEST_NAME = 80  # characters of what the filters add to the file's name


@require_safe
@limited("file")
def list_file(request: HttpRequest, name: str, ending: str) -> HttpResponseBase:
    """The list called `name` as a file, sent while it is made; 400 where a filter was not understood, 503 in a crowd.

    A file with other rows than were asked for would be believed: nothing is left out with a notice here.
    """
    (listing, table), form = FILED[name], FORMATS[ending]
    filters = listing.filters(request.GET, queryset=listing.rows(), request=request)
    if wrong := [*refusals(filters), *pages_refused(request)]:
        return refused(wrong)
    page = reverse(listing.page)
    query = filters.url() if filters.parameters else ""
    export = Export(table, filters, Edition.asked(request), get_language(), request.build_absolute_uri(page + query))
    answer: HttpResponseBase
    if request.method == "HEAD":
        answer = HttpResponse(content_type=form.content_type)
    elif (turn := TURNS.take()) is None:
        return come_back()
    else:
        answer = StreamingHttpResponse(During(turn, form.stream(export)), content_type=form.content_type)
    answer["Content-Disposition"] = disposition(export, ending)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def pages_refused(request: HttpRequest) -> list[Refusal]:
    """A page that was asked for: a file holds all of them."""
    return [Refusal(PAGE, _("A file holds all pages of the list."))] if PAGE in request.GET else []


def disposition(export: Export, ending: str) -> str:
    """The file's name, which says what is in it and of when, in ASCII and as it is (RFC 6266).

    `viec-tinh-nhiem-vu-nghe-an-2026-11-26.csv` and "Việc Tỉnh, Nhiệm vụ, Nghệ An, 2026-11-26.csv".
    """
    chosen = ", ".join(active.value for active in export.filters.active)[:LONGEST_NAME]
    parts = ["Việc Tỉnh", str(export.table.title), *([chosen] if chosen else []), export.edition.day.isoformat()]
    spoken = "".join(c for c in ", ".join(parts) if c.isprintable() and c not in '/\\:*?"<>|') + f".{ending}"
    plain = f"{ascii_slug(' '.join(parts[:-1]), 100)}-{parts[-1]}.{ending}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(spoken)}"
