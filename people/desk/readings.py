"""What the machine read, said beside each field that a person may set right."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from people.corrections import Correctable
from people.desk.choosing import label
from people.desk.spoken import latest_versions, who_set

# So many characters of the words that a reading stands on are shown beside a field.
LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article that say what a field holds; `url` shows them in their place, `rule` read them."""

    words: str
    url: str
    rule: str = ""


def shown(record: models.Model, field: str, reading: Any) -> str:
    """A reading, as `extracted` keeps it, in the words of a form: names for keys, labels for choices, dates as written.

    A related record that is gone since is shown by its key.
    """
    if reading is None or reading == "":
        return _("(empty)")
    model_field = record._meta.get_field(field)
    if isinstance(model_field, models.ForeignKey):
        related = model_field.related_model._default_manager.filter(pk=reading).first()
        return label(related) if related else _("no. %(key)s, which is gone") % {"key": reading}
    return shown_value(model_field, reading)


def shown_value(field: Any, value: Any) -> str:
    """A plain value of a field, in the words of a form."""
    if value is None or value == "":
        return _("(empty)")
    choices = dict(field.flatchoices) if getattr(field, "choices", None) else {}
    if value in choices:
        return str(choices[value])
    python = field.to_python(value)
    if isinstance(python, datetime.datetime | datetime.date):
        return date_format(python, "SHORT_DATE_FORMAT")
    if isinstance(field, models.DecimalField):
        return str(number_format(f"{python.normalize():f}", force_grouping=True))
    return str(python)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: a value with what it was read from."""

    value: str
    quote: str = ""
    url: str = ""
    rule: str = ""
    version: str = ""
    day: datetime.date | None = None


def side(record: Correctable, field: str, reading: Any, evidence: Mapping[str, Any]) -> Side:
    """A reading of `field` with its evidence, in the form of `Correctable.evidence_of`."""
    article = evidence.get("article")
    return Side(
        shown(record, field, reading),
        Truncator(evidence.get("quote", "")).chars(LONGEST_QUOTE),
        reverse("admin:meetings_article_change", args=[article]) if article else "",
        evidence.get("rule", ""),
        evidence.get("version", "").partition("/")[0],
        parse_date(evidence["day"]) if evidence.get("day") else None,
    )


def field_notes(
    record: Correctable,
    quotes: Mapping[str, Sequence[Quote]],
    *,
    may_change: bool,
    ticked: Collection[tuple[str, str]] = (),
    reader: str | None = None,
) -> dict[str, SafeString]:
    """By field, what stands beside it: its own help, the words it was read from, the reading where it differs.

    A conflict shows the person's value, the reading that the person had set right, and the later one. `ticked` are
    pairs ("give_back" or "settled", field) that a form sent back had ticked; `reader` says who read.
    """
    notes = {}
    versions: list[Any] | None = None
    for field in record.correctable_fields:
        conflict = record.conflicts.get(field)
        differs = field in record.extracted and record.is_corrected(field)
        if not (differs or conflict or quotes.get(field)):
            continue
        context: dict[str, Any] = {
            "field": field,
            "help": record._meta.get_field(field).help_text,  # type: ignore[union-attr]
            "quotes": quotes.get(field, ()),
            "reader": reader or _("The machine read:"),
            "may_change": may_change,
            "give_back": ("give_back", field) in ticked,
            "settled": ("settled", field) in ticked,
        }
        if differs or conflict:
            versions = latest_versions(record) if versions is None else versions
            later = record.extracted.get(field)
            context |= {
                "present": shown(record, field, record.reading_of(field)),
                "person": who_set(record, field, versions),
                "earlier": side(record, field, conflict["value"], conflict) if conflict else None,
                "later": side(record, field, later, record.evidence_of(field)),
            }
        notes[field] = render_to_string("admin/records/_note.html", context)
    return notes
