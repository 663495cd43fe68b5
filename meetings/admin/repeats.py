"""The page on which an editor says that tasks of two meetings are the same task, or that they are not."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.judging import Contradiction, judge, take_back
from meetings.ledger import with_parts
from meetings.models import Directive, TaskJudgement
from meetings.models.repetitions import LONGEST_REASON
from meetings.reconcile.told import present
from meetings.repeats import tellings_of

# A number alone, or the address of a task's page.
_NUMBER = re.compile(r"(?:\A|/)(\d{1,18})(?:-[\w-]*)?/?(?:[?#].*)?\Z")


class JudgementForm(forms.Form):
    """Which other task is meant, and why: one of those listed, or one by its number or address."""

    other = forms.CharField(required=False)
    sought = forms.CharField(
        label=gettext_lazy("Number or address of another task"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, task: Directive, data: Any = None) -> None:
        super().__init__(data)
        self.task = task

    def clean(self) -> dict[str, Any]:
        """Finds the task: what is typed counts before what is ticked."""
        cleaned = super().clean() or self.cleaned_data
        typed = (cleaned.get("sought") or "").strip()
        match = _NUMBER.search(typed or cleaned.get("other") or "")
        if match is None:
            words = _("This is neither the number nor the address of a task.") if typed else _("Choose another task.")
            raise ValidationError(words)
        found = present([int(match[1])]).exclude(pk=self.task.pk).select_related("meeting").first()
        if found is None:
            raise ValidationError(_("There is no other task of this number."))
        cleaned["task"] = found
        return cleaned


def repeats_view(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """The task's tellings and what was said of them; a POST says more, or takes back."""
    if not admin.has_change_permission(request):
        raise PermissionDenied
    task = get_object_or_404(Directive.objects.select_related("meeting", "same_as"), pk=pk)
    asked = request.method == "POST" and not {"take_back"} & set(request.POST)
    form = JudgementForm(task, request.POST if asked else None)
    if request.method == "POST":
        said = _settle(request, task, form)
        if said:
            admin.message_user(request, said, messages.SUCCESS)
            return HttpResponseRedirect(request.path)
    own = Directive.objects.get(pk=task.same_as_id) if task.same_as_id else task
    rows = with_parts(present().select_related("meeting__province").defer("search_text", "meeting__search_text"))
    tellings = tellings_of(own, rows)
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Told again at other meetings"),
        "opts": Directive._meta,
        "task": task,
        "others": [row for row in tellings.shown if row.pk != own.pk] if tellings else [],
        "left_out": tellings.left_out if tellings else 0,
        "judgements": TaskJudgement.of(own).select_related("first__meeting", "second__meeting", "by"),
        "own": own,
        "form": form,
    }
    return TemplateResponse(request, "admin/records/repeats.html", context)


def _settle(request: HttpRequest, task: Directive, form: JudgementForm) -> str:
    """Does what was asked. Returns what to tell of it; nothing where the form has errors."""
    if "take_back" in request.POST:
        key = request.POST["take_back"]
        said = TaskJudgement.of(task.same_as or task).filter(pk=key if key.isdecimal() and len(key) < 19 else 0).first()
        if said is None:
            return _("That had been taken back already.")
        take_back(said)
        return _("Taken back: the rules decide again.")
    if not form.is_valid():
        return ""
    same = "_same" in request.POST
    try:
        judge(task, form.cleaned_data["task"], same=same, by=request.user, reason=form.cleaned_data["reason"])
    except Contradiction as contradiction:
        form.add_error(None, str(contradiction))
        return ""
    return _("The two are one task, whatever is read.") if same else _("The two are not the same, whatever is read.")
