"""Correctable: records follow the text that they were read from, except where a person has spoken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypeVar, cast

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.keeping import KeepsOthersChanges
from people.stored import as_json, cleaned


class State(models.TextChoices):
    """What is known of a record's standing."""

    READ = "read", pgettext_lazy("record state", "Read by the machine")
    CONFIRMED = "confirmed", pgettext_lazy("record state", "Confirmed by a person")
    REJECTED = "rejected", pgettext_lazy("record state", "Rejected by a person")
    WITHDRAWN = "withdrawn", pgettext_lazy("record state", "No longer found in the text")


# Readings below this confidence, in percent, are shown as unsure and are worth a look.
UNSURE_BELOW = 80

_Row = TypeVar("_Row", bound=models.Model)


class CorrectableQuerySet(models.QuerySet[_Row]):
    """Conditions on the standing of records, named once."""

    def published(self) -> Self:
        """What readers may see: neither rejected by a person nor withdrawn by a later reading."""
        return self.filter(state__in=(State.READ, State.CONFIRMED))


class Correctable(KeepsOthersChanges):
    """A record with fields that were read from a text and that a person may set right, for good.

    `extracted` holds what was last read, by field, as JSON. A field whose value equals it is the machine's and follows
    the next reading; one that differs is a person's and stays, however it was changed; all fields of a confirmed record
    are a person's. `conflicts` keeps, by field, the reading that the person had set right (or confirmed) when a later
    reading came to disagree with both: its `value` and, of what `evidence_of` told of it then, what is known.
    """

    correctable_fields: ClassVar[tuple[str, ...]] = ()
    # Relations to what must be in view where this record is; `people.in_view` sees to it.
    stands_on: ClassVar[tuple[str, ...]] = ()
    # Fields whose correction ended when a reading came to agree with it: told in the history by whoever saves the row.
    retired: tuple[str, ...] = ()
    # Fields that mean nothing apart, such as a date and its precision: where one is a person's, the others stay, too.
    inseparable_fields: ClassVar[tuple[tuple[str, ...], ...]] = ()

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

    @property
    def is_unsure(self) -> bool:
        """Whether readers are told that another reading is possible, and nobody has confirmed this one."""
        return self.confidence < UNSURE_BELOW and self.state != State.CONFIRMED

    def reading_of(self, field: str) -> Any:
        """The current value of `field` in the form that `extracted` keeps: text, number, truth value or None."""
        model_field = self._model_field(field)
        return as_json(cleaned(model_field, getattr(self, model_field.attname)))

    def corrected_fields(self) -> tuple[str, ...]:
        """The fields that a person has set to something other than what was read."""
        return tuple(f for f in self.correctable_fields if f in self.extracted and self.is_corrected(f))

    def is_corrected(self, field: str) -> bool:
        """Whether a person set `field`; a record that no machine made is a person's in all its fields."""
        return field not in self.extracted or self.reading_of(field) != self.extracted[field]

    def evidence_of(self, field: str) -> dict[str, Any]:
        """What is known of the last reading of `field`, as JSON: quote, rule, article (key), version and day."""
        return {}

    def follow(self, reading: Mapping[str, Any]) -> bool:
        """Takes over a new reading field by field, keeping what a person set. Returns whether anything changed.

        `reading` maps names of correctable fields to values (model instances, dates, decimals or plain values); text
        longer than its column is cut, numbers are rounded to theirs. Nothing is saved. Raises `KeyError` for a field
        that is not correctable.
        """
        changed = False
        if unknown := [field for field in reading if field not in self.correctable_fields]:
            raise KeyError(f"{type(self).__name__}.{unknown[0]} is not correctable")
        field_of: Any = self._meta.get_field  # never a relation from elsewhere
        values = {field: cleaned(field_of(field), value) for field, value in reading.items()}
        if self._state.adding and not self.extracted:  # nobody has spoken of it yet
            for field, value in values.items():
                setattr(self, field if isinstance(value, models.Model) else field_of(field).attname, value)
                self.extracted[field] = as_json(value)
            return bool(values)
        beside = self._beside_a_persons_word(values)
        for field, value in values.items():
            changed |= self._follow_field(field, value, field in beside)
        if self.state == State.WITHDRAWN:
            self.state = State.READ
            changed = True
        return changed

    def _beside_a_persons_word(self, values: Mapping[str, Any]) -> set[str]:
        """The machine's fields that stay as they are: an inseparable one is a person's and the reading says other."""
        staying: set[str] = set()
        for group in self.inseparable_fields:
            kept = {field for field in group if self._keeps(field)}
            if any(field not in values or as_json(values[field]) != self.reading_of(field) for field in kept):
                staying |= set(group) - kept
        return staying

    def _follow_field(self, field: str, value: Any, beside: bool) -> bool:
        read = as_json(value)
        known = field in self.extracted
        keeps = beside or self._keeps(field)
        settled = not keeps and field in self.conflicts  # the person took the reading over
        if settled:
            del self.conflicts[field]
        if known and self.extracted[field] == read:
            return settled
        if not keeps:
            name = field if isinstance(value, models.Model) else self._model_field(field).attname
            setattr(self, name, value)
        elif read == self.reading_of(field):
            self.conflicts.pop(field, None)
            if known and self.state != State.CONFIRMED:
                self.retired = (*self.retired, field)
        elif field in self.conflicts and read == self.conflicts[field]["value"]:
            del self.conflicts[field]  # it is again what the person had set right
        elif known and not beside:
            self.conflicts.setdefault(field, {"value": self.extracted[field], **self.evidence_of(field)})
        self.extracted[field] = read
        return True

    def _keeps(self, field: str) -> bool:
        """Whether the value of `field` is a person's word. A column younger than the record is nobody's while empty."""
        if field not in self.extracted and self._state.adding:
            return False
        if self.state == State.CONFIRMED:
            return True
        if field in self.extracted:
            return self.is_corrected(field)
        return not self.extracted or self.reading_of(field) != as_json(self._model_field(field).get_default())

    def withdraw(self) -> bool:
        """Takes the record from view, as no longer found in the text, unless a person has touched it. Nothing is saved.

        Returns whether it is withdrawn now and was not before.
        """
        if self.state == State.WITHDRAWN or self.touched_by_person():
            return False
        self.state = State.WITHDRAWN
        return True

    def give_back(self, field: str) -> None:
        """Returns `field`, with what means nothing apart from it, to what was last read. Nothing is saved."""
        for name in self.inseparable_from(field):
            model_field = self._model_field(name)
            setattr(self, model_field.attname, model_field.to_python(self.extracted[name]))
            self.conflicts.pop(name, None)

    def inseparable_from(self, field: str) -> tuple[str, ...]:
        """The fields that were read together with `field`, itself among them."""
        group = next((group for group in self.inseparable_fields if field in group), (field,))
        return tuple(name for name in group if name in self.extracted)

    def _model_field(self, name: str) -> models.Field[Any, Any]:
        return cast("models.Field[Any, Any]", self._meta.get_field(name))  # never a relation from elsewhere

    def touched_by_person(self) -> bool:
        """Whether a person confirmed, rejected, made or corrected this record, so that no reading may withdraw it."""
        return self.state in (State.CONFIRMED, State.REJECTED) or not self.extracted or bool(self.corrected_fields())
