"""What is refused, in a sentence that says what to do instead."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from people.corrections import State
from people.models import Distinction, Merge, Mergeable


class Refused(Exception):
    """A merge, or its undoing, that cannot be done; its text is for the user."""


def told(record: Any) -> str:
    """How a sentence calls a record: its name and number."""
    return _("“%(name)s” (no. %(pk)s)") % {"name": record, "pk": record.pk}


def refuse_merge(keep: Any, drop: Any, reason: str) -> None:
    """Raises `Refused` unless the two are two standing records that nobody has told apart, and a reason is given."""
    if type(keep) is not type(drop) or not issubclass(type(keep), Mergeable):
        raise Refused(_("Only two officials, or two organizations, can be merged."))
    if keep.pk == drop.pk:
        raise Refused(_("This is one record already; choose another one."))
    refuse_without_reason(reason)
    for record in (keep, drop):
        if record.merged_into_id is not None:
            where = {"record": told(record), "survivor": told(record.merged_into)}
            raise Refused(_("%(record)s has been merged into %(survivor)s; choose that one.") % where)
        if record.state == State.REJECTED:
            raise Refused(_("%(record)s has been rejected; restore it before it is merged.") % {"record": told(record)})
    if said := Distinction.between(keep, drop):
        why = {"one": told(said.first), "other": told(said.second), "reason": said.reason}
        raise Refused(_("%(one)s and %(other)s were said not to be the same (%(reason)s); take that back first.") % why)


def refuse_undo(merge: Merge, keep: Any, drop: Any, reason: str) -> None:
    """Raises `Refused` for a merge that is undone, and for one below a later one of the same survivor."""
    if merge.undone_at is not None:
        raise Refused(_("This merge has been undone already."))
    refuse_without_reason(reason)
    later = Merge.objects.of(keep).standing().filter(pk__gt=merge.pk).order_by("-pk").first()
    if later is not None:
        names = {"drop": told(later.drop), "keep": told(later.keep)}
        raise Refused(_("Undo the later merge of %(drop)s into %(keep)s first.") % names)
    if not hasattr(drop, "homonym"):
        bearers = type(drop)._base_manager.filter(name_key=drop.name_key, province=drop.province_id)
        if bearer := bearers.filter(merged_into__isnull=True).exclude(pk=keep.pk).first():
            raise Refused(
                _("Meanwhile %(bearer)s bears this name in this province; rename it first.") % {"bearer": told(bearer)}
            )


def refuse_without_reason(reason: str) -> None:
    """Raises `Refused` for an empty reason."""
    if not reason.strip():
        raise Refused(_("Say why."))
