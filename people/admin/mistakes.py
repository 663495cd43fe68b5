"""The admin of what visitors report: each with the record and its words, to be settled one by one or, spam, many."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable
from people.desk.base import DeskAdmin
from people.desk.marks import standing_marks
from people.mistakes.meant import is_seen, place_of
from people.mistakes.settling import State, decline_all, settle
from people.models.mistakes import LONGEST_NOTE, MistakeReport

BUTTONS = {"_accept": State.ACCEPTED, "_decline": State.DECLINED, "_reopen": State.OPEN}
NAMED = 20  # reports on the page that asks why


class SettlementForm(forms.ModelForm):
    """A note on what became of a report; the button says what did."""

    class Meta:
        model = MistakeReport
        fields = ("note",)
        widgets: ClassVar = {"note": AdminTextareaWidget({"rows": 3})}

    def clean(self) -> dict[str, Any]:
        """Asks why a record stays; tells who settled the report meanwhile, and keeps what was typed."""
        cleaned = super().clean() or self.cleaned_data
        asked = next((state for button, state in BUTTONS.items() if button in self.data), None)
        if asked == State.DECLINED and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", _("Say why the record stays as it is."))
        if asked is not None and (asked == State.OPEN) == (self.instance.state == State.OPEN):
            raise forms.ValidationError(
                _("Somebody else was faster: this report is “%(state)s” by now. Nothing was changed."),
                params={"state": self.instance.get_state_display()},
            )
        return cleaned


class DeclineForm(forms.Form):
    """Why several records stay as they are."""

    note = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_NOTE,
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
        help_text=_("For instance: advertising; says nothing about the record."),
    )


@admin.register(MistakeReport)
class MistakeReportAdmin(DeskAdmin):
    form = SettlementForm
    change_form_template = "admin/mistakes/change_form.html"
    list_display = ("what", "about", "state", "created_at")
    list_filter = ("state", ("content_type", admin.RelatedOnlyFieldListFilter))
    date_hierarchy = "created_at"
    search_fields = ("what_is_wrong", "words", "source", "note")
    fields = ("note",)
    actions = ("decline_selected",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[MistakeReport]:
        """The reports with what their rows and pages name."""
        rows: QuerySet[MistakeReport] = super().get_queryset(request).select_related("settled_by", "content_type")
        return rows

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Visitors write them; staff correct records."""
        return False

    @admin.display(description=_("what is wrong"))
    def what(self, report: MistakeReport) -> str:
        """What the visitor says, shortened."""
        return Truncator(report.what_is_wrong).chars(120)

    @admin.display(description=_("record"))
    def about(self, report: MistakeReport) -> str:
        """The kind of record and the words meant, so that no record needs to be fetched for a list."""
        told = {"kind": report.content_type.name, "name": Truncator(report.words).chars(80)}
        return gettext("%(kind)s “%(name)s”") % told

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The report; where it is about to be settled, nobody else settles it before that is done."""
        report = super().get_object(request, object_id, from_field)
        if report is not None and request.method == "POST" and transaction.get_connection().in_atomic_block:
            MistakeReport.objects.select_for_update().only("pk").get(pk=report.pk)
            report.refresh_from_db()
        return report

    def save_model(self, request: HttpRequest, obj: MistakeReport, form: Any, change: bool) -> None:
        """Settles the report as the button says."""
        for button, state in BUTTONS.items():
            if button in request.POST:
                settle(obj, state, request.user, obj.note)
        super().save_model(request, obj, form, change)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page, with the record, its words in context, and where it is set right."""
        report = kwargs.get("obj")
        if report is not None and (record := report.record) is not None:
            context |= self._about(request, record)
        return super().render_change_form(request, context, *args, **kwargs)

    def _about(self, request: HttpRequest, record: Correctable) -> dict[str, Any]:
        desk: Any = self.admin_site.get_model_admin(type(record))
        options = record._meta
        page = reverse(f"{self.admin_site.name}:{options.app_label}_{options.model_name}_change", args=[record.pk])
        return {
            "record": record,
            "record_kind": options.verbose_name,
            "record_marks": standing_marks(record),
            "record_page": page if desk.has_view_permission(request, record) else "",
            "review_page": _review_page(record),
            "public_page": place_of(record) if is_seen(record) else "",
            "passages": desk.passages(record),
        }

    @admin.action(description=_("Decline the chosen reports …"), permissions=["change"])
    def decline_selected(self, request: HttpRequest, queryset: QuerySet[MistakeReport]) -> HttpResponse | None:
        """Asks why, then declines those of the chosen reports that are open."""
        form = DeclineForm(request.POST if "note" in request.POST else None)
        if form.is_valid():
            with transaction.atomic():
                declined = decline_all(
                    MistakeReport.objects.filter(pk__in=queryset.values("pk")), request.user, form.cleaned_data["note"]
                )
                for report in declined:
                    self.log_change(request, report, report.get_state_display())
            said = ngettext("%(n)d report declined.", "%(n)d reports declined.", len(declined))
            self.message_user(request, said % {"n": len(declined)}, messages.SUCCESS)
            return None
        chosen = queryset.filter(state=State.OPEN)
        if not (count := chosen.count()):
            self.message_user(request, gettext("None of these reports is open."), messages.WARNING)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Decline reports"),
            "opts": self.model._meta,
            "form": form,
            "reports": list(chosen[:NAMED]),
            "more": max(0, count - NAMED),
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "select_across": request.POST.get("select_across", "0"),
        }
        return TemplateResponse(request, "admin/mistakes/decline.html", context)


def _review_page(record: Any) -> str:
    article = record.pk if record._meta.model_name == "article" else getattr(record, "article_id", None)
    try:
        return reverse("review:article", args=[article]) if article else ""
    except NoReverseMatch:
        return ""
