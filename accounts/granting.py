"""Gives the groups of staff their permissions after each migration, and never what an administrator took away."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import router, transaction

from accounts.roles import NAMES, permissions_of


def grant_after_migrating(app_config: AppConfig, *, using: str, apps: Apps = installed, **_: Any) -> None:
    """A `post_migrate` receiver: each role gets those permissions of the application that it was never given before.

    `apps` has the models as the last migration left them. Permissions are Django's to make, which it does after
    `migrate` too, but in an order that nobody should depend on: so it is asked to here.
    """
    try:
        StaffRole, Permission = apps.get_model("accounts", "StaffRole"), apps.get_model("auth", "Permission")
        app = apps.get_app_config(app_config.label)
    except LookupError:  # migrated back to before there were any
        return
    wanted = {role: set(permissions_of(role, app)) for role in NAMES}
    if not any(wanted.values()) or not router.allow_migrate_model(using, StaffRole):
        return
    create_permissions(app_config, verbosity=0, interactive=False, using=using, apps=apps)
    with transaction.atomic(using=using):
        _make_groups(apps, using)
        for role in StaffRole.objects.using(using).select_for_update().filter(key__in=wanted):
            new = {name for name in wanted[role.key] if f"{app.label}.{name}" not in role.given}
            found = Permission.objects.using(using).filter(content_type__app_label=app.label, codename__in=new)
            if role.group is not None and (permissions := list(found)):
                role.group.permissions.add(*permissions)
                role.given = sorted({*role.given, *(f"{app.label}.{one.codename}" for one in permissions)})
                role.save(using=using, update_fields=["given"])


def _make_groups(apps: Apps, using: str) -> None:
    """Makes the groups where nothing is known of them: after the flush that ends some tests."""
    StaffRole, Group = apps.get_model("accounts", "StaffRole"), apps.get_model("auth", "Group")
    known = set(StaffRole.objects.using(using).values_list("key", flat=True))
    for key, name in NAMES.items():
        if key not in known:
            group, _made = Group.objects.using(using).get_or_create(name=name)
            StaffRole.objects.using(using).create(key=key, group=group)
