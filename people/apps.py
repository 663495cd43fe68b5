"""The register of provinces, organizations and officials, as a Django application."""

from typing import ClassVar

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate, post_save, pre_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("Register of people and organizations")
    default_auto_field = "django.db.models.BigAutoField"
    unseen_by_readers = ("MistakeReport", "Sender")
    # By these lists find which of their rows a change touched (`people.facets.stock`).
    noted_keys: ClassVar = {"Official": ("id",), "Organization": ("id",), "Role": ("official_id",)}

    def ready(self) -> None:
        """Keeps the register of provinces complete: after `migrate`, and after the flush that ends some tests.

        Keeps the search indexes in step, too, whatever a migration did to their tables; and the machine's version of a
        record in its history, before a person changes it. A login erases what is known of those who sent reports.
        Conditions on many values are written as arrays.
        """
        from people.any_of import write_arrays
        from people.freshness.triggers import keep_noting, stop_noting  # models are not there before
        from people.in_view import keep_in_view
        from people.mistakes.limits import forget
        from people.province_table import load_after_migrating
        from people.search.index import keep_triggers
        from people.versions import keep_present_version

        write_arrays()
        post_migrate.connect(load_after_migrating, sender=self, dispatch_uid="people.province_table")
        post_migrate.connect(keep_triggers, dispatch_uid="people.search")
        pre_migrate.connect(stop_noting, sender=self, dispatch_uid="people.freshness")
        post_migrate.connect(keep_noting, sender=self, dispatch_uid="people.freshness")
        pre_save.connect(keep_present_version, dispatch_uid="people.versions")
        post_save.connect(keep_in_view, dispatch_uid="people.in_view")
        user_logged_in.connect(forget, dispatch_uid="people.mistakes")
