"""A list page: rows → filters → one page of them → context; and the one address of a record's own page."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, Protocol

from django.conf import settings
from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from people.facets import FacetedFilterSet
from people.facets.orders import OrderedFilterSet
from people.facets.stock import Part, Prepare, Selection
from people.freshness.values import read_once
from people.merging.redirects import survivor

ROWS = 20  # on one page


class HasPage(Protocol):
    """A record with a page of its own."""

    def get_absolute_url(self) -> str: ...


def filtered(
    request: HttpRequest,
    filters: type[FacetedFilterSet],
    rows: QuerySet[Any] | Callable[[], QuerySet[Any]],
    per_page: int = ROWS,
    prepare: Prepare | None = None,
    of: Hashable = None,
) -> dict[str, Any]:
    """The context of a list page: `filter`, `page_obj` and `total`, the number of rows that the filters keep.

    A list that `rows` makes, the same for everybody, may be counted in memory; a queryset is asked as it is.
    `prepare` adds to the rows of the page what is shown beside them. Where each agency has such a list, `of` says
    whose it is; only long ones are read into memory then.
    """
    filterset = filters(request.GET, queryset=Unbuilt(rows) if callable(rows) else rows, request=request)
    if callable(rows):
        filterset.keep_in_memory(rows, of, begin=of is None)
    found: Any = Keyed(filterset, of) if of is not None and filterset.stock is None else filterset.rows()
    if prepare is not None and isinstance(found, Selection):
        found.prepare = prepare
    page = page_of(request, Paginator(found, per_page), filterset.notices)
    if prepare is not None and not isinstance(found, Selection):
        page.object_list = list(page.object_list)
        prepare(page.object_list)
    if of is not None and callable(rows) and filterset.stock is None and page.paginator.count >= settings.STOCK_LEAST:
        filterset.keep_in_memory(rows, of)
    return {"filter": filterset, "page_obj": page, "total": page.paginator.count}


class Unbuilt(SimpleLazyObject):
    """A queryset that is built when somebody asks for its rows, which a page of remembered pieces never does."""

    model = None  # of which filters would ask for the labels that none of ours lacks


class Keyed(Sequence[Any]):
    """What Django's Paginator takes: a page of the rows by their keys, fetched when somebody looks at one.

    `of` says whose list it is. Its first keys in order are read once, which are all of one that is not kept in memory.
    """

    def __init__(self, filters: OrderedFilterSet, of: Hashable) -> None:
        self.filters, self.of = filters, of
        self._most = settings.STOCK_LEAST

    @cached_property
    def _first(self) -> Sequence[int]:
        filters = self.filters
        asked = type(filters).__qualname__, self.of, filters.asked(), filters.filters["order"].chosen()
        return read_once(filters.request, (*asked, timezone.localdate()), lambda: self._read(slice(self._most)))

    def _read(self, part: slice) -> Sequence[int]:
        plain = self.filters.qs.select_related(None).prefetch_related(None)
        return array("q", plain.values_list("pk", flat=True)[part])

    def count(self) -> int:  # type: ignore[override]
        """The number of rows."""
        first = len(self._first)
        return first if first < self._most else self.filters.qs.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: Any) -> Any:
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        keys = self._first[part] if part.stop <= len(self._first) else self._read(part)
        return Part(list(keys), lambda missing: list(self.filters.qs.filter(pk__in=missing).order_by()))


def page_of(request: HttpRequest, paginator: Paginator[Any], notices: list[str]) -> Page[Any]:
    """The page that the address asks for; for one that is none the nearest, and a word on it in `notices`."""
    asked = request.GET.get("page", "1")
    try:
        return paginator.page(asked)
    except PageNotAnInteger:
        notices.append(_("The page number makes no sense: this is the first page."))
        return paginator.page(1)
    except EmptyPage:
        low = asked.strip().startswith(("-", "0"))
        notices.append(_("There is no such page: this is the nearest one."))
        return paginator.page(1 if low else paginator.num_pages)


def here_or_merged(request: HttpRequest, rows: Callable[[], QuerySet[Any]], pk: int) -> Any:
    """The one of `rows` with that key, or the record into which it was merged. Raises `Http404`."""

    def find() -> Any:
        found = rows().filter(pk=pk).first() or survivor(rows().model, pk)
        if found is None:
            raise Http404
        return found

    return read_once(request, (rows.__module__, rows.__qualname__, pk), find)


def elsewhere(request: HttpRequest, record: HasPage) -> HttpResponse | None:
    """A permanent redirect where the record's page has another address than the one asked for.

    Browsers ask anew each time: a merge may be undone, and a name may come back.
    """
    address = record.get_absolute_url()
    if request.path == address:
        return None
    query = request.META.get("QUERY_STRING", "")
    answer = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    answer["Cache-Control"] = "no-cache"
    return answer
