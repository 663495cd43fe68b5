"""Sending the admin's forms as a browser would, with what a page shows and what a person changes."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def admin_url(record: Model | type[Model], page: str, *args: Any) -> str:
    """The address of an admin page of a model or of one of its records: `admin_url(official, "change")`."""
    options = record._meta
    key = [record.pk] if isinstance(record, Model) else []
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[*key, *args])


def form_data(response: HttpResponse) -> dict[str, Any]:
    """What a browser would send back from a change or add page, nothing changed."""
    context: Any = response.context  # type: ignore[attr-defined]
    forms = [context["adminform"].form]
    data: dict[str, Any] = {}
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            if field.name in ("give_back", "settled"):
                continue
            value = field.value()
            shown = field.field.widget.format_value(value) if hasattr(field.field.widget, "format_value") else value
            if isinstance(shown, list):
                shown = shown[0] if shown else ""
            data[field.html_name] = "" if shown is None else shown
    return data


def save(client: Client, record: Model, **changes: Any) -> HttpResponse:
    """Opens the record's page, changes fields of the form and sends it; a form with errors comes back with 200."""
    url = admin_url(record, "change")
    data = {**form_data(client.get(url)), "_save": "1", **changes}  # type: ignore[arg-type]
    return client.post(url, {name: value for name, value in data.items() if value is not None})  # type: ignore[return-value]


def errors(response: HttpResponse) -> dict[str, list[str]]:
    """The errors of a form that came back; none where it was saved."""
    context: Any = response.context  # type: ignore[attr-defined]
    return dict(context["adminform"].form.errors) if context and "adminform" in context else {}
