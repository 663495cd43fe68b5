"""Correctable: records follow the text that they were read from, except where a person has spoken."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self, TypeVar, cast

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """What is known of a record's standing."""

    READ = "read", pgettext_lazy("record state", "Read by the machine")
    CONFIRMED = "confirmed", pgettext_lazy("record state", "Confirmed by a person")
    REJECTED = "rejected", pgettext_lazy("record state", "Rejected by a person")
    WITHDRAWN = "withdrawn", pgettext_lazy("record state", "No longer found in the text")


_Row = TypeVar("_Row", bound=models.Model)


class CorrectableQuerySet(models.QuerySet[_Row]):
    """Conditions on the standing of records, named once."""

    def published(self) -> Self:
        """What readers may see: neither rejected by a person nor withdrawn by a later reading."""
        return self.filter(state__in=(State.READ, State.CONFIRMED))


class Correctable(models.Model):
    """A record with fields that were read from a text and that a person may set right, for good.

    `extracted` holds what was last read, by field, as JSON. A field whose value equals it is the machine's and follows
    the next reading; one that differs is a person's and stays, however it was changed. `conflicts` keeps, by field, the
    reading that the person had set right when a later reading came to disagree with both.
    """

    correctable_fields: ClassVar[tuple[str, ...]] = ()

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.READ, db_index=True)
    confidence = models.PositiveSmallIntegerField(
        _("confidence"),
        default=100,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("How sure the reading is, in percent."),
    )
    extracted = models.JSONField(_("as read from the text"), default=dict, blank=True, editable=False)
    conflicts = models.JSONField(_("conflicting readings"), default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("first read"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="%(app_label)s_%(class)s_state"),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=100), name="%(app_label)s_%(class)s_confidence"
            ),
        ]

    def reading_of(self, field: str) -> Any:
        """The current value of `field` in the form that `extracted` keeps: text, number, truth value or None."""
        return as_json(getattr(self, self._model_field(field).attname))

    def corrected_fields(self) -> tuple[str, ...]:
        """The fields that a person has set to something other than what was read."""
        return tuple(f for f in self.correctable_fields if f in self.extracted and self.is_corrected(f))

    def is_corrected(self, field: str) -> bool:
        """Whether a person set `field`; a record that no machine made is a person's in all its fields."""
        return field not in self.extracted or self.reading_of(field) != self.extracted[field]

    def follow(self, reading: Mapping[str, Any]) -> bool:
        """Takes over a new reading field by field, keeping what a person set. Returns whether anything changed.

        `reading` maps names of correctable fields to values (model instances, dates, decimals or plain values). Nothing
        is saved. Raises `KeyError` for a field that is not correctable.
        """
        changed = False
        for field, value in reading.items():
            if field not in self.correctable_fields:
                raise KeyError(f"{type(self).__name__}.{field} is not correctable")
            changed |= self._follow_field(field, value)
        if self.state == State.WITHDRAWN:
            self.state = State.READ
            changed = True
        return changed

    def _follow_field(self, field: str, value: Any) -> bool:
        read = as_json(value)
        known = field in self.extracted
        if not known and self._state.adding:
            setattr(self, field, value)
            self.extracted[field] = read
            return True
        if known and self.extracted[field] == read:
            return False
        if not known or self.is_corrected(field):
            if read == self.reading_of(field):
                self.conflicts.pop(field, None)
            elif known:
                self.conflicts.setdefault(field, self.extracted[field])
        else:
            setattr(self, field, value)
        self.extracted[field] = read
        return True

    def give_back(self, field: str) -> None:
        """Returns `field` to the machine: its value becomes what was last read. Nothing is saved."""
        model_field = self._model_field(field)
        setattr(self, model_field.attname, model_field.to_python(self.extracted[field]))
        self.conflicts.pop(field, None)

    def _model_field(self, name: str) -> models.Field[Any, Any]:
        return cast("models.Field[Any, Any]", self._meta.get_field(name))  # never a relation from elsewhere

    def touched_by_person(self) -> bool:
        """Whether a person confirmed, rejected, made or corrected this record, so that no reading may withdraw it."""
        return self.state in (State.CONFIRMED, State.REJECTED) or not self.extracted or bool(self.corrected_fields())


def as_json(value: Any) -> Any:
    """A field's value in a form that JSON keeps and that compares equal for equal values."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
