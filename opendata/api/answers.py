"""The shapes of what the API answers, for its description; the views fill them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from opendata.api.redirects import MODELS
from opendata.api.serializers import serializer_of
from opendata.resources import Resource


class RefusalSerializer(serializers.Serializer):
    """A parameter that was not understood."""

    parameter = serializers.CharField()
    detail = serializers.CharField()


class ProblemSerializer(serializers.Serializer):
    """What was wrong (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    errors = RefusalSerializer(many=True, required=False)  # type: ignore[assignment]


class GoneSerializer(serializers.Serializer):
    """A record that is published no more."""

    id = serializers.IntegerField()
    identifier = serializers.URLField()
    at = serializers.DateTimeField(help_text=_("When."))
    why = serializers.ChoiceField(
        choices=[
            ("merged", _("merged into another record")),
            ("rejected", _("found to be wrong by a person")),
            ("withdrawn", _("found no more by a later reading")),
            ("hidden", _("not published, as what it stands on is not")),
            ("deleted", _("taken away")),
            ("unasked", _("changed, and none of those that the filters ask for")),
        ]
    )
    into = serializers.URLField(
        allow_null=True, help_text=_("The permanent identifier of the record it was merged into.")
    )


class RedirectSerializer(serializers.Serializer):
    """A record that is told of under another number now."""

    kind = serializers.ChoiceField(choices=[(kind, kind) for kind in MODELS])
    gone_id = serializers.IntegerField()
    id = serializers.IntegerField(help_text=_("The number under which it is told of now."))
    gone = serializers.URLField(help_text=_("The permanent identifier that leads on."))
    identifier = serializers.URLField(help_text=_("The permanent identifier that it leads to."))


class FacetValueSerializer(serializers.Serializer):
    """A value of a filter with the number of records that it keeps beside the other filters."""

    value = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()


_NEXT: dict[str, Any] = {"allow_null": True, "help_text": _("The address of the next page; null on the last one.")}


class RedirectsSerializer(serializers.Serializer):
    """A page of redirects."""

    data = RedirectSerializer(many=True)  # type: ignore[assignment]
    next = serializers.URLField(**_NEXT)


class RootSerializer(serializers.Serializer):
    """What there is."""

    resources = serializers.DictField(child=serializers.URLField())
    redirects = serializers.URLField()
    description = serializers.URLField()
    licence = serializers.URLField()


def page_of(resource: Resource) -> Any:
    """A page of a resource's list."""
    return inline_serializer(
        f"{resource.kind.capitalize()}Page",
        {
            "data": serializer_of(resource)(many=True),
            "next": serializers.URLField(**_NEXT),
            "count": serializers.IntegerField(required=False, help_text=_("How many there are; where `count=true`.")),
            "facets": serializers.DictField(
                child=FacetValueSerializer(many=True), required=False, help_text=_("Where `facets=true`.")
            ),
            "gone": GoneSerializer(many=True, required=False, help_text=_("Where `modified_since` is given.")),
            "until": serializers.DateTimeField(
                required=False, help_text=_("The `modified_since` of the next time; that of the first page counts.")
            ),
        },
    )
