"""Staff accounts, as a Django application."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Staff accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Gives the groups what is theirs after `migrate`, whichever application it was that got new models.

        Notes when a session began, too, so that it can end, and takes along what was typed before the last one did.
        """
        from accounts.granting import grant_after_migrating  # models are not there before
        from accounts.resuming import take_along
        from accounts.sessions import note_beginning

        user_logged_in.connect(note_beginning, dispatch_uid="accounts.sessions")
        user_logged_in.connect(take_along, dispatch_uid="accounts.resuming")
        post_migrate.connect(grant_after_migrating, dispatch_uid="accounts.granting")
