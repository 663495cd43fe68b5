"""Two records that are not the same, whatever their names: said for good, and taken back."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from people.merging.merge import ordered, save_telling
from people.merging.refusals import Refused, refuse_without_reason, told
from people.models import Distinction, Mergeable


def say_distinct(one: Mergeable, other: Mergeable, *, by: Any, reason: str) -> Distinction:
    """Remembers that the two are not the same, in the history of both, too. Raises `Refused`."""
    refuse_without_reason(reason)
    if type(one) is not type(other) or one.pk == other.pk:
        raise Refused(_("Choose two different records of one kind."))
    with transaction.atomic():
        first, second = ordered(one, other)
        list(type(first)._base_manager.select_for_update().filter(pk__in=(first.pk, second.pk)).order_by("pk"))
        for record in (first, second):
            record.refresh_from_db()
            if record.merged_into_id is not None:
                raise Refused(_("%(record)s has been merged away; undo that first.") % {"record": told(record)})
        said, new = Distinction.objects.get_or_create(
            kind=ContentType.objects.get_for_model(type(first)),
            first_id=first.pk,
            second_id=second.pk,
            defaults={"by": by, "reason": reason.strip()},
        )
        if new:
            _tell_both(said, by, _("Not the same as no. %(pk)s: %(reason)s"), reason.strip())
    return said


def take_back(said: Distinction, *, by: Any, reason: str) -> None:
    """Forgets that two are not the same; their histories remember. Raises `Refused`."""
    refuse_without_reason(reason)
    with transaction.atomic():
        _tell_both(said, by, _("May be the same as no. %(pk)s: %(reason)s"), reason.strip())
        said.delete()


def _tell_both(said: Distinction, by: Any, words: str, reason: str) -> None:
    for record, other in ((said.first, said.second_id), (said.second, said.first_id)):
        save_telling(record, by, words % {"pk": other, "reason": reason})
