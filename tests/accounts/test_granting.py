"""The groups are there after `migrate`, whatever was there before; what an administrator changed stays."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.granting import grant_after_migrating
from accounts.models import StaffRole
from accounts.roles import EDITOR, NAMES, REVIEWER
from tests.staff import group

pytestmark = pytest.mark.django_db


def names(role: str) -> set[str]:
    return {f"{one.content_type.app_label}.{one.codename}" for one in group(role).permissions.all()}


def after_migrating() -> None:
    for app in apps.get_app_configs():
        grant_after_migrating(app, using="default")


def test_the_groups_have_their_vietnamese_names() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(NAMES.values())


def test_migrating_again_changes_nothing(django_assert_max_num_queries: Any) -> None:
    before = {role: names(role) for role in NAMES}
    with django_assert_max_num_queries(120):
        after_migrating()
    assert {role: names(role) for role in NAMES} == before
    assert Group.objects.count() == len(NAMES)


def test_what_was_taken_away_and_what_was_added_by_hand_stays() -> None:
    taken = Permission.objects.get(codename="change_official")
    added = Permission.objects.get(codename="delete_official")
    group(EDITOR).permissions.remove(taken)
    group(EDITOR).permissions.add(added)
    after_migrating()
    assert "people.change_official" not in names(EDITOR)
    assert "people.delete_official" in names(EDITOR)
    assert "people.change_official" in names(REVIEWER)


def test_a_new_kind_of_record_is_given_to_the_groups_that_there_are() -> None:
    """As after an update: its permissions are unknown to the groups, everything else is not."""
    Permission.objects.filter(codename__endswith="_official").delete()
    for role in StaffRole.objects.all():
        role.given = [name for name in role.given if not name.endswith("_official")]
        role.save()
    group(EDITOR).permissions.remove(Permission.objects.get(codename="change_role"))
    after_migrating()
    assert {"people.view_official", "people.add_official", "people.change_official"} <= names(EDITOR)
    assert "people.change_role" not in names(EDITOR)


def test_a_group_with_another_name_is_the_same_group_and_a_deleted_one_stays_away() -> None:
    Group.objects.filter(name=NAMES[EDITOR]).update(name="Ban biên tập")
    group(REVIEWER).delete()
    after_migrating()
    assert set(Group.objects.values_list("name", flat=True)) == {"Ban biên tập", NAMES["administrator"]}


@pytest.mark.django_db(transaction=True)
def test_a_database_from_before_the_groups_is_brought_up_to_date() -> None:
    try:
        call_command("migrate", "accounts", "zero", verbosity=0)
        assert "accounts_staffrole" not in connection.introspection.table_names()
        Group.permissions.through.objects.all().delete()
        Group.objects.exclude(name=NAMES[EDITOR])._raw_delete("default")
        kept = Group.objects.get()
        kept.permissions.add(Permission.objects.get(codename="delete_alias"))
    finally:
        call_command("migrate", verbosity=0)
    assert MigrationExecutor(connection).migration_plan([]) == []
    assert group(EDITOR) == kept
    assert {"people.delete_alias", "people.change_official", "meetings.add_directive"} <= names(EDITOR)
    assert "accounts.reject_records" in names(REVIEWER)
