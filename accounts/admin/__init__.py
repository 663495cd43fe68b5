"""The desk's pages on staff accounts: nobody reads another one's secret there."""

from __future__ import annotations

from django.contrib import admin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.admin import groups, users

__all__ = ["groups", "users"]

# Their own pages would show the keys.
admin.site.unregister((TOTPDevice, StaticDevice))
