"""Columns of a file: what a program reads in each, and what stands there for people."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from people.templatetags.english import in_english, is_english

# What a cell may hold: words, a number, a day, yes or no, several things, or nothing where nothing is known.
Value = str | int | Decimal | datetime.date | bool | list[Any] | None
Read = Callable[[Any], Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list of records.

    `value` gives what programs read of a record (codes, numbers, days), `words` what people read, where that differs.
    `corrects` names the field of the record that a correction in this column is for. `width` is in characters.
    `only_words` is True for a column that repeats another one in the page's language and that no program needs.
    """

    name: str
    label: str
    value: Read
    words: Read | None = None
    corrects: str = ""
    width: int = 16
    only_words: bool = False

    def for_people(self, record: Any) -> Value:
        """What stands in a table that people open."""
        return (self.words or self.value)(record)


def label_of(model: type[models.Model], field: str) -> str:
    """What the pages call the field."""
    return capfirst(str(model._meta.get_field(field).verbose_name))  # type: ignore[union-attr]


def plain(model: type[models.Model], field: str, name: str = "", *, corrects: bool = True, width: int = 16) -> Column:
    """A field as it is stored."""
    column = name or field
    return Column(column, label_of(model, field), filled(attrgetter(field)), None, field if corrects else "", width)


def coded(model: type[models.Model], field: str, *, corrects: bool = True, width: int = 16) -> Column:
    """A field with choices: their codes for programs, their labels for people."""
    choices: Iterable[tuple[Any, Any]] = model._meta.get_field(field).flatchoices  # type: ignore[union-attr]
    labels = {code: str(label) for code, label in choices}
    read = attrgetter(field)
    return Column(
        field,
        label_of(model, field),
        filled(read),
        lambda record: labels.get(read(record)) or None,
        field if corrects else "",
        width,
    )


def filled(read: Callable[[Any], Any]) -> Read:
    """`read`, with nothing in place of empty words."""

    def value(record: Any) -> Value:
        found = read(record)
        return None if found == "" else str(found) if isinstance(found, Promise) else found

    return value


def in_page_language(column: Column, said: Callable[[Any], str] = lambda words: in_english(words)) -> list[Column]:
    """The column and, on an English page, beside it the same names in English, where a rule knows them."""
    if not is_english():
        return [column]

    def english(record: Any) -> Value:
        found = column.for_people(record)
        if isinstance(found, list):
            return [said(each) for each in found]
        translated = said(found) if found else ""
        return translated if translated != found else None

    label = _("%(column)s, in English") % {"column": column.label}
    return [column, Column(f"{column.name}_english", label, english, width=column.width, only_words=True)]


def names(columns: Sequence[Column]) -> list[str]:
    """The names by which programs know the columns."""
    return [column.name for column in columns]
