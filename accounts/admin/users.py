"""The admin of users: accounts are made, given roles, helped after a lost phone and switched off, never deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts import lockout
from accounts.admin.forms import NewStaffForm, RolesField, StaffForm
from accounts.delegation import may_look_after, roles_to_give
from accounts.resetting import reset

admin.site.unregister(User)
RIGHTS = ("is_active", "is_staff", "is_superuser", "groups")


@admin.register(User)
class StaffAdmin(UserAdmin):
    form, add_form = StaffForm, NewStaffForm
    change_form_template = "admin/accounts/user_change_form.html"
    add_form_template = "admin/change_form.html"
    list_display = ("username", "full_name", "roles", "phone", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    show_full_result_count = False
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined", "phone")
    add_fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email")}),
        (_("Password"), {"fields": ("password1", "password2")}),
        (pgettext_lazy("of staff", "Roles"), {"fields": ("groups",)}),
    )

    def get_urls(self) -> list[URLPattern]:
        """The page that helps after a lost phone, before Django's own."""
        page = path("<path:object_id>/reset/", self.admin_site.admin_view(self.reset_view), name="auth_user_reset")
        return [page, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With roles, and whether there is a phone."""
        phones = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return super().get_queryset(request).prefetch_related("groups").annotate(has_phone=Exists(phones))

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Superusers make superusers. Rights come with roles: single ones are given to nobody."""
        if obj is None:
            return self.add_fieldsets
        password = ("password",) if self.has_change_permission(request, obj) else ()
        rights = RIGHTS if request.user.is_superuser else ("is_active", "groups")
        return (
            (None, {"fields": ("username", *password, "first_name", "last_name", "email")}),
            (pgettext_lazy("of staff", "Roles"), {"fields": rights}),
            (_("Logins"), {"fields": ("phone", "last_login", "date_joined")}),
        )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Nobody changes his own rights."""
        own = RIGHTS if obj is not None and obj == request.user else ()
        return (*super().get_readonly_fields(request, obj), *own)

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        """Only roles that this user may give, as boxes and without a button that makes more of them."""
        if db_field.name == "groups":
            given = roles_to_give(request.user).select_related("staff_role").order_by("staff_role__pk", "name")
            return RolesField(given, required=False, label=pgettext_lazy("of staff", "Roles"))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Who may change accounts, but none that holds more rights than his own."""
        return super().has_change_permission(request, obj) and (obj is None or may_look_after(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody: who did what must stay known. Accounts are switched off."""
        return False

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Sets another one's password; one's own is changed by who knows it."""
        if unquote(id) == str(request.user.pk):
            return redirect("admin:password_change")
        answer: HttpResponse = super().user_change_password(request, id, form_url)
        return answer

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page, with a way to help after a lost phone."""
        if (user := kwargs.get("obj")) is not None:
            context["may_reset"] = self.has_reset_permission(request, user)
        return super().render_change_form(request, context, *args, **kwargs)

    def has_reset_permission(self, request: HttpRequest, obj: User | None) -> bool:
        """Whether phone and recovery codes of another user may be taken away."""
        allowed = request.user.has_perm("otp_totp.delete_totpdevice") and self.has_change_permission(request, obj)
        return allowed and obj != request.user

    def reset_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Says what keeps a user out; lifts a lockout, or takes phone and recovery codes away."""
        user = self.get_object(request, unquote(object_id))
        if not self.has_reset_permission(request, user):
            raise PermissionDenied
        if user is None:
            raise Http404
        if request.method == "POST":
            name = {"name": user.get_username()}
            if "unlock" in request.POST:
                lockout.forgive(user)
                done, said = gettext("Lockout lifted."), gettext("%(name)s may log in again at once.") % name
            else:
                reset(user)
                done = gettext("Phone and recovery codes taken away.")
                said = gettext("%(name)s enrols a phone with the next login.") % name
            self.log_change(request, user, done)
            self.message_user(request, said, messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:auth_user_change", args=[user.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Help with logging in"),
            "is_locked": lockout.is_locked_anywhere(user),
            "subtitle": self.full_name(user) or user.get_username(),
            "opts": self.opts,
            "original": user,
        }
        return TemplateResponse(request, "admin/accounts/reset.html", context)

    @admin.display(description=_("full name"))
    def full_name(self, user: User) -> str:
        """Family name first, as it is said."""
        return f"{user.last_name} {user.first_name}".strip()

    @admin.display(description=pgettext_lazy("of staff", "roles"))
    def roles(self, user: User) -> str:
        """The names of the groups."""
        names = [group.name for group in user.groups.all()]
        return ", ".join([str(_("superuser")), *names] if user.is_superuser else names) or "—"

    @admin.display(description=_("phone enrolled"), boolean=True, ordering="has_phone")
    def phone(self, user: Any) -> bool:
        """Whether codes of a phone are asked for already."""
        return bool(user.has_phone)
