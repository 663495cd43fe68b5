"""How a record stands, as small marks: rejected, set right, in conflict, added by a person, unsure."""

from __future__ import annotations

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from people.corrections import Correctable, State
from people.models import Mergeable


def standing_marks(record: Correctable) -> SafeString:
    """The marks of a record, without a query; its state alone where nothing more is to be said."""
    marks = [(record.state, str(State(record.state).label))] if record.state != State.READ else []
    if isinstance(record, Mergeable) and record.merged_into_id is not None:
        marks = [("merged", _("Merged into no. %(pk)s") % {"pk": record.merged_into_id})]
    if record.conflicts:
        marks.append(("conflict", _("Conflict: %(fields)s") % {"fields": _names(record, record.conflicts)}))
    right = [field for field in record.corrected_fields() if field not in record.conflicts]
    if right:
        marks.append(("corrected", _("Set right: %(fields)s") % {"fields": _names(record, right)}))
    if not record.extracted:
        marks.append(("made", _("Added by a person")))
    if record.state == State.READ and record.is_unsure:
        marks.append(("unsure", _("Unsure, %(n)s%%") % {"n": record.confidence}))
    return format_html_join(" ", '<span class="mark mark-{}">{}</span>', marks or [("read", State.READ.label)])


def _names(record: Correctable, fields: object) -> str:
    names = {name: str(record._meta.get_field(name).verbose_name) for name in record.correctable_fields}  # type: ignore[union-attr]
    return ", ".join(names[field] for field in names if field in fields)  # type: ignore[operator]
