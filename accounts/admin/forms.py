"""The forms of a user: roles to tick, each with what it is for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group, User
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.admin.groups import explanation


class RolesField(forms.ModelMultipleChoiceField):
    """The roles that may be given, as boxes."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> SafeString:
        """The name, and what the role is for."""
        return format_html('<strong>{}</strong> <span class="role-purpose">{}</span>', obj.name, explanation(obj))


class NewStaffForm(UserCreationForm):
    """A new account; who gets one is staff."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email")
        help_texts = {"email": _("Kept for colleagues to find; nothing is sent to it.")}

    def save(self, commit: bool = True) -> Any:
        """The user, who may come to the desk."""
        self.instance.is_staff = True
        return super().save(commit)


class StaffForm(UserChangeForm):
    """An account, its password unread."""
