"""The register of provinces, organizations and officials, as a Django application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("Register of people and organizations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keeps the register of provinces complete: after `migrate`, and after the flush that ends some tests.

        Keeps the search indexes in step, too, whatever a migration did to their tables.
        """
        from people.register import load_after_migrating  # models are not there before
        from people.search.index import keep_triggers

        post_migrate.connect(load_after_migrating, sender=self, dispatch_uid="people.register")
        post_migrate.connect(keep_triggers, dispatch_uid="people.search")
