"""What was held, said and ordered, as a Django application."""

from typing import ClassVar

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings and what they decided")
    default_auto_field = "django.db.models.BigAutoField"
    unseen_by_readers = ("ReviewClaim", "ReviewDecision", "ReviewItem", "ReviewSkip", "ReviewTiming")
    # By these lists find which of their rows a change touched (`people.facets.stock`).
    noted_keys: ClassVar = {
        "Appearance": ("meeting_id",),
        "Article": ("id",),
        "Assignment": ("id", "directive_id", "organization_id"),
        "Attestation": ("role_id",),
        "Citation": ("document_id",),
        "Directive": ("id", "meeting_id"),
        "LegalDocument": ("id",),
        "Meeting": ("id",),
        "Repetition": ("directive_id",),
        "Report": ("article_id",),
        "Target": ("id", "meeting_id"),
    }

    def ready(self) -> None:
        """Follows what people decide on records, and keeps the queue of what needs a look in step with them.

        After migrations, SQLite is told again of the tables that they copied.
        """
        from meetings.called import tell_names  # models are not there before
        from meetings.reconcile import relinking
        from meetings.reconcile.after_merging import settle_after_merging
        from meetings.review import receivers
        from meetings.statistics import look_at_copied_tables
        from people.merging.signals import merged, undone

        merged.connect(settle_after_merging, dispatch_uid="meetings.merged")
        undone.connect(settle_after_merging, dispatch_uid="meetings.undone")
        post_migrate.connect(look_at_copied_tables, sender=self, dispatch_uid="meetings.statistics")
        tell_names()
        relinking.connect()
        receivers.connect()
