"""The three roles of staff: what each may do, as names of permissions."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import AppConfig
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalChanges

EDITOR, REVIEWER, ADMINISTRATOR = "editor", "reviewer", "administrator"
# Each may do what those before it may. The names are data: an administrator may give a group another one.
NAMES = {EDITOR: "Biên tập viên", REVIEWER: "Người thẩm định", ADMINISTRATOR: "Quản trị viên"}
EXPLAINED = {
    EDITOR: _("Corrects, confirms and adds records, and gives fields back to the machine."),
    REVIEWER: _("Does what an editor does; also merges, rejects, restores and brings old versions back."),
    ADMINISTRATOR: _("Does what a reviewer does; also makes accounts, gives roles and helps after a lost phone."),
}
# Applications whose models are records of what was read; none of them is deleted, they are rejected.
RECORDS = ("people", "meetings")
REVIEWING = ("merge_records", "reject_records", "revert_records")
# Of a group its members are changed on the page of a user, its rights by a superuser.
MANAGING = {
    "auth": ("view_user", "add_user", "change_user", "view_group"),
    "otp_totp": ("view_totpdevice", "delete_totpdevice"),
    "otp_static": ("view_staticdevice", "delete_staticdevice"),
}


def permissions_of(role: str, app: AppConfig) -> Iterator[str]:
    """The code names that a role has of an application, as it stands in this version of the site."""
    if app.label in RECORDS:
        for model in app.get_models():
            if not issubclass(model, HistoricalChanges):
                yield from (f"{action}_{model._meta.model_name}" for action in _actions(model))
    if app.label == "accounts" and role != EDITOR:
        yield from REVIEWING
    if role == ADMINISTRATOR:
        yield from MANAGING.get(app.label, ())


def _actions(model: type[models.Model]) -> Iterator[str]:
    return (action for action in ("view", "add", "change") if action in model._meta.default_permissions)
