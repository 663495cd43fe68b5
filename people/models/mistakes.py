"""What visitors say is wrong with a record, and what became of it. Nothing of it is ever published."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_WORDS = 2000
LONGEST_SOURCE = 500
LONGEST_NOTE = 500


class MistakeReport(models.Model):
    """A mistake that a visitor found in a record: the words meant, what is wrong with them, where to look it up.

    Nothing is kept of who sent it. `fingerprint` is the same for what says the same of the same record.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a report", "Open")
        ACCEPTED = "accepted", pgettext_lazy("state of a report", "The record was set right")
        DECLINED = "declined", pgettext_lazy("state of a report", "The record stays")

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind"))
    object_id = models.PositiveBigIntegerField(_("number of the record"))
    record = GenericForeignKey("content_type", "object_id")
    words = models.TextField(_("words meant"), max_length=LONGEST_WORDS)
    what_is_wrong = models.TextField(_("what is wrong"), max_length=LONGEST_WORDS)
    source = models.CharField(_("source"), max_length=LONGEST_SOURCE, blank=True)
    fingerprint = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN, db_index=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("settled by")
    )
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    note = models.CharField(
        _("note"), max_length=LONGEST_NOTE, blank=True, help_text=_("For staff alone; required where the record stays.")
    )

    class Meta:
        verbose_name = _("visitor's report")
        verbose_name_plural = _("visitors' reports")
        ordering = ("-created_at", "-pk")
        default_permissions = ("view", "change")
        indexes: ClassVar = [models.Index(fields=("content_type", "object_id"), name="people_mistake_of_record")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("fingerprint",), condition=Q(state="open"), name="people_mistake_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | Q(state__in=("accepted", "declined"), settled_at__isnull=False),
                name="people_mistake_settled",
            ),
            models.CheckConstraint(condition=~Q(state="declined", note=""), name="people_mistake_declined_why"),
        ]

    def __str__(self) -> str:
        return Truncator(self.what_is_wrong).chars(80)

    @property
    def source_address(self) -> str:
        """The source where it is the address of a page, else nothing: no other kind of link is ever made of it."""
        is_address = self.source.lower().startswith(("https://", "http://")) and " " not in self.source
        return self.source if is_address else ""


class Sender(models.Model):
    """When somebody sent reports within the last day, so that nobody floods the desk.

    `key` is made of the address and the site's secret; nothing ties a sender to what was sent.
    """

    key = models.CharField(max_length=64, unique=True)
    sent = models.JSONField(default=list)  # seconds since 1970
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.key[:8]
