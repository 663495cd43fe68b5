"""Two at one record: what another changed since a page was made is kept or told, and nothing that was typed is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from people.desk.readings import shown
from people.desk.spoken import Spoken, latest_versions, who_set
from people.desk.typed import as_sent, described, differs, plain_lines

# Buttons by which somebody says that all of a page is right: then nothing may be other than he has seen.
ENDORSING = ("_confirm", "_restore")


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A field that another changed meanwhile: what the page showed and what it is now, in the words of a form.

    `typed`: the person at this page has set it, too. `by` is None where the history does not tell.
    """

    field: str
    label: str
    was: str
    now: str
    typed: bool
    by: Spoken | None

    @property
    def sentence(self) -> str:
        """Who changed it to what."""
        words = {"now": self.now, "who": (self.by and self.by.who) or _("the machine")}
        if self.by is None:
            return _("Changed meanwhile to “%(now)s” by %(who)s.") % words
        words["when"] = date_format(localtime(self.by.when), "SHORT_DATETIME_FORMAT")
        return _("Changed meanwhile to “%(now)s” by %(who)s, %(when)s.") % words


class VersionedForm(forms.ModelForm):
    """A form that knows which version of the record its page showed, by the hidden field `version`.

    What another changed meanwhile and was left alone here stays so (`kept`). Where both changed a field, or somebody
    endorses what he has not seen, the form is not valid and keeps what was typed: `overtaken` tells; sent once more it
    is saved. The instance must be as the database has it, and locked. Without a version nothing is compared.
    """

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.overtaken: list[Overtaken] = []
        self.kept: list[Overtaken] = []
        self.called = ""  # as the record was called before this form set anything
        self.present = described(self.instance, self.fields)
        if self.instance.pk is None:
            return
        self.called = str(self.instance)
        key = self.add_prefix("version")
        self.initial["version"] = json.dumps(self.present, ensure_ascii=False)
        then = parsed_version(self.data.get(key)) if self.is_bound else None
        if then is not None and then != self.present:
            data: Any = self.data
            self.data = data = data.copy()
            data[key] = self.initial["version"]
            self._compare(then, self.present)

    def _compare(self, then: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        shown_then = {name: value for name, value in then["values"].items() if name in now["values"]}
        typed = {name for name, value in shown_then.items() if self._differs(name, value)}
        chosen = {name for box in ("give_back", "settled") if box in self.fields for name in self._sent(box) or ()}
        endorses = any(button in self.data for button in ENDORSING)
        versions = latest_versions(self.instance) if hasattr(self.instance, "history") else []
        for name, was in shown_then.items():
            value = now["values"][name]
            read_anew = name in chosen and then["readings"].get(name) != now["readings"].get(name)
            if value == was and not read_anew:
                continue
            if name not in typed:
                self._send(name, value)
            elif not self._differs(name, value):
                continue  # both say the same
            was, value = (was, value) if value != was else (then["readings"].get(name), now["readings"].get(name))
            by = who_set(self.instance, name, versions)
            told = Overtaken(name, self._label(name), *self._shown(name, was, value), name in typed, by)
            (self.overtaken if name in typed | chosen or endorses else self.kept).append(told)
        if then["state"] != now["state"]:
            words = self._shown("state", then["state"], now["state"])
            told = Overtaken("state", self._label("state"), *words, False, who_set(self.instance, "state", versions))
            (self.overtaken if typed or chosen or endorses else self.kept).append(told)

    def _shown(self, name: str, was: Any, now: Any) -> tuple[str, str]:
        return shown(self.instance, name, was), shown(self.instance, name, now)

    def _label(self, name: str) -> str:
        return str(self.instance._meta.get_field(name).verbose_name)

    def _sent(self, name: str) -> Any:
        return self.fields[name].widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def _send(self, name: str, value: Any) -> None:
        data: Any = self.data
        sent = as_sent(self.fields[name], self.instance._meta.get_field(name), value)
        if sent is None:
            data.pop(self.add_prefix(name), None)
        else:
            data[self.add_prefix(name)] = sent

    def _differs(self, name: str, value: Any) -> bool:
        return differs(self.fields[name], self.instance._meta.get_field(name), value, self._sent(name))

    def set_here(self) -> set[str]:
        """The names of the fields that were given another value than the record has."""
        return {name for name, value in self.present["values"].items() if self._differs(name, value)}

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name, value in self.cleaned_data.items():
            if isinstance(value, str) and name in self.present["values"]:
                kept = self.present["values"][name]
                same = isinstance(kept, str) and plain_lines(kept).strip() == plain_lines(value).strip()
                self.cleaned_data[name] = kept if same else plain_lines(value)

    def clean(self) -> dict[str, Any]:
        """Says what another changed meanwhile."""
        cleaned = super().clean() or self.cleaned_data
        for told in self.overtaken:
            if told.typed and told.field in self.fields:
                self.add_error(told.field, told.sentence)
        if self.overtaken:
            self.add_error(None, _("Another change came in between. What you typed is kept: look, then save again."))
        return cleaned


def parsed_version(version: Any) -> dict[str, Any] | None:
    """What the hidden field `version` holds, as `described` gave it; None for anything else."""
    try:
        then = json.loads(version or "")
    except ValueError:
        return None
    known = isinstance(then, dict) and isinstance(then.get("values"), dict) and isinstance(then.get("readings"), dict)
    return {"state": None, **then} if known else None
