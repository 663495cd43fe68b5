"""Views of the API that are no resource's: redirects, and what there is."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from opendata import licence
from opendata.api.questions import MOST, Refused, read_number
from opendata.api.records import ReadView, bad_cursor
from opendata.api.redirects import MODELS, redirects
from opendata.problems import Refusal
from opendata.resources import RESOURCES


class RedirectsView(ReadView):
    """Where records lead that were merged into others, or taken away with all they had."""

    def get(self, request: Request) -> Response:
        """A page of redirects, by kind and number."""
        self.refuse_unknown(("kind", "limit", "cursor"))
        kinds = request.GET.getlist("kind") or list(MODELS)
        if wrong := [kind for kind in kinds if kind not in MODELS]:
            told = _("“%(name)s” is none of: %(known)s.") % {"name": wrong[0][:60], "known": ", ".join(MODELS)}
            raise Refused(Refusal("kind", told))
        limit = read_number(request.GET, "limit", MOST, MOST)
        found, place = redirects(kinds, _place(request.GET.get("cursor", "")), limit)
        data = [
            {
                "kind": one.kind,
                "gone_id": one.gone,
                "id": one.heir,
                "gone": self.address(one.identifiers[0]),
                "identifier": self.address(one.identifiers[1]),
            }
            for one in found
        ]
        return self.page({"data": data, "next": self.next_address("{}-{}".format(*place) if place else "")})


class RootView(ReadView):
    """What the API has."""

    def get(self, request: Request) -> Response:
        """The addresses of all resources, of the description and of the documentation."""
        self.refuse_unknown(())
        return Response(
            {
                "resources": {name: self.address(reverse(f"api:{name}")) for name in RESOURCES},
                "redirects": self.address(reverse("api:redirects")),
                "description": self.address(reverse("api:schema")),
                "licence": licence.ADDRESS,
            }
        )


def _place(cursor: str) -> tuple[str, int]:
    if not cursor:
        return "", 0
    kind, _dash, number = cursor.partition("-")
    if kind not in MODELS or not (number.isascii() and number.isdecimal() and len(number) < 19):
        raise Refused(bad_cursor())
    return kind, int(number)
