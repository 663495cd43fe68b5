"""The form of a record: what a person sets stays, what is given back is the machine's, what breaks a rule is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable, State
from people.desk.overtaking import VersionedForm


class RuledForm(VersionedForm):
    """A form that checks every constraint of the table, those over keys that it does not show, too.

    `broken` says, by name of a constraint, at which field (None for the form) and in which words it is broken.
    """

    broken: ClassVar[Mapping[str, tuple[str | None, Any]]] = {}

    def settle_keys(self) -> None:
        """Sets what `save()` will derive from the fields and constraints speak of."""

    def keys(self) -> set[str]:
        """The names of the fields that `settle_keys` sets."""
        return set()

    def _post_clean(self) -> None:
        self.instance.validate_constraints = lambda exclude=None: None  # they are checked below, all of them
        super()._post_clean()  # type: ignore[misc]
        del self.instance.validate_constraints
        self.settle_keys()
        unknown = self._get_validation_exclusions() - self.keys()  # type: ignore[attr-defined]
        for constraint in self.instance._meta.constraints:
            field, message = self.broken.get(constraint.name, (None, None))
            if field in self.errors:
                continue  # what is wrong there is said already
            try:
                constraint.validate(type(self.instance), self.instance, exclude=unknown)
            except ValidationError as error:
                self.add_error(field if field in self.fields else None, message or error)


class RecordForm(RuledForm):
    """Corrects a `Correctable` record; `give_back` and `settled` name fields whose boxes stand beside them."""

    give_back = forms.MultipleChoiceField(label=_("given back to the machine"), required=False)
    settled = forms.MultipleChoiceField(label=_("conflict settled"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("give_back", "settled"):
            choices = [(field, field) for field in self.instance.correctable_fields if field in self.fields]
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Puts the machine's reading in the place of what was typed, where it was given back."""
        cleaned = super().clean() or self.cleaned_data
        given = {also for name in cleaned.get("give_back", ()) for also in self.instance.inseparable_from(name)}
        for name in sorted(given & set(self.fields)):
            self._give_back(name)
        cleaned["give_back"] = sorted(given)
        return self.cleaned_data

    def _give_back(self, name: str) -> None:
        field = self.instance._meta.get_field(name)
        reading = self.instance.extracted[name]
        self.errors.pop(name, None)
        try:
            value = field.to_python(reading)
            if isinstance(field, models.ForeignKey) and value is not None:
                value = field.related_model._default_manager.get(pk=value)
        except (ObjectDoesNotExist, ValidationError):
            self.add_error(name, _("What the machine read is gone; choose another value."))
        else:
            self.cleaned_data[name] = value

    def _post_clean(self) -> None:
        super()._post_clean()
        if isinstance(self.instance, Correctable):
            spoken = {
                *self.set_here(),
                *self.cleaned_data.get("give_back", ()),
                *self.cleaned_data.get("settled", ()),
            }
            for name in spoken & set(self.instance.conflicts):
                del self.instance.conflicts[name]
            if self.cleaned_data.get("give_back") and self.instance.state == State.CONFIRMED:
                self.instance.state = State.READ  # all fields of a confirmed record are a person's
