"""Why a row is refused as a whole: its record is gone, merged, or has changed since the file was made."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from opendata.identifiers import identifier
from people.merging.redirects import survivor
from people.models import Mergeable


def why_not_there(model: Any, key: int) -> str:
    """Why no record of that key stands in the list; of one merged away, with the survivor."""
    heir = survivor(model, key) if issubclass(model, Mergeable) else None
    if heir is not None:
        return _("it was merged into %(survivor)s: correct that one") % {"survivor": identifier(heir)}
    if not model._base_manager.filter(pk=key).exists():
        return _("there is no such record")
    return _("it no longer stands in this list: it was rejected, withdrawn, or found to repeat another one")


def why_stale(record: Any) -> str:
    """That the record has changed since the file was made, when last, and by whom as far as the history tells."""
    latest = record.history.order_by("-history_date", "-history_id").first()
    by_person = latest is not None and latest.history_user is not None and latest.history_date >= record.updated_at
    words = {
        "day": date_format(localtime(record.updated_at), "SHORT_DATETIME_FORMAT"),
        "who": latest.history_user if by_person else _("a reading"),
    }
    return _("it was changed since the file was made, last by %(who)s on %(day)s: take it out anew") % words
