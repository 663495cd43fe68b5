"""The forms of the review page: a record's own form from the desk, with choices that the article makes likely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from meetings.models import Article, Assignment, Meeting, Mention
from meetings.review.article.adding import KINDS, new_official
from people.desk.choosing import label_at
from people.models import Official, Organization, Role

# So many likely choices stand in a chooser before anything is typed.
LIKELY = 60


class LikelyAutocomplete(AutocompleteSelect):
    """A chooser that holds likely choices from the beginning, so that it works without a script, too."""

    likely: Iterable[Any] = ()

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> list[Any]:
        """The present value, then the likely ones."""
        groups: list[Any] = super().optgroups(name, value, attrs)
        options = groups[0][1]
        shown = {str(option["value"]) for option in options}
        for record in self.likely:
            if str(record.pk) not in shown:
                label = label_at(self.admin_site, record)
                options.append(self.create_option(name, record.pk, label, False, len(options)))
        return groups


def correction(request: HttpRequest, record: Any, article: Article) -> Any:
    """The form that corrects `record`, bound to what was sent, if anything was."""
    model_admin: Any = admin.site.get_model_admin(type(record))
    content = flatten(getattr(model_admin, "content", record.correctable_fields))
    unasked = {"same_as", *model_admin.get_readonly_fields(request, record)}
    fields = [name for name in content if name not in unasked]
    form_class = model_admin.get_form(request, record, change=True, fields=fields)
    form = form_class(request.POST if request.method == "POST" else None, instance=record)
    _dress(form, article)
    return form


def addition(
    request: HttpRequest, kind: str, record: Any, article: Article, meeting: Meeting, proposed: Mapping[str, Any]
) -> Any:
    """The form that adds `record` of that kind, with what its words propose; validate it in a transaction."""
    model, fields = KINDS[kind]
    model_admin = admin.site.get_model_admin(model)
    form_class: Any = model_admin.get_form(request, None, change=False, fields=list(fields))
    if kind in ("appearance", "role"):
        form_class = type("AdditionForm", (NewPerson, form_class), {"meeting": meeting})
    data = request.POST if request.method == "POST" else None
    form = form_class(data, instance=record, initial=dict(proposed))
    _dress(form, article)
    return form


class NewPerson(forms.ModelForm):
    """Asks for the name of an official whom the register does not have yet; he is made when the rest is right."""

    new_official = forms.CharField(
        label=_("New official"),
        required=False,
        max_length=120,
        help_text=_("The full name, where the person is in no list yet; leave the chooser above empty then."),
    )
    meeting: Meeting
    made: Official | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["official"].required = False
        self.order_fields(["official", "new_official"])

    def clean(self) -> dict[str, Any]:
        """Takes one of the two."""
        cleaned = super().clean() or self.cleaned_data
        name = " ".join(cleaned.get("new_official", "").split())
        if name and cleaned.get("official"):
            self.add_error("new_official", _("Either choose an official above or name a new one, not both."))
        elif name and len(name.split()) < 2:
            self.add_error("new_official", _("Give the full name: family name, middle name and given name."))
        elif not name and not cleaned.get("official") and isinstance(self.instance, Role):
            self.add_error("official", _("Choose the official whose office it is, or name a new one."))
        elif name and not self.errors:
            self.made = cleaned["official"] = new_official(name, self.meeting)
        return cleaned


def _dress(form: forms.ModelForm, article: Article) -> None:
    """Choosers with likely choices, days by the browser's own calendar."""
    likely: dict[type[Any], list[Any]] = {}
    for field in form.fields.values():
        widget = field.widget.widget if isinstance(field.widget, RelatedFieldWidgetWrapper) else field.widget
        if isinstance(widget, AutocompleteSelect):
            chooser = LikelyAutocomplete(widget.field, widget.admin_site, choices=widget.choices)
            model: Any = widget.field.remote_field.model
            likely.setdefault(model, _likely(model, article))
            chooser.likely = likely[model]
            chooser.is_required = field.required
            field.widget = chooser
        elif isinstance(field, forms.DateField):
            field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        else:
            field.widget = widget


def _likely(model: type[Any], article: Article) -> list[Any]:
    """Officials named in the article, and organizations that are told to act or meet in it."""
    if model is Official:
        named = Mention.objects.filter(article=article).values("official")
        return list(Official.objects.published().filter(pk__in=named).select_related("province")[:LIKELY])
    if model is Organization:
        told = Assignment.objects.filter(directive__article=article).values("organization")
        rows = Organization.objects.published().filter(pk__in=told).select_related("province")
        return list(rows[:LIKELY])
    return []
