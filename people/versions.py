"""The history of records says what people did: the version that the machine left is kept before one changes it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from people.corrections import Correctable


def keep_present_version(sender: type[Any], instance: models.Model, raw: bool, **kwargs: Any) -> None:
    """A `pre_save` receiver: readings leave no history, so what a person is about to change would be in none.

    Adds the stored row to the record's history, as nobody's work, unless its latest version says the same.
    """
    if raw or instance._state.adding or not hasattr(sender, "history"):
        return
    if getattr(instance, "skip_history_when_saving", False):
        return
    present = sender._base_manager.filter(pk=instance.pk).order_by("pk").first()
    if present is None:
        return
    history = sender.history
    latest = history.filter(**{sender._meta.pk.attname: instance.pk}).order_by("-history_date", "-history_id").first()
    if latest is not None and _same(latest, present):
        return
    known_since = getattr(present, "updated_at", None)
    if known_since is None or (latest is not None and known_since <= latest.history_date):
        known_since = timezone.now()
    present._history_user = None
    present._history_date = known_since
    history.bulk_history_create([present], update=latest is not None)


def tell_retired(record: Correctable) -> None:
    """Says in the history of a record that readings came to agree with what a person had set, if some just did."""
    if not record.retired:
        return
    labels = (str(record._meta.get_field(name).verbose_name) for name in record.retired)  # type: ignore[union-attr]
    reason = _("The reading now agrees with the correction: %(fields)s") % {"fields": ", ".join(labels)}
    record._history_user = None  # type: ignore[attr-defined]
    history: Any = type(record).history  # type: ignore[attr-defined]
    history.bulk_history_create([record], update=True, default_change_reason=reason[:100])
    del record._history_user  # type: ignore[attr-defined]
    record.retired = ()


def _same(version: Any, row: Any) -> bool:
    fields = [field for field in version.tracked_fields if field.editable]
    return all(getattr(version, field.attname) == getattr(row, field.attname) for field in fields)
