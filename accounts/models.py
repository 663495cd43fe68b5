"""What the site remembers of the groups of staff, and the permissions that belong to no single kind of record."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.roles import EXPLAINED


class StaffRole(models.Model):
    """The group that stands for a role, under whatever name, and what it was given when.

    `given` lists permissions as "application.code_name". None of them is given twice, so that what an administrator
    takes away stays away; a group that was deleted is not made again.
    """

    key = models.CharField(max_length=20, unique=True)
    group = models.OneToOneField(Group, models.SET_NULL, null=True, related_name="staff_role")
    given = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        permissions = [
            ("merge_records", _("May merge records and undo merges")),
            ("reject_records", _("May reject and restore records")),
            ("revert_records", _("May bring back an old version of a record")),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def explanation(self) -> str:
        """What the role is for, in a sentence."""
        return str(EXPLAINED.get(self.key, ""))
