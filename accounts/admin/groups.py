"""The admin of the groups: everybody who looks after accounts reads what they may, superusers change it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

admin.site.unregister(Group)


def explanation(group: Group) -> str:
    """What a group is for, in a sentence; nothing for one that somebody made by hand."""
    role = getattr(group, "staff_role", None)
    return role.explanation if role is not None else ""


@admin.register(Group)
class StaffGroupAdmin(GroupAdmin):
    list_display = ("name", "purpose", "members")
    list_select_related = ("staff_role",)
    ordering = ("staff_role__pk", "name")
    fields = ("name", "purpose", "permissions")
    readonly_fields = ("purpose",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        """With the number of members."""
        return super().get_queryset(request).annotate(member_count=Count("user"))

    @admin.display(description=_("what it is for"))
    def purpose(self, group: Group) -> str:
        """In a sentence."""
        return explanation(group) or self.get_empty_value_display()

    @admin.display(description=_("members"), ordering="member_count")
    def members(self, group: Any) -> int:
        """How many there are."""
        return int(group.member_count)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """What a group may is a superuser's to say."""
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """What a group may is a superuser's to say."""
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """What a group may is a superuser's to say."""
        return bool(request.user.is_superuser)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """None over many at once."""
        return {}
