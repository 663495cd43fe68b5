"""The page on which two records stand side by side, to be merged, told apart or tied as predecessor and successor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.desk.sides import side_by_side
from people.merging import Refused, merge, ordered, say_distinct, take_back
from people.merging.merge import save_telling
from people.merging.preview import preview
from people.merging.refusals import refuse_without_reason
from people.models import Distinction, Organization
from people.models.merges import LONGEST_REASON

MERGE, APART, TAKE_BACK, SUCCEED = "merge", "apart", "take_back", "succeed"


class DecisionForm(forms.Form):
    """What is to be done with two records, and why; which name and province the survivor bears."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("For instance: both are called director of the same department in May 2024."),
    )
    name_of = forms.ChoiceField(label=gettext_lazy("Name"), widget=forms.RadioSelect, required=False)
    province_of = forms.ChoiceField(label=gettext_lazy("Province"), widget=forms.RadioSelect, required=False)

    def __init__(self, keep: Any, drop: Any, data: Any = None) -> None:
        initial = {"name_of": keep.pk, "province_of": (keep if keep.province_id or not drop.province_id else drop).pk}
        super().__init__(data, initial=initial)
        self.records = {str(record.pk): record for record in (keep, drop)}
        unknown = _("unknown")
        for name, told in (("name_of", "name"), ("province_of", "province")):
            values = {pk: str(getattr(record, told) or unknown) for pk, record in self.records.items()}
            if len(set(values.values())) == 1:
                del self.fields[name]
            else:
                self.fields[name].choices = list(values.items())  # type: ignore[attr-defined]

    def chosen(self, name: str) -> Any:
        """The record whose name or province was chosen; None for the survivor's own."""
        return self.records.get(self.cleaned_data.get(name) or "")


def compare_view(admin: Any, request: HttpRequest, first: int, second: int) -> HttpResponse:
    """Both records with what texts say of them, and what merging would move; a POST decides."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    may_decide = admin.has_merge_permission(request)
    if request.method == "POST" and not may_decide:
        raise PermissionDenied
    if first == second:
        raise Http404
    rows = admin.model._base_manager.select_related("province", "merged_into")
    keep, drop = ordered(get_object_or_404(rows, pk=first), get_object_or_404(rows, pk=second))
    form = DecisionForm(keep, drop, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(admin, request, form, keep, drop)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            for record in (keep, drop):
                record.refresh_from_db()
    options = admin.model._meta
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Are these one?"),
        "opts": options,
        "keep": keep,
        "drop": drop,
        "merged": next((row for row in (keep, drop) if row.merged_into_id), None),
        "rows": side_by_side(keep, drop),
        "preview": preview(keep, drop),
        "distinction": Distinction.between(keep, drop),
        "may_succeed": isinstance(keep, Organization) and keep.successor_id != drop.pk != drop.successor_id,
        "may_decide": may_decide,
        "form": form,
        "action": request.POST.get("action", ""),
        "back": reverse(f"admin:{options.app_label}_{options.model_name}_duplicates"),
    }
    return TemplateResponse(request, "admin/merging/compare.html", context)


def _decided(admin: Any, request: HttpRequest, form: DecisionForm, keep: Any, drop: Any) -> HttpResponse:
    actions: dict[str, Callable[..., str]] = {MERGE: _merge, APART: _tell_apart, TAKE_BACK: _take_back}
    if isinstance(keep, Organization):
        actions[SUCCEED] = _succeed
    action = request.POST.get("action", "")
    if action not in actions:
        raise Refused(_("Choose what is to be done with the two."))
    said = actions[action](request, form, keep, drop)
    admin.message_user(request, said, messages.SUCCESS)
    options = admin.model._meta
    address = f"admin:{options.app_label}_{options.model_name}"
    if action == MERGE:
        return HttpResponseRedirect(reverse(f"{address}_change", args=[keep.pk]))
    if action == APART:
        return HttpResponseRedirect(reverse(f"{address}_duplicates"))
    return HttpResponseRedirect(request.path)


def _merge(request: HttpRequest, form: DecisionForm, keep: Any, drop: Any) -> str:
    bearing = {"name_of": form.chosen("name_of"), "province_of": form.chosen("province_of")}
    merge(keep, drop, by=request.user, reason=form.cleaned_data["reason"], **bearing)
    names = {"drop": drop, "pk": drop.pk, "keep": keep}
    return _("“%(drop)s” (no. %(pk)s) has been merged into “%(keep)s”; this can be undone below.") % names


def _tell_apart(request: HttpRequest, form: DecisionForm, keep: Any, drop: Any) -> str:
    say_distinct(keep, drop, by=request.user, reason=form.cleaned_data["reason"])
    return _("It is remembered that “%(keep)s” and “%(drop)s” are not the same.") % {"keep": keep, "drop": drop}


def _take_back(request: HttpRequest, form: DecisionForm, keep: Any, drop: Any) -> str:
    if (said := Distinction.between(keep, drop)) is None:
        raise Refused(_("Nobody has said that these two are not the same."))
    take_back(said, by=request.user, reason=form.cleaned_data["reason"])
    return _("It is forgotten that the two are not the same.")


def _succeed(request: HttpRequest, form: DecisionForm, keep: Any, drop: Any) -> str:
    """Ties two organizations: what ended with the one goes on with the other. They are not the same, then."""
    heir = form.records.get(request.POST.get("heir", ""))
    if heir is None:
        raise Refused(_("Choose which of the two took the work over."))
    former = drop if heir.pk == keep.pk else keep
    refuse_without_reason(form.cleaned_data["reason"])
    with transaction.atomic():
        list(Organization.objects.select_for_update().filter(pk__in=(keep.pk, drop.pk)).order_by("pk"))
        for record in (former, heir):
            record.refresh_from_db()
            if record.merged_into_id is not None:
                raise Refused(_("One of the two has been merged away meanwhile."))
        if heir.successor_id == former.pk:
            raise Refused(
                _("They are tied the other way round; change that on the page of “%(heir)s”.") % {"heir": heir}
            )
        former.successor = heir
        save_telling(former, request.user, form.cleaned_data["reason"])
        if Distinction.between(keep, drop) is None:
            say_distinct(keep, drop, by=request.user, reason=form.cleaned_data["reason"])
    return _("“%(former)s” became “%(heir)s”: they stay two, tied to each other.") % {"former": former, "heir": heir}
