"""Which record a visitor means: its kind and key in an address, whether readers may see it, where it is shown."""

from __future__ import annotations

from functools import cache, singledispatch
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from people.corrections import Correctable, State
from people.merging.redirects import survivor
from people.models import Mergeable
from people.models.mistakes import LONGEST_WORDS
from people.templatetags.english import INNER_QUOTES, in_english

# Kinds that readers call otherwise than those who keep the records.
KINDS = {
    "directive": pgettext_lazy("kind of record", "task"),
    "target": pgettext_lazy("kind of record", "figure"),
    "organization": pgettext_lazy("kind of record", "agency"),
    "role": pgettext_lazy("kind of record", "office"),
}
PUBLISHED = (State.READ, State.CONFIRMED)


@cache
def kinds() -> dict[str, type[Correctable]]:
    """The kinds of records that a mistake may be in, by their name in an address."""
    return {str(model._meta.model_name): model for model in apps.get_models() if issubclass(model, Correctable)}


def find(kind: str, pk: int) -> Correctable | None:
    """The record or, if it has been merged away, its survivor; None for what readers may not see."""
    model = kinds().get(kind)
    if model is None:
        return None
    rows = model._default_manager.select_related(*_needed(model))
    record = rows.filter(pk=pk).first()
    if record is not None and is_seen(record):
        return record
    return survivor(model, pk) if issubclass(model, Mergeable) else None


def is_seen(record: Correctable) -> bool:
    """Whether readers may see the record: it and all that it is a part of are neither rejected nor withdrawn."""
    return record.state in PUBLISHED and all(is_seen(getattr(record, name)) for name in _needed(type(record)))


def place_of(record: Correctable) -> str:
    """The address at which readers see the record: its own page, else its words on that of what it is a part of."""
    own: Any = record
    if hasattr(own, "get_absolute_url"):
        return str(own.get_absolute_url())
    name = f"{record._meta.model_name}-{record.pk}"
    anchor = f"w-{name}" if getattr(record, "article_id", None) else name
    # Of two wholes, such as the document cited and the meeting that cites it, the later one shows the words.
    whole = next((getattr(record, part) for part in reversed(_needed(type(record)))), None)
    return "/" if whole is None else f"{place_of(whole).partition('#')[0]}#{anchor}"


def words_of(record: Correctable) -> str:
    """The words that a mistake is probably in: those that the record was read from, else how it is called."""
    said = getattr(record, "quote", "") or getattr(record, "full_name", "") or str(record)
    return said[:LONGEST_WORDS]


def called(record: Correctable, length: int = 70) -> str:
    """The record's kind and name, for those who do not see where a link stands: `task “Sở Tài chính trình …”`."""
    name = short_name(record, length).translate(INNER_QUOTES)
    return _("%(kind)s “%(name)s”") % {"kind": kind_of(record), "name": name}


@singledispatch
def name_of(record: Correctable) -> str:
    """The record's name in the page's language, if there are words for it; other applications say it of their own."""
    return in_english(record)


def kind_of(record: Correctable) -> str:
    """What kind of record it is, as readers say it in the language of the page."""
    return str(KINDS.get(str(record._meta.model_name), record._meta.verbose_name))


def short_name(record: Correctable, length: int = 70) -> str:
    """The record's name in the page's language, if there are words for it, cut between words."""
    name = name_of(record)
    return name if len(name) <= length else name[:length].rsplit(" ", 1)[0] + " …"


@cache
def _needed(model: type[models.Model]) -> tuple[str, ...]:
    """The foreign keys of `model` to records that it is a part of: those that are never empty."""
    return tuple(
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and not field.null
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, Correctable)
    )
