"""What a visitor fills in: the words meant, what is wrong, an optional source; two traps for machines."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from people.corrections import Correctable
from people.mistakes.meant import words_of
from people.models.mistakes import LONGEST_SOURCE, LONGEST_WORDS, MistakeReport

LEAST_SECONDS = 3  # nobody reads the form and writes a sentence faster
MOST_SECONDS = 24 * 60 * 60
SHORTEST = 5  # characters that say what is wrong


class MistakeForm(forms.Form):
    """A mistake in `record`."""

    words = forms.CharField(
        label=_("The words you mean"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Shorten them to those that are wrong."),
        error_messages={
            "required": _("Say which words you mean; a few of them are enough."),
            "max_length": _("The words are too long: keep the %(limit_value)d characters that matter most."),
        },
    )
    what_is_wrong = forms.CharField(
        label=_("What is wrong"),
        min_length=SHORTEST,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One sentence is enough: what stands there, and what it should be."),
        error_messages={
            "required": _("Say what is wrong, in a sentence."),
            "min_length": _("Say a little more: at least %(limit_value)d characters."),
            "max_length": _("That is too long: %(limit_value)d characters at most."),
        },
    )
    source = forms.CharField(
        label=_("Where one can look it up"),
        required=False,
        max_length=LONGEST_SOURCE,
        help_text=_("The address of a page, or the number of a document."),
        error_messages={"max_length": _("The source is too long: %(limit_value)d characters at most.")},
    )
    # Not for people: the style sheet hides it from eyes and screen readers alike, and its label says so.
    homepage = forms.CharField(label=_("Leave this empty"), required=False)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, record: Correctable, data: Any = None) -> None:
        self.record = record
        self.signer = signing.TimestampSigner(salt=f"people.mistakes.{record._meta.label_lower}.{record.pk}")
        super().__init__(data, initial={"words": words_of(record), "opened": self.signer.sign("opened")})
        self.fields["homepage"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}
        self.fields["source"].widget.attrs["autocomplete"] = "off"
        self.fields["words"].widget.attrs["lang"] = "vi"
        for field in self.fields.values():
            # A browser would cut what is pasted without a word; what is too long or too short is said in one.
            for name in ("minlength", "maxlength"):
                field.widget.attrs.pop(name, None)

    @property
    def is_trapped(self) -> bool:
        """Whether a machine filled in what people do not see."""
        return bool(self.data.get("homepage", "").strip())

    def clean(self) -> dict[str, Any]:
        """Asks who was too fast, or too slow, to send the form once more, with all that was typed."""
        opened = self.data.get("opened", "")
        try:
            self.signer.unsign(opened, max_age=MOST_SECONDS)
        except signing.BadSignature:
            self._open_anew()
            raise forms.ValidationError(
                _("The form was open for too long. Nothing is lost: send it once more.")
            ) from None
        try:
            self.signer.unsign(opened, max_age=LEAST_SECONDS)
        except signing.SignatureExpired:
            return self.cleaned_data
        raise forms.ValidationError(_("That was very fast. Read it once more, then send it again; nothing is lost."))

    def keep(self) -> MistakeReport | None:
        """The report, for staff alone; None where one that is open says the same."""
        said = {name: self.cleaned_data[name] for name in ("words", "what_is_wrong", "source")}
        kind = ContentType.objects.get_for_model(type(self.record))
        report = MistakeReport(content_type=kind, object_id=self.record.pk, fingerprint=self._fingerprint(), **said)
        try:
            with transaction.atomic():
                report.save()
        except IntegrityError:
            return None
        return report

    def _fingerprint(self) -> str:
        said = (self.cleaned_data[name].casefold().split() for name in ("words", "what_is_wrong"))
        whole = [self.record._meta.label_lower, str(self.record.pk), *(" ".join(words) for words in said)]
        return hashlib.sha256("\x1f".join(whole).encode()).hexdigest()

    def _open_anew(self) -> None:
        self.data = {**{name: self.data.get(name, "") for name in self.fields}, "opened": self.signer.sign("opened")}
