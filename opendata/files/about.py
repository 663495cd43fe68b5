"""What a file says of itself: what it holds, from where and when, by which filters, under which licence."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from opendata import licence
from opendata.files.export import Export

Said = list[tuple[str, str, str]]  # (name for programs, label, value)


def about(export: Export) -> Said:
    """The entries, in the language in force."""
    filters = "; ".join(f"{active.label}: {active.value}" for active in export.filters.active)
    order = next((order.label for order in export.filters.orders() if order.selected), "")
    day = export.edition.day
    entries = [
        ("title", _("What it holds"), str(export.table.title)),
        ("source", _("From"), licence.CREDIT),
        ("address", _("Page"), export.address),
        ("retrieved_on", _("Taken on"), day.isoformat()),
        ("filters", _("Filters"), filters or _("none: the whole list")),
        ("order", _("Order"), order),
        ("licence", _("Licence"), f"{licence.NAME}, {licence.ADDRESS}"),
        ("rights", _("Rights of others"), str(licence.RESERVE)),
        ("citation", _("How to cite it"), citation(export)),
        ("method", _("How it was made"), _METHOD()),
    ]
    return [entry for entry in entries if entry[2]]


def citation(export: Export) -> str:
    """The file, ready to be cited."""
    day = date_format(export.edition.day, "SHORT_DATE_FORMAT")
    words = _("%(site)s, “%(list)s”, %(address)s, retrieved on %(day)s.")
    return words % {"site": licence.CREDIT, "list": export.table.title, "address": export.address, "day": day}


def _METHOD() -> str:
    return _(
        "Read by rules from press texts, which stand beside each record as evidence; what people set right stays so. "
        "A deadline is what the text says; that its day has passed says nothing of the result."
    )
