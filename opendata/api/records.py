"""How records are answered: a list, one by itself, and what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from opendata.api import changes as changed
from opendata.api.cursors import BadCursor
from opendata.api.filters import filters_of
from opendata.api.keyset import page_of as keyset_page
from opendata.api.parts import dressed
from opendata.api.questions import OF_LISTS, OF_ONE, Question, Refused, read
from opendata.api.serializers import serializer_of
from opendata.identifiers import identifier_of
from opendata.problems import Refusal, problem, refusals
from opendata.resources import Resource
from people.facets import FacetedFilterSet
from people.merging.redirects import survivor
from people.models import Mergeable
from people.search.filters import SearchFilter


class ReadView(APIView):
    """Read by anybody, in the language that the request asks for."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        with override(get_language_from_request(request)):
            return super().dispatch(request, *args, **kwargs)

    def address(self, path: str) -> str:
        """The whole address of a path of this site."""
        return str(self.request.build_absolute_uri(path))

    def next_address(self, cursor: str) -> str | None:
        """The address of the next page: this one's with another cursor."""
        if not cursor:
            return None
        query = self.request.GET.copy()
        query["cursor"] = cursor
        return self.address(f"{self.request.path}?{query.urlencode()}")

    def page(self, told: dict[str, Any]) -> Response:
        """The answer with a page, whose `next` stands in a header, too."""
        link = {"Link": f'<{told["next"]}>; rel="next"'} if told["next"] else {}
        return Response(told, headers=link)

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Raises `Refused` for parameters with other names."""
        told = _("There is no parameter called “%(name)s”.")
        if wrong := [name for name in self.request.GET if name not in known]:
            raise Refused(*(Refusal(name[:60], told % {"name": name[:60]}) for name in wrong))


def _found(filters: FacetedFilterSet, rows: QuerySet[Any]) -> QuerySet[Any]:
    words = filters.filters.get("q")
    return words.by_key_where_few(rows, filters.cleaned.get("q", "")) if isinstance(words, SearchFilter) else rows


class RecordsView(ReadView):
    """What is common to a list of records and to one by itself."""

    resource: ClassVar[Resource]

    def told(self, rows: list[Any], asked: Question) -> list[dict[str, Any]]:
        """The rows as JSON."""
        made = serializer_of(self.resource)(
            rows, many=True, context={"request": self.request}, fields=asked.fields, expanded=asked.expanded
        )
        return list(made.data)

    def fetched(self, rows: QuerySet[Any], asked: Question) -> QuerySet[Any]:
        """The rows with all that is told of them."""
        return dressed(self.resource, rows, asked.expanded)


class ListView(RecordsView):
    """The records of a resource, filtered and in pages, or what has changed of them."""

    def get(self, request: Request) -> Response:
        """A page of records, or of changes."""
        asked = read(self.resource, request.GET)
        filters = filters_of(self.resource.name, request.GET, request, retold=asked.since is not None)
        if "modified_since" in request.GET and not changed.is_tracked(self.resource):
            asked.refuse("modified_since", _("Changes of this resource are not kept: ask for all of it."))
        if wrong := [*asked.refusals, *refusals(filters, set(OF_LISTS), of_a_page=False)]:
            raise Refused(*wrong)
        try:
            told, rows = self._records(asked, filters) if asked.since is None else self._changes(asked, filters)
        except BadCursor:
            raise Refused(bad_cursor()) from None
        if asked.count:
            told["count"] = rows.count()
        if asked.facets:
            told["facets"] = _facets(filters)
        return self.page(told)

    def _records(self, asked: Question, filters: FacetedFilterSet) -> tuple[dict[str, Any], QuerySet[Any]]:
        rows = filters.qs if asked.ids is None else self.resource.rows().filter(pk__in=asked.ids).order_by("pk")
        found = _found(filters, rows) if asked.ids is None else rows
        page, cursor = keyset_page(self.fetched(found, asked), asked.limit, asked.cursor)
        return {"data": self.told(page, asked), "next": self.next_address(cursor)}, rows

    def _changes(self, asked: Question, filters: FacetedFilterSet) -> tuple[dict[str, Any], QuerySet[Any]]:
        rows = filters.qs if asked.ids is None else filters.qs.filter(pk__in=asked.ids)
        since = asked.since or changed.EVER
        found = changed.changes(
            self.resource, since, asked.limit, asked.cursor, rows, lambda page: self.fetched(page, asked)
        )
        told = {
            "data": self.told(found.rows, asked),
            "next": self.next_address(found.cursor),
            "gone": [self._gone(stone) for stone in found.gone],
            "until": found.until,
        }
        return told, rows

    def _gone(self, stone: changed.Gone) -> dict[str, Any]:
        model = self.resource.model
        into = None if stone.into is None else self.address(identifier_of(model, stone.into))
        identifier = self.address(identifier_of(model, stone.id))
        return {"id": stone.id, "identifier": identifier, "at": stone.at, "why": stone.why, "into": into}


class DetailView(RecordsView):
    """One record; one that was merged leads to its survivor, one that is published no more is gone."""

    def get(self, request: Request, pk: int) -> HttpResponse:
        """The record."""
        asked = read(self.resource, request.GET, alone=True)
        self.refuse_unknown(OF_ONE)
        if asked.refusals:
            raise Refused(*asked.refusals)
        if pk > 2**63 - 1:
            raise Http404
        found = self.fetched(self.resource.rows().filter(pk=pk), asked).first()
        if found is None:
            return self._elsewhere(pk)
        made = serializer_of(self.resource, alone=True)(
            found, context={"request": request}, fields=asked.fields, expanded=asked.expanded
        )
        return Response(made.data)

    def _elsewhere(self, pk: int) -> HttpResponse:
        model = self.resource.model
        if issubclass(model, Mergeable) and (now := survivor(model, pk)) is not None:
            return HttpResponsePermanentRedirect(reverse(f"api:{self.resource.kind}", args=[now.pk]))
        if model._base_manager.filter(pk=pk).exists():
            return problem(410, _("This record is no longer published."))
        raise Http404


def bad_cursor() -> Refusal:
    """What is said of a cursor that does not come from the same question."""
    return Refusal("cursor", _("This cursor is of no use here: begin without one, and take that of “next”."))


def _facets(filters: FacetedFilterSet) -> dict[str, list[dict[str, Any]]]:
    return {
        facet.name: [{"value": o.value, "label": o.label, "count": o.count} for o in facet.options]
        for facet in filters.facets()
    }
