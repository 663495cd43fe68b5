"""The admin page of a record that several people edit: each is told what another did to it meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from people.desk.overtaking import Overtaken
from people.desk.spoken import spoken


class SharedRecord(admin.ModelAdmin):
    """Locks a record while it is saved, and says what came in between."""

    change_form_template: ClassVar[Any] = "admin/records/change_form.html"

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The record; where it is about to be saved, nobody may change it before that is done."""
        record = super().get_object(request, object_id, from_field)
        if record is not None and request.method == "POST" and transaction.get_connection().in_atomic_block:
            self.model._default_manager.select_for_update(of=("self",)).only("pk").get(pk=record.pk)
            record.refresh_from_db()
        return record

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page, with what another changed of the record and of its rows."""
        context["overtaken"] = list(_overtaken(context))
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Saves, and tells of changes of others that were kept."""
        super().save_related(request, form, formsets, change)
        kept = [told for one in _forms(form, formsets) for told in getattr(one, "kept", ())]
        if kept:
            words = _("Kept beside your own changes: %(changes)s")
            changes = " ".join(f"{told.label}: {told.sentence}" for told in kept)
            self.message_user(request, words % {"changes": changes}, messages.INFO)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        if request.method != "POST" or not self.has_change_permission(request):
            admin_itself: Any = super()
            return admin_itself._get_obj_does_not_exist_redirect(request, opts, object_id)
        history: Any = self.model.history
        versions = history.filter(**{opts.pk.attname: unquote(object_id)}) if unquote(object_id).isdecimal() else ()
        last = next(iter(versions), None)
        context = {
            **self.admin_site.each_context(request),
            "title": _("This record is gone"),
            "opts": opts,
            "by": spoken(last) if last is not None else None,
            "typed": list(_typed(opts, request.POST)),
        }
        return TemplateResponse(request, "admin/records/gone.html", context, status=410)


def _forms(form: Any, formsets: Iterable[Any]) -> Iterator[Any]:
    yield form
    for formset in formsets:
        yield from formset.forms


def _overtaken(context: dict[str, Any]) -> Iterator[tuple[str, Overtaken]]:
    formsets = [inline.formset for inline in context.get("inline_admin_formsets", ())]
    for form in _forms(context["adminform"].form, formsets):
        row = "" if form is context["adminform"].form else getattr(form, "called", "")
        for told in (*getattr(form, "overtaken", ()), *(getattr(form, "kept", ()) if form.is_bound else ())):
            yield row, told


def _typed(opts: Any, sent: Any) -> Iterator[tuple[str, str]]:
    for name in sent:
        try:
            label = opts.get_field(name).verbose_name
        except FieldDoesNotExist:
            continue
        yield str(label), sent[name]
