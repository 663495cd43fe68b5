"""The views of the API with their descriptions, one class for each address."""

from __future__ import annotations

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from opendata.api.answers import ProblemSerializer, RedirectsSerializer, RootSerializer, page_of
from opendata.api.others import RedirectsView
from opendata.api.parameters import cursor, number, of_list, of_one, several
from opendata.api.questions import MOST
from opendata.api.records import DetailView, ListView
from opendata.api.redirects import MODELS
from opendata.api.serializers import serializer_of
from opendata.resources import Resource

_PROBLEM = "application/problem+json"


def _wrong(*more: tuple[int, Any]) -> dict[Any, Any]:
    """The answers to what goes wrong, by status and type."""
    told = [
        (400, _("A parameter was not understood; `errors` names it.")),
        (406, _("Only JSON is spoken here.")),
        (429, _("This address has asked too often; `Retry-After` says when to come back.")),
        *more,
    ]
    too_long = OpenApiResponse(description=_("The address is too long: ask for fewer values at once."))
    return {
        **{(status, _PROBLEM): OpenApiResponse(ProblemSerializer, description=why) for status, why in told},
        414: too_long,  # by the server before it asks the site
    }


def described_list(resource: Resource) -> type[ListView]:
    """The list of a resource."""
    view = type(f"{resource.kind.capitalize()}ListView", (ListView,), {"resource": resource, "get": _own(ListView.get)})
    described = extend_schema(
        operation_id=f"list_{resource.name}",
        tags=[resource.name],
        summary=resource.label,
        description=resource.description,
        parameters=of_list(resource),
        responses={200: page_of(resource), 304: OpenApiResponse(description=_("Nothing has changed.")), **_wrong()},
    )
    return extend_view(view, described)


def described_detail(resource: Resource) -> type[DetailView]:
    """One record of a resource."""
    view = type(f"{resource.kind.capitalize()}View", (DetailView,), {"resource": resource, "get": _own(DetailView.get)})
    gone = [
        (404, _("There never was such a record.")),
        (410, _("The record is published no more.")),
    ]
    moved = {301: OpenApiResponse(description=_("The record was merged into the one at `Location`."))}
    described = extend_schema(
        operation_id=f"get_{resource.kind}",
        tags=[resource.name],
        summary=format_lazy("{}: {}", resource.label, _("one record")),
        description=resource.description,
        parameters=[
            OpenApiParameter(
                "id", {"type": "integer", "minimum": 1}, "path", description=_("The number of the record.")
            ),
            *of_one(resource),
        ],
        responses={
            200: serializer_of(resource, alone=True),
            304: OpenApiResponse(description=_("Nothing has changed.")),
            **(moved if resource.kind in MODELS else {}),
            **_wrong(*gone),
        },
    )
    return extend_view(view, described)


def described_others(view: Any) -> Any:
    """Redirects, and what there is."""
    if view is RedirectsView:
        described = extend_schema(
            operation_id="list_redirects",
            tags=["redirects"],
            summary=_("Redirects"),
            description=_(
                "Records that were merged into others, or taken away with all they had, and where they lead."
            ),
            parameters=[
                several("kind", list(MODELS), _("Only these kinds."), explode=True),
                number("limit", MOST, MOST, _("Redirects in one answer.")),
                cursor(),
            ],
            responses={200: RedirectsSerializer, **_wrong()},
        )
    else:
        described = extend_schema(
            operation_id="get_root",
            tags=["root"],
            summary=_("What there is"),
            description=_("The addresses of all resources, and of this description."),
            responses={200: RootSerializer, **_wrong()},
        )
    return extend_view(type(view.__name__, (view,), {"get": _own(view.get)}), described)


def extend_view(view: Any, described: Any) -> Any:
    """The view with its only method described."""
    view.get = described(view.get)
    return view


def _own(method: Any) -> Any:
    """A function of its own for each class: a description is kept in the function."""

    def get(self: Any, *args: Any, **kwargs: Any) -> Any:
        return method(self, *args, **kwargs)

    return get
