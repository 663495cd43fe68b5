"""The description of the API (OpenAPI 3.1), read from its own code."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from opendata import licence
from opendata.api.records import ReadView
from opendata.api.serializers import EXPANSIONS, serializer_of
from opendata.resources import RESOURCES

VERSION = "1.0.0"
Schema = dict[str, Any]


class DescriptionView(ReadView):
    """The description, in the language that the request asks for."""

    schema = None

    def get(self, request: Request) -> Response:
        """The document."""
        self.refuse_unknown(())
        return Response(description(self.address("/").rstrip("/")), content_type="application/json")


_MADE: dict[str, Schema] = {}


def description(server: str = "") -> Schema:
    """The whole description in the language in use, with the address of the site; made once for each language."""
    language = get_language() or ""
    if language not in _MADE:
        from opendata.api.urls import urlpatterns  # which serve this, too

        patterns = [path("api/v1/", include((urlpatterns, "api")))]
        made = SchemaGenerator(patterns=patterns, api_version=VERSION).get_schema(request=None, public=True)
        _MADE[language] = _plain(_completed(made))
    return {**_MADE[language], "servers": [{"url": server or "/"}]}


def _completed(made: Schema) -> Schema:
    made["info"] |= {
        "title": _("Việc Tỉnh: what provincial meetings in Vietnam decided"),
        "description": _(
            "Everything that the pages show, to be read by programs: who met, who was told to do what by when, which "
            "figures were named, each with the words it was read from. No key is needed. What is not known is null or "
            "empty, never guessed."
        ),
        "license": {"name": licence.NAME, "url": licence.ADDRESS},
    }
    made["tags"] = [
        *({"name": name, "description": resource.description} for name, resource in RESOURCES.items()),
        {"name": "redirects", "description": _("Where records lead that were merged or taken away.")},
        {"name": "root", "description": _("What there is.")},
    ]
    schemas: Schema = made["components"]["schemas"]
    for name, resource in RESOURCES.items():
        for alone in (False, True):
            told = schemas[serializer_of(resource, alone).__name__]
            told["required"] = ["id"]  # whoever asks for some fields gets those
            told["description"] = resource.description
            told["properties"] |= {part.name: _part(part) for part in EXPANSIONS[name].values()}
    return made


def _part(part: Any) -> Schema:
    one = {"$ref": f"#/components/schemas/{serializer_of(part.resource).__name__}"}
    told: Schema = {"type": "array", "items": one} if part.many else {"anyOf": [one, {"type": "null"}]}
    return {**told, "description": part.description}


def _plain(told: Any) -> Any:
    """Words in the language in use, wherever they stand."""
    if isinstance(told, dict):
        return {str(name): _plain(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [_plain(value) for value in told]
    return told if told is None or isinstance(told, bool | int | float | str) else str(told)
