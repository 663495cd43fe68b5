"""What was held, said and ordered, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings and what they decided")
    default_auto_field = "django.db.models.BigAutoField"
