"""Nobody raises himself or another above himself: who may look after whom, and who may give which role."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Exists, OuterRef, Q, QuerySet


def may_look_after(actor: Any, user: User) -> bool:
    """Whether `actor` may change the account of `user`: only of one who holds no right that he does not hold himself.

    A superuser may in any case. Rights count even while an account is switched off, as it can be switched on again.
    """
    if actor.is_superuser:
        return True
    return not user.is_superuser and _held(user) <= _held(actor)


def roles_to_give(actor: Any) -> QuerySet[Group]:
    """The groups that hold no right that `actor` does not hold himself."""
    if actor.is_superuser:
        return Group.objects.all()
    beyond = Group.permissions.through.objects.filter(group=OuterRef("pk")).exclude(permission__in=_held(actor))
    return Group.objects.filter(~Exists(beyond))


def _held(user: User) -> set[int]:
    """The keys of the permissions that a user was given, by groups or by himself."""
    given = Permission.objects.filter(Q(group__user=user) | Q(user=user))
    return set(given.values_list("pk", flat=True))
