"""What each role may do, and no more."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from simple_history.models import HistoricalChanges

from tests.staff import make_administrator, make_editor, make_reviewer

pytestmark = pytest.mark.django_db
REVIEWING = {"accounts.merge_records", "accounts.reject_records", "accounts.revert_records"}


def of_records() -> set[str]:
    """What may be done, but not deleted, with every kind of record; logs are only seen."""
    return {
        f"{model._meta.app_label}.{action}_{model._meta.model_name}"
        for app in ("people", "meetings")
        for model in apps.get_app_config(app).get_models()
        if not issubclass(model, HistoricalChanges)
        for action in model._meta.default_permissions
        if action != "delete"
    }


def test_an_editor_sees_adds_and_changes_every_kind_of_record_and_nothing_else() -> None:
    assert make_editor().get_all_permissions() == of_records()


def test_a_reviewer_may_also_merge_reject_and_revert() -> None:
    assert make_reviewer().get_all_permissions() == make_editor().get_all_permissions() | REVIEWING


def test_an_administrator_may_also_look_after_users_and_their_phones() -> None:
    more = make_administrator().get_all_permissions() - make_reviewer().get_all_permissions()
    assert {"auth.view_user", "auth.add_user", "auth.change_user", "otp_totp.delete_totpdevice"} <= more
    assert {name.split(".")[0] for name in more} == {"auth", "otp_totp", "otp_static"}


@pytest.mark.parametrize("make", [make_editor, make_reviewer, make_administrator])
def test_nobody_deletes_records_and_nobody_is_a_superuser(make) -> None:  # type: ignore[no-untyped-def]
    user: User = make()
    assert not user.is_superuser
    assert [name for name in user.get_all_permissions() if name.split(".")[1].startswith("delete_")] == [
        name for name in user.get_all_permissions() if name.split(".")[0].startswith("otp_") and "delete" in name
    ]
