"""The register of provinces, organizations and officials, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("Register of people and organizations")
    default_auto_field = "django.db.models.BigAutoField"
