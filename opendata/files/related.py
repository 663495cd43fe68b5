"""What rows of a file name: fetched once for some hundred rows, however many of them name the same."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet

from meetings.models import Article, Assignment, Meeting
from people.models import Official, Organization

# Columns of a record that no file shows.
UNSHOWN = ("search_text", "extracted", "conflicts", "read_as")


def light(model: Any) -> QuerySet[Any]:
    """All records of a model without what is only searched, and without readings."""
    names = {field.name for field in model._meta.concrete_fields}
    return model._default_manager.defer(*(name for name in UNSHOWN if name in names))


def bare(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows of a list without the records that its page joins to each of them anew."""
    return rows.select_related(None).prefetch_related(None)


def meeting(path: str = "meeting") -> Prefetch[Any]:
    """The meeting of a record, with its body and province."""
    rows = light(Meeting).select_related("body", "province__successor")
    return Prefetch(path, rows.defer(*UNSHOWN, *(f"body__{name}" for name in UNSHOWN if name != "read_as")))


def article(path: str = "article") -> Prefetch[Any]:
    """The article of a record, without its text."""
    return Prefetch(path, light(Article).defer("text", "search_text", "extracted", "conflicts"))


def official(path: str) -> Prefetch[Any]:
    """An official that a record names."""
    return Prefetch(path, light(Official))


def parts() -> Prefetch[Any]:
    """Who is told to carry a directive out, in `parts`, in the order of the page."""
    rows = Assignment.objects.published().defer("extracted", "conflicts", "read_as")
    told = rows.prefetch_related(Prefetch("organization", light(Organization)), official("official"))
    return Prefetch("assignments", told, to_attr="parts")
