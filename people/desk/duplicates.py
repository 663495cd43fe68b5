"""The pages on which likely duplicates are listed and, beside a record, those that may be the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from people.desk.other import OtherForm
from people.merging.likely import Reason, likely_of
from people.merging.remembered import Found, found_pairs, still_open
from people.models import Province

ROWS = 30
UNKNOWN = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter with the number of pairs that it leaves; `url` is the page with it."""

    label: Any
    count: int
    url: str
    selected: bool


class Duplicates:
    """The list of likely pairs of one kind, filtered by what its address says."""

    def __init__(self, model: Any, request: HttpRequest) -> None:
        self.reason, self.province = request.GET.get("reason", ""), request.GET.get("province", "")
        found = found_pairs(model, anew="anew" in request.GET)
        self._found = found
        rows = [pair for pair in found if self._has_reason(pair) and self._lies_in(pair)]
        self.page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
        self.pairs = still_open(model, list(self.page.object_list))

    def _has_reason(self, pair: Found) -> bool:
        return not self.reason or pair.reason == self.reason

    def _lies_in(self, pair: Found) -> bool:
        return not self.province or self.province in map(_value, pair.provinces)

    @property
    def reasons(self) -> list[Choice]:
        """The reasons of the pairs in the chosen province."""
        counts = Counter(pair.reason for pair in self._found if self._lies_in(pair))
        shown = [Choice(_("All"), sum(counts.values()), self.url(reason=""), not self.reason)]
        return shown + [
            Choice(reason.label, counts[reason.value], self.url(reason=reason.value), self.reason == reason.value)
            for reason in Reason
            if counts[reason.value] or self.reason == reason.value
        ]

    @property
    def provinces(self) -> list[Choice]:
        """The provinces of the pairs with the chosen reason."""
        counts = Counter(v for p in self._found if self._has_reason(p) for v in {_value(pk) for pk in p.provinces})
        names = {str(row.pk): row.name for row in Province.objects.filter(pk__in=[v for v in counts if v != UNKNOWN])}
        named = sorted(
            ((names.get(v, _("Unknown")), v) for v in counts), key=lambda item: (item[1] == UNKNOWN, item[0])
        )
        total = sum(self._has_reason(pair) for pair in self._found)
        shown = [Choice(_("All"), total, self.url(province=""), not self.province)]
        return shown + [Choice(n, counts[v], self.url(province=v), self.province == v) for n, v in named]

    def url(self, **changes: str) -> str:
        """The page with another reason or province."""
        asked = {"reason": self.reason, "province": self.province, **changes}
        return "?" + "&".join(f"{name}={value}" for name, value in asked.items() if value.isalnum())


def _value(province: int | None) -> str:
    return UNKNOWN if province is None else str(province)


def list_view(admin: Any, request: HttpRequest) -> HttpResponse:
    """Likely pairs, likeliest first."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    options = admin.model._meta
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Likely duplicates: %(records)s") % {"records": options.verbose_name_plural},
        "opts": options,
        "list": Duplicates(admin.model, request),
        "reasons": dict(Reason.choices),
        "compare": f"admin:{options.app_label}_{options.model_name}_compare",
    }
    return TemplateResponse(request, "admin/merging/duplicates.html", context)


def resembling_view(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """The records that may be the same as one, and a chooser for any other."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    record = get_object_or_404(admin.model._base_manager.select_related("province"), pk=pk)
    options = admin.model._meta
    compare = f"admin:{options.app_label}_{options.model_name}_compare"
    form = OtherForm(admin, request, record, request.GET if {"other", "sought"} & set(request.GET) else None)
    if form.is_bound and form.is_valid() and not form.finding:
        return HttpResponseRedirect(reverse(compare, args=[record.pk, form.cleaned_data["other"].pk]))
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Merge or tell apart: %(record)s") % {"record": record},
        "opts": options,
        "record": record,
        "pairs": likely_of(record),
        "reasons": dict(Reason.choices),
        "compare": compare,
        "form": form,
        "media": admin.media + form.media,
    }
    return TemplateResponse(request, "admin/merging/resembling.html", context)
