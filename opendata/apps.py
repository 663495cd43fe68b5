"""What others build on, as a Django application: identifiers, the API, files, feeds and releases."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    name = "opendata"
    verbose_name = _("Open data")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Goes on tracking changes, whatever a migration did to tables."""
        from opendata.tracking import keep_tracking, stop_tracking  # models are not there before

        pre_migrate.connect(stop_tracking, sender=self, dispatch_uid="opendata.tracking")
        post_migrate.connect(keep_tracking, sender=self, dispatch_uid="opendata.tracking")
